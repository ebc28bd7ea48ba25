"""Online channels: one form for each, the signs a recruiter's channels bear, and domains that look alike."""

from __future__ import annotations

from typing import Any

import pytest

from duediligence.hotspots import load_registers, place_parties
from duediligence.hotspots.exposures.online_channels import read_channels
from duediligence.model import CellRef, Exposure, Nearness, Party, PartyKind

ORIGIN = CellRef("s.xlsx", "S", 2, 1)


def party(party_id: str = "A1", **fields: Any) -> Party:
    values: dict[str, Any] = {"kind": PartyKind.AGENCY, "name": "Everest Gate", "origin": ORIGIN}
    return Party(party_id, **(values | fields))


def signs(*parties: Party) -> dict[str, Exposure]:
    placement, *_ = place_parties(parties, load_registers())
    return {item.row: item for item in placement.exposures if item.register == "ONLINE-SIGNS"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("https://www.Example.com/?utm_source=fb&fbclid=1", "example.com/"),
        ("example.com.", "example.com/"),
        ("http://user@example.com:8080/jobs?ref=x", "example.com/jobs"),
        ("https://xn--bcher-kva.example/", "bücher.example/"),
        ("bücher.example", "bücher.example/"),
        ("t.me/EverestJobs?start=77", "t.me/everestjobs"),
        ("https://telegram.me/everestjobs", "t.me/everestjobs"),
        ("Telegram: @EverestJobs", "t.me/everestjobs"),
        ("https://wa.me/+9779800000000", "wa.me/9779800000000"),
        ("WhatsApp +977 980-000 0000", "wa.me/9779800000000"),
        ("m.facebook.com/Everest.Gate/", "facebook.com/everest.gate"),
        ("https://www.facebook.com/profile.php?id=100&mibextid=Z", "facebook.com/profile.php?id=100"),
        ("WeChat", "weixin.qq.com/"),
    ],
)
def test_each_way_to_write_a_channel_is_one_channel(text: str, channel: str) -> None:
    (found,) = read_channels(text)
    assert f"{found.host}/{found.handle}" == channel


@pytest.mark.parametrize("text", ["", "jobs@example.com", "call us", "n/a", "+977 980 000 0000", "3.5 stars"])
def test_what_is_no_channel_is_not_read_as_one(text: str) -> None:
    assert read_channels(text) == ()


@pytest.mark.parametrize(
    ("host", "domain"),
    [("jobs.example.com.np", "example.com.np"), ("a.b.example.org", "example.org"), ("example.np", "example.np")],
)
def test_the_registered_part_of_a_host_is_known(host: str, domain: str) -> None:
    (channel,) = read_channels(host)
    assert channel.domain == domain


def test_a_recruiter_reached_by_chat_alone_is_a_sign_and_one_with_a_website_is_none() -> None:
    found = signs(party(channels=("https://t.me/everestjobs",)))
    assert set(found) == {"CHAT-ONLY"}
    assert found["CHAT-ONLY"].nearness is Nearness.SAME_CHANNEL
    assert "names t.me/everestjobs and no website" in found["CHAT-ONLY"].why
    assert not signs(party(website="everestgate.com.np", channels=("https://t.me/everestjobs",)))


def test_a_page_on_a_social_network_is_a_milder_sign() -> None:
    assert set(signs(party(channels=("facebook.com/everestgate", "wa.me/977980")))) == {"SOCIAL-ONLY"}


def test_a_supplier_may_be_reached_by_chat() -> None:
    assert not signs(party(kind=PartyKind.SUPPLIER, channels=("WhatsApp +977 9800000000",)))


@pytest.mark.parametrize(
    ("channel", "sign"),
    [
        ("https://everestgate.blogspot.com", "FREE-HOST"),
        ("bit.ly/3abcde", "SHORT-LINK"),
        ("everestgate.com No experience needed!", "NO-EXPERIENCE"),
        ("everestgate.com FREE TICKET and visa", "TRAVEL-PAID"),
    ],
)
def test_a_sign_is_seen_in_an_address_or_in_the_words_beside_it(channel: str, sign: str) -> None:
    assert set(signs(party(website=channel))) == {sign}


LICENSED = party("A9", name="Everest Gate Overseas", licence="RL-1", website="https://www.everestgate.com.np")


@pytest.mark.parametrize(
    "website",
    ["everestgates.com.np", "everestgate.com", "everest-gate.com.np", "evere5tgate.com", "еverestgate.com.np"],
)
def test_a_domain_that_looks_like_a_licensed_agencys_is_pointed_out(website: str) -> None:
    found = signs(party(name="Other", website=website), LICENSED)
    assert "looks like everestgate.com.np of Everest Gate Overseas" in found["LOOK-ALIKE"].why


@pytest.mark.parametrize("website", ["everestgate.com.np", "jobs.everestgate.com.np", "harbourknits.com", "evgate.com"])
def test_the_same_domain_and_one_unlike_it_are_no_look_alikes(website: str) -> None:
    assert not signs(party(name="Other", website=website), LICENSED)


def test_an_agency_without_a_licence_is_nobody_to_imitate() -> None:
    unlicensed = party("A9", name="Everest Gate Overseas", website="everestgate.com.np")
    assert not signs(party(name="Other", website="everestgates.com.np"), unlicensed)
