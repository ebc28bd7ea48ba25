"""Who watches an audit sees typed steps in their order, and can stop it: nothing is written then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.audit import AuditRequest, run_audit
from duediligence.model import Cancelled, Progress, Step

LIST = "Effective Date,Entity,Country,Industry,WRO/Finding,Status\n1/2/2020,Brezhmark Depot,Oman,X,WRO,Active\n"


@pytest.fixture
def request_for(tmp_path: Path) -> AuditRequest:
    suppliers, orders = tmp_path / "suppliers.csv", tmp_path / "orders.csv"
    suppliers.write_text("Supplier name,Country\nBrezhmark Depot,Oman\n", encoding="utf-8")
    orders.write_text(LIST, encoding="utf-8")
    return AuditRequest((suppliers,), date(2026, 11, 30), lists=(orders,))


def test_each_step_is_told_in_the_order_of_the_audit(request_for: AuditRequest) -> None:
    seen: list[Progress] = []
    run_audit(request_for, seen.append)
    steps = list(dict.fromkeys(event.step for event in seen))
    assert steps == [step for step in Step if step is not Step.REPORTS]


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.REPORTS])
def test_a_watcher_stops_the_work_at_any_step(request_for: AuditRequest, step: Step) -> None:
    def watch(event: Progress) -> None:
        if event.step is step:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_audit(request_for, watch)
