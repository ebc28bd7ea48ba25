from __future__ import annotations

import pytest

from duediligence.model import Topic, WatchlistEntry
from duediligence.watchlists import catalogue, packaged_lists
from duediligence.watchlists.entries.listing_reasons import listed_for, listing_reasons
from tests.watchlists.helpers import load_data


def topics(entry: WatchlistEntry) -> list[Topic]:
    return [reason.topic for reason in entry.listed_for]


def reasons_in(text: str, list_name: str = "UN", *programmes: str) -> dict[Topic, str]:
    return {reason.topic: reason.words for reason in listing_reasons(list_name, "XX", programmes, text)}


def test_words_of_trafficking_are_quoted() -> None:
    entry = load_data("un.xml")["LYi.029"]
    words = {reason.topic: reason.words for reason in entry.listed_for}
    assert "human trafficking activities of the Zawiyah network" in words[Topic.TRAFFICKING]


def test_the_six_listed_over_trafficking_in_libya_are_so_on_both_lists() -> None:
    entries = packaged_lists().entries
    found = {(entry.list, entry.entry_id) for entry in entries if Topic.TRAFFICKING in topics(entry)}
    assert {("UN", f"LYi.02{number}") for number in range(1, 7)} <= found
    assert {("OFAC-SDN", number) for number in ("24004", "24310", "24311", "24312", "24313", "24314")} <= found


def test_entry_rules_name_entries_that_are_there() -> None:
    there = {(entry.list, entry.entry_id) for entry in packaged_lists().entries}
    named = {(rule.list, entry) for rule in listed_for().entries for entry in rule.entries}
    assert named <= there


def test_an_entry_may_have_several_reasons() -> None:
    assert topics(load_data("un.xml")["CDe.001"]) == [
        Topic.FORCED_LABOUR,
        Topic.CHILD_RECRUITMENT,
        Topic.SEXUAL_VIOLENCE,
        Topic.ARMED_CONFLICT,
    ]


def test_a_country_regime_alone_says_nothing() -> None:
    entry = load_data("un.xml")["CDe.003"]
    assert [(reason.topic, reason.words) for reason in entry.listed_for] == [(Topic.OTHER, "DRC")]


def test_export_of_workers_is_forced_labour() -> None:
    assert topics(load_data("un.xml")["KPe.050"]) == [Topic.FORCED_LABOUR, Topic.PROLIFERATION]


@pytest.mark.parametrize(
    ("list_name", "programme", "topic"),
    [
        ("OFAC-SDN", "SDGT", Topic.TERRORISM),
        ("OFAC-SDN", "FTO", Topic.TERRORISM),
        ("OFAC-SDN", "NPWMD", Topic.PROLIFERATION),
        ("OFAC-SDN", "GLOMAG", Topic.OTHER),
        ("OFAC-SDN", "DRCONGO", Topic.OTHER),
        ("OFAC-SDN", "SDNTK", Topic.OTHER),
        ("UN", "Al-Qaida", Topic.TERRORISM),
        ("UN", "DPRK", Topic.PROLIFERATION),
        ("UN", "Libya", Topic.OTHER),
        ("CBP-WRO", "WRO", Topic.FORCED_LABOUR),
    ],
)
def test_a_programme_gives_its_topic(list_name: str, programme: str, topic: Topic) -> None:
    assert list(reasons_in("TEST ONE", list_name, programme)) == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "FLORES DRUG TRAFFICKING ORGANIZATION",
        "Involved in narcotics trafficking",
        "Head of the Anti-Human Trafficking Unit",
        "Director for combating trafficking in persons",
        "Committee on Family, Women and Children",
        "Chairman of Grapevine Traders",
    ],
)
def test_words_that_only_look_like_a_reason_are_none(text: str) -> None:
    assert list(reasons_in(text, "OFAC-SDN", "SDNTK")) == [Topic.OTHER]


def test_a_phrase_turned_round_does_not_hide_a_later_one() -> None:
    found = reasons_in("Once in the fight against human trafficking; convicted of human trafficking in 2020", "UN", "X")
    assert found[Topic.TRAFFICKING].endswith("convicted of human trafficking in 2020")


def test_fighters_are_parties_to_a_conflict_only_under_the_regime_of_one() -> None:
    assert Topic.ARMED_CONFLICT in reasons_in("Commander of the militia", "UN", "CAR")
    assert Topic.ARMED_CONFLICT not in reasons_in("Commander of the militia", "UN", "Al-Qaida")
    assert Topic.ARMED_CONFLICT not in reasons_in("Butembo Airlines", "UN", "DRC")


def test_a_long_text_is_quoted_around_the_phrase_at_whole_words() -> None:
    words = reasons_in(f"{'before ' * 40}mass rape{' after' * 40}", "UN", "DRC")[Topic.SEXUAL_VIOLENCE]
    assert words.startswith("…before")
    assert words.endswith("after…")
    assert len(words) < 200


def test_every_rule_is_about_a_list_of_the_catalogue_and_every_topic_has_one() -> None:
    rules, lists = listed_for(), {entry.list for entry in catalogue()}
    named = {rule.list for rule in rules.lists} | {rule.list for rule in rules.entries}
    named |= {name for rule in rules.programmes for name in rule.lists}
    named |= {name for rule in rules.words for name in rule.within or {}}
    assert named <= lists
    given = {rule.topic for rule in rules.lists} | {rule.topic for rule in rules.entries}
    given |= {rule.topic for rule in rules.words} | {rule.topic for rule in rules.programmes}
    assert given == set(Topic) - {Topic.OTHER}


def test_every_rule_says_on_what_it_stands() -> None:
    rules = listed_for()
    bases = [rule.basis for rule in rules.lists] + [rule.source for rule in rules.entries]
    bases += [rule.basis for rule in rules.words] + [rule.basis for rule in rules.programmes]
    assert all(bases)
    assert all(phrase == phrase.lower() for rule in rules.words for phrase in rule.phrases)
