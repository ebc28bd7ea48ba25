"""Routes told in an answer join those of the row, with the answer's cell, and never change what the row says."""

from __future__ import annotations

from duediligence.errors import Code
from duediligence.hotspots import load_registers, place_parties
from duediligence.model import Answer, Assessment, CellRef, Corridor, Party, PartyKind, Problem, Severity
from duediligence.questionnaires import load_questionnaires, with_told_routes

CELL = CellRef("A-1.xlsx", "Questions", 20, 5)
AGENCY = Party("A-1", PartyKind.AGENCY, "Lotus Demo Overseas", CellRef("s.xlsx", "S", 3, 1), country="NP")


def told(value: str, party: Party = AGENCY, question: str = "AGY-B07") -> tuple[Party, tuple[Problem, ...]]:
    answer = Answer(question, value, cell=CELL)
    assessment = Assessment("A-1", "recruitment_agency", "1", None, 1.0, (), (), (answer,))
    (found,), problems = with_told_routes([party], [assessment], load_questionnaires())
    return found, problems


def test_one_question_of_the_packaged_questionnaires_tells_routes_and_none_of_the_suppliers() -> None:
    telling = {question.id for item in load_questionnaires() for question in item.questions if question.tells_routes}
    assert telling == {"AGY-B07"}


def test_a_route_in_an_answer_is_met_like_one_of_the_row_and_says_its_cell() -> None:
    party, problems = told("From Nepal to Qatar; Nepal to Malaysia")
    assert party.corridors == (Corridor("NP", "QA"), Corridor("NP", "MY"))
    assert {route.cell for route in party.corridors} == {CELL}
    assert not problems
    (placement,) = place_parties([party], load_registers())
    met = [exposure for exposure in placement.exposures if exposure.register == "CORRIDORS"]
    assert {exposure.row for exposure in met} >= {"NP-QA", "NP-MY"}
    assert {str(exposure.cell) for exposure in met} == {"A-1.xlsx › Questions!E20"}


def test_what_the_row_says_stays_as_the_row_says_it() -> None:
    own = Corridor("NP", "QA")
    party = Party("A-1", PartyKind.AGENCY, "Lotus", CellRef("s.xlsx", "S", 3, 1), country="NP", corridors=(own,))
    found, _ = told("Nepal to Qatar; Nepal to Oman", party)
    assert found.corridors == (own, Corridor("NP", "OM"))
    assert [route.cell for route in found.corridors] == [None, CELL]
    same, _ = told("Nepal - Qatar", party)
    assert same is party


def test_what_is_no_country_is_noted_at_the_answer_and_the_rest_is_used() -> None:
    party, (problem,) = told("Nepal to Qatar; Nowhere land to Oman")
    assert party.corridors == (Corridor("NP", "QA"),)
    assert (problem.code, problem.severity, problem.where) == (Code.COUNTRY_UNKNOWN, Severity.NOTE, CELL)
    assert problem.found == "AGY-B07: Nowhere land"


def test_other_answers_and_empty_ones_tell_nothing() -> None:
    assert told("Nepal to Qatar", question="AGY-B06") == (AGENCY, ())
    assert told("") == (AGENCY, ())


def test_another_form_of_the_same_party_takes_no_route_away() -> None:
    own = Assessment("A-1", "recruitment_agency", "1", None, 1.0, (), (), (Answer("AGY-B07", "Nepal to Qatar"),))
    other = Assessment("A-1", "heightened", "1", None, 1.0, (), (), (Answer("HDD-D05", "Yes"),))
    (found,), _ = with_told_routes([AGENCY], [own, other], load_questionnaires())
    assert found.corridors == (Corridor("NP", "QA"),)
