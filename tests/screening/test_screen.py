from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from duediligence.model import EntryKind, Identifier, Match, MatchBand, NameType, Party, WatchlistEntry
from duediligence.screening import screen
from duediligence.screening.score.evidence import NOT_ADDED
from duediligence.settings import Settings
from tests.screening.builders import entry, party

EVERYTHING = Settings(min_score=0.0)
LEI = Identifier("lei", "529900T8BM49AURSDO55", valid=True)
OTHER_LEI = Identifier("lei", "213800WSGIIZCXF1P572", valid=True)


def only(parties: Party, entries: WatchlistEntry) -> Match:
    matches = screen([parties], [entries], EVERYTHING)
    assert len(matches) == 1
    return matches[0]


def score(parties: Party, entries: WatchlistEntry) -> float:
    return only(parties, entries).score


def test_the_sentence_names_both_sides_the_list_and_every_word() -> None:
    match = only(party("Saharah Manpower", country="AE"), entry("SAHARA MANPOWER LTD", country="AE", entry_id="QDe.1"))
    assert match.explanation == (
        "Potential match: “Saharah Manpower” and “SAHARA MANPOWER LTD” (UN, QDe.1): Saharah ≈ SAHARA (0.94) · "
        "Manpower (common) · LTD (legal form) only in the list · little to compare · "
        "country agrees (AE; list: AE)."
    )


def test_the_score_is_the_sum_of_its_evidence() -> None:
    supplier = party("Sahara Manpower Plant 2 (Dubai)", country="OM", city="Dubai")
    listed = entry("SAHARA MANPOWER LTD 3", weak=("SAHARAH",), country="AE", address="Dubai, UAE")
    match = only(supplier, listed)
    assert len({item.feature for item in match.evidence}) >= 5
    assert match.score == pytest.approx(sum(i.effect for i in match.evidence if i.feature not in NOT_ADDED), abs=0.002)


def test_the_shares_of_exact_and_lone_words_make_a_whole() -> None:
    match = only(party("Sahara Manpower Plant 2 Dubai"), entry("SAHARA MANPOWER LTD 3"))
    shares = [item.effect for item in match.evidence if item.feature in ("word", "cut", *NOT_ADDED)]
    assert sum(map(abs, shares)) == pytest.approx(1.0, abs=0.002)
    assert min(shares) < 0 < max(shares)


def test_an_agreeing_country_raises_and_a_differing_one_lowers_a_little() -> None:
    listed = entry("Zelmira Textile", country="TR")
    agreeing, unknown, differing = (score(party("Zelmira Tekstil", country=code), listed) for code in ("TR", "", "FR"))
    assert differing < unknown < agreeing
    assert agreeing - differing < 0.15


def test_an_entry_without_a_country_is_neutral() -> None:
    assert score(party("Zelmira", country="FR"), entry("Zelmira")) == score(party("Zelmira"), entry("Zelmira"))


def test_the_same_identifier_decides_even_where_the_names_differ() -> None:
    match = only(party("Brezhmark", identifiers=(LEI,)), entry("Volmaris Holding", identifiers=(LEI,)))
    assert match.score >= 0.97
    assert match.band is MatchBand.STRONG
    assert "lei is the same (529900T8BM49AURSDO55)" in match.explanation


def test_another_identifier_of_the_same_kind_lowers() -> None:
    listed = entry("Volmaris Holding", identifiers=(LEI,))
    assert score(party("Volmaris Holding", identifiers=(OTHER_LEI,)), listed) < score(party("Volmaris Holding"), listed)


def test_an_identifier_with_wrong_check_digits_is_not_used() -> None:
    wrong = replace(LEI, valid=False)
    assert not screen([party("Brezhmark", identifiers=(wrong,))], [entry("Volmaris", identifiers=(LEI,))], EVERYTHING)


def test_a_weak_alias_alone_is_never_strong() -> None:
    listed = entry("Zelmira Paper", weak=("Volmaris Overland Brezhmark",), country="TR")
    match = only(party("Volmaris Overland Brezhmark", country="TR"), listed)
    assert match.band is MatchBand.POSSIBLE
    assert "weak alias" in match.explanation


def test_a_match_through_an_owner_says_so_and_is_never_strong() -> None:
    listed = entry("Petra Marie Halvorsen", kind=EntryKind.PERSON)
    match = only(party("Brezhmark Ltd", owners=("Petra Marie Halvorsen",)), listed)
    assert match.party_name == "Brezhmark Ltd"
    assert match.party_name_compared == "Petra Marie Halvorsen"
    assert match.band is MatchBand.POSSIBLE
    assert "owner" in {item.feature for item in match.evidence}
    assert "(owner of “Brezhmark Ltd”)" in match.explanation


def test_a_parent_is_screened_too() -> None:
    match = only(party("Brezhmark Ltd", parent="Volmaris Overland"), entry("VOLMARIS OVERLAND"))
    assert "parent" in {item.feature for item in match.evidence}


def test_the_partys_own_name_is_preferred_to_its_owners_of_the_same_name() -> None:
    match = only(party("Volmaris Overland", owners=("Volmaris Overland",)), entry("Volmaris Overland"))
    assert "owner" not in {item.feature for item in match.evidence}


