"""No entry of a published file is lost: entries read are what the publisher counts."""

from __future__ import annotations

from tests.watchlists.published import published


def test_every_published_file_gives_the_entries_that_its_publisher_counts() -> None:
    found = {item.name: item for item in published()}
    assert {name: item.entries for name, item in found.items()} == {
        name: item.count.entries for name, item in found.items()
    }
    assert all(item.count.why for item in found.values() if item.count.entries != item.count.records)
