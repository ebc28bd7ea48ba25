# Every target sets up .venv by itself. Without make: `python3 make.py demo`, on Windows `py make.py demo`.
PYTHON ?= python3

.PHONY: demo test style check docs clean
demo test style check docs:
	@$(PYTHON) make.py $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache demo