def test_there_is_one_match_per_party_and_entry_by_the_best_names() -> None:
    listed = entry("Zelmira Paper", "Volmaris Overland", "Volmaris Overlands")
    match = only(party("Qarbeza", other_names=("Volmaris Overland",)), listed)
    assert (match.party_name_compared, match.matched_name) == ("Volmaris Overland", "Volmaris Overland")
    assert match.list_name == "Zelmira Paper"


def test_an_order_is_never_screened() -> None:
    assert not screen([party("Xinjiang Cotton")], [entry("Xinjiang Cotton", kind=EntryKind.ORDER)], EVERYTHING)


def test_a_ship_is_no_company_of_its_name() -> None:
    ship, company = entry("Volmaris", kind=EntryKind.VESSEL), entry("Volmaris")
    assert score(party("Volmaris"), ship) < Settings().possible_score < score(party("Volmaris"), company)
    assert score(party("Volmarys"), ship) < 0.5


def test_a_rare_name_with_its_country_scores_above_a_common_one() -> None:
    rare = score(party("Volmaris Brezhmark", country="TR"), entry("Volmaris Brezhmark", country="TR"))
    common = score(party("General Trading"), entry("General Trading"))
    assert common < rare < 1.0


def test_matches_come_by_party_then_score_then_list_and_id() -> None:
    parties = [party("Zelmira Textile", party_id="B"), party("Zelmira Textile Dyeing", party_id="A")]
    entries = [entry("Zelmira Textile", entry_id="2"), entry("Zelmira Textile", entry_id="1", list_name="EU")]
    entries.append(entry("Zelmira Tekstil Dyeing", entry_id="3"))
    found = [(match.party_id, match.list, match.list_entry_id) for match in screen(parties, entries, EVERYTHING)]
    assert found == [
        ("B", "EU", "1"),
        ("B", "UN", "2"),
        ("B", "UN", "3"),
        ("A", "UN", "3"),
        ("A", "EU", "1"),
        ("A", "UN", "2"),
    ]


def test_matches_below_the_minimum_are_not_reported() -> None:
    parties, entries = [party("Volmaris Textile")], [entry("Zelmira Textile")]
    kept = screen(parties, entries, Settings(min_score=0.5))
    assert screen(parties, entries, EVERYTHING)
    assert not kept


def test_a_party_without_a_letter_in_its_name_matches_nothing_and_breaks_nothing() -> None:
    assert screen([party("???"), party("")], [entry("!!!", "Volmaris")], EVERYTHING) == ()


def test_nothing_against_nothing_is_nothing() -> None:
    assert screen([], [], EVERYTHING) == ()
    assert screen([party("Volmaris")], [], EVERYTHING) == ()
    assert screen([], [entry("Volmaris")], EVERYTHING) == ()


def test_progress_counts_up_to_the_number_of_parties() -> None:
    told: list[tuple[int, int]] = []
    screen([party(f"Volmaris {number}") for number in range(401)], [entry("Volmaris")], EVERYTHING, _telling(told))
    assert told == [(200, 401), (400, 401), (401, 401)]


def _telling(told: list[tuple[int, int]]) -> Callable[[int, int], None]:
    return lambda done, total: told.append((done, total))


def test_a_person_and_a_company_of_one_name_score_lower() -> None:
    person = entry("Zelmira Halvorsen", kind=EntryKind.PERSON)
    as_person = score(party("Zelmira Halvorsen", name_type=NameType.PERSON), person)
    assert score(party("Zelmira Halvorsen"), person) < as_person


def test_a_number_that_the_list_name_lacks_is_another_depot() -> None:
    listed = entry("Zelmira Brezhmark Depot", "Zelmira Brezhmark Depot No. 2")
    assert score(party("Zelmira Brezhmark Depot No. 3"), listed) < Settings().possible_score
    assert score(party("Zelmira Brezhmark Depot No. 2"), listed) > Settings().possible_score


def test_a_distinctive_word_that_the_list_name_lacks_is_a_sister_company_unless_it_tells_where() -> None:
    listed = entry("Zelmira Brezhmark Trading")
    assert score(party("Zelmira Brezhmark Volmaris Trading"), listed) < Settings().possible_score
    assert score(party("Zelmira Brezhmark Trading Volmaris", city="Volmaris"), listed) > Settings().possible_score
    assert score(party("Zelmira Brezhmark Trading (ZBT)"), listed) > Settings().possible_score


def test_two_processes_find_the_same_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    parties = [party(f"Volmaris {word}", party_id=word) for word in ("Textile", "Paper", "Zelmira") * 100]
    entries = [entry("Volmaris Textile", "سمير زلميرا"), entry("Zelmira Paper", entry_id="E2")]
    alone = screen(parties, entries, EVERYTHING)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(sys.modules["duediligence.screening.screener"], "LEAST_SHARED", 1)
    assert screen(parties, entries, EVERYTHING, _telling(told), workers=2) == alone
    assert told == [(200, 300), (300, 300)]
    assert alone
