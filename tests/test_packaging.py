"""What people install: the built wheel, in a bare environment, from an empty folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from make import scripts_folder

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)], check=True)
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_the_data_the_licence_and_the_type_marker(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "duediligence/py.typed",
        "duediligence/_data/questionnaires/supplier.yaml",
        "duediligence/_data/questionnaires/recruitment_agency.yaml",
        "duediligence/_data/questionnaires/ict_company.yaml",
        "duediligence/_data/questionnaires/heightened.yaml",
        "duediligence/_data/questionnaires/contradictions.yaml",
        "duediligence/reports/html/page.css",
        "duediligence/_data/questionnaires/languages/ar.yaml",
        "duediligence/questionnaires/page/page.css",
        "duediligence/questionnaires/page/script/page.js",
        "duediligence/_data/watchlists/catalogue.yaml",
        "duediligence/workshop/demo.yaml",
        "duediligence/reports/fonts/OFL.txt",
    ):
        assert wanted in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("__pycache__" in name or name.startswith("tests/") for name in names)


@pytest.mark.slow
def test_the_installed_wheel_runs_the_demo_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    environment, empty = tmp_path / "env", tmp_path / "empty"
    empty.mkdir()
    venv.create(environment, with_pip=True)
    scripts = scripts_folder(environment)
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, cwd=empty)
    demo = [str(scripts / "duediligence"), "demo", "--as-of", "2026-11-24"]
    done = subprocess.run(demo, cwd=empty, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (empty / "demo" / "audit").iterdir()}
    assert written == {
        "report.pdf", "audit.xlsx", "audit.json", "matches.csv", "problems.csv", "manifest.json",
    }  # fmt: skip


def test_the_environments_programs_are_found_on_windows_and_elsewhere() -> None:
    assert scripts_folder(Path("env"), windows=True) == Path("env/Scripts")
    assert scripts_folder(Path("env"), windows=False) == Path("env/bin")
