"""`duediligence watchlist update | add | inspect | diff`: editions of lists, fetched, kept and compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duediligence.cli.options import JsonOption, day
from duediligence.cli.output import fail, print_json, print_json_line, print_table, say, say_problems
from duediligence.cli.watchlists.entries import as_text, entry_record
from duediligence.errors import InputRefused, UpdateFailed

if TYPE_CHECKING:
    from duediligence.watchlists import Installed, ListChange

AcceptLossOption = Annotated[
    bool, typer.Option("--accept-loss", help="Install an edition even if it lost many entries.")
]


def update(
    lists: Annotated[
        list[str] | None, typer.Argument(help="Short names such as UN. [default: all that can be]")
    ] = None,
    accept_loss: AcceptLossOption = False,
) -> None:
    """Fetch the newest editions from their publishers; what is not whole is refused, and the last good one stays.

    The only command that touches the network. Example: duediligence watchlist update UN
    """
    from duediligence.settings import load_settings
    from duediligence.watchlists import catalogue
    from duediligence.watchlists import update as update_list

    settings, failed = load_settings(), False
    known = [about.list for about in catalogue()]
    for name in lists or []:
        if name not in known:
            raise typer.BadParameter(f"{name} is not one of {', '.join(known)}")
    for name in lists or [about.list for about in catalogue() if about.downloads]:
        try:
            done = update_list(name, day(None), settings, accept_loss=accept_loss)
        except (InputRefused, UpdateFailed) as error:
            say(f"{name}: not updated. {error.text}")
            failed = True
        else:
            say(_told(done) if done else f"{name}: the publisher has nothing newer than the edition in use.")
    if failed:
        fail("The lists named above stay as they were.", 1)


def add(
    files: Annotated[list[Path], typer.Argument(help="Files or folders, in the publisher's own format.")],
    accept_loss: AcceptLossOption = False,
) -> None:
    """Install list files that were downloaded by hand, unchanged.

    Example: duediligence watchlist add ~/Downloads/consolidated.xml
    """
    from duediligence.settings import load_settings
    from duediligence.watchlists import add as add_lists

    for done in add_lists(files, load_settings(), accept_loss=accept_loss):
        say(_told(done))


def inspect(
    paths: Annotated[list[Path], typer.Argument(help="List file or folder; nothing is installed.")],
    as_json: JsonOption = False,
) -> None:
    """What is in list files: which lists, how many entries, what is wrong. With --json one object a line and list."""
    from duediligence.watchlists import inspect_lists

    lists, others = inspect_lists(paths)
    rows = [
        {
            "list": item.edition.list,
            "edition": item.edition.dated.isoformat() if item.edition.dated else None,
            "date_basis": str(item.edition.date_basis),
            "entries": item.edition.entries,
            "names": item.edition.names,
            "identifiers": item.identifiers,
            "problems": [str(problem) for problem in item.problems],
        }
        for item in lists
    ]
    if as_json:
        for row in rows:
            print_json_line(row)
    else:
        counted = [row | {"problems": len(item.problems)} for row, item in zip(rows, lists, strict=True)]
        print_table([name.replace("_", " ") for name in rows[0]], [[*row.values()] for row in counted])
    say_problems((*(() if as_json else (problem for item in lists for problem in item.problems)), *others))


def diff(
    before: Annotated[str, typer.Argument(help="A file or folder, or an installed edition such as UN/2026-02-27-…")],
    after: Annotated[str, typer.Argument(help="The same, of a later day.")],
    as_json: JsonOption = False,
) -> None:
    """What changed between two editions: entries added, removed, and the fields of those that changed."""
    from duediligence.watchlists import compare, edition_at

    changes = [_change(change) for change in compare(edition_at(before), edition_at(after))]
    if as_json:
        print_json(changes)
        return
    for change in changes:
        rows = [[kind, item["entry"], item["name"], ""] for kind in ("added", "removed") for item in change[kind]]
        rows += [["changed", item["entry"], item["name"], _fields(item["fields"])] for item in change["changed"]]
        print_table(("", "entry", "name", "fields"), rows, title=f"{change['list']} {change['from']} → {change['to']}")
        say(
            f"{change['list']}: " + ", ".join(f"{len(change[kind])} {kind}" for kind in ("added", "removed", "changed"))
        )


def _told(done: Installed) -> str:
    edition, newest = done.edition, done.newest
    said = "installed as" if done.new else "already there as"
    used = "" if newest.id == edition.id else f"; the newest, {newest.id}, stays in use"
    return f"{edition.list}: {said} {edition.id}{used}."


def _change(change: ListChange) -> dict[str, Any]:
    editions = (change.before, change.after)
    before, after = (item.dated.isoformat() if item and item.dated else None for item in editions)
    return {
        "list": change.list,
        "from": before,
        "to": after,
        "added": [{"entry": entry.entry_id, "name": entry.name} for entry in change.added],
        "removed": [{"entry": entry.entry_id, "name": entry.name} for entry in change.removed],
        "changed": [
            {
                "entry": item.after.entry_id,
                "name": item.after.name,
                "fields": {
                    name: {"before": entry_record(item.before)[name], "after": entry_record(item.after)[name]}
                    for name in item.fields
                },
            }
            for item in change.changed
        ],
    }


def _fields(fields: dict[str, dict[str, object]]) -> str:
    return "\n".join(f"{name}: {as_text(item['before'])} → {as_text(item['after'])}" for name, item in fields.items())
