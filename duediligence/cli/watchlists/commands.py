"""`duediligence watchlist`: the lists, their editions and their entries."""

from __future__ import annotations

from typing import Annotated

import typer

from duediligence.cli.options import AsOfOption, JsonOption, ListsOption, day
from duediligence.cli.output import print_json, print_table, say, say_problems
from duediligence.cli.watchlists import editions
from duediligence.cli.watchlists.entries import as_text, entry_record
from duediligence.errors import Code, InputRefused

app = typer.Typer(help="The watchlists: which there are, how old they are, who is on them.", no_args_is_help=True)


@app.command("list")
def show_lists(lists: ListsOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Each list with publisher, licence, edition date, age and number of entries; `none` where there is no edition."""
    from duediligence.settings import load_settings
    from duediligence.watchlists import catalogue, installed_editions, lists_for, staleness

    loaded = lists_for(tuple(lists or ()))
    today = day(as_of)
    used = {edition.list: edition for edition in loaded.editions}
    rows = []
    for about in catalogue():
        edition = used.get(about.list)
        rows.append(
            {
                "list": about.list,
                "title": about.title,
                "publisher": about.publisher,
                "licence": about.licence,
                "edition": edition.dated.isoformat() if edition and edition.dated else None,
                "date_basis": str(edition.date_basis) if edition else None,
                "age_days": edition.age_days(today) if edition else None,
                "entries": edition.entries if edition else 0,
                "names": edition.names if edition else 0,
                "packaged": edition.packaged if edition else False,
                "installed": [item.id for item in installed_editions(about.list)],
            }
        )
    if as_json:
        print_json(rows)
        return
    shown = ("list", "publisher", "licence", "edition", "age_days", "entries", "names", "installed")
    cells = [[_cell(row[name], bool(row["entries"])) for name in shown] for row in rows]
    print_table([name.replace("_", " ") for name in shown], cells)
    say_problems((*staleness(loaded.editions, today, load_settings().list_max_age_days), *loaded.problems))


@app.command("show")
def show_entry(
    entry: Annotated[str, typer.Argument(help="The publisher's id, such as LYi.021 or 22407.")],
    lists: ListsOption = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="With the publisher's own record, as it stands in the file.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """One entry whole: names with script and language, countries, identifiers, why it is listed, who it is tied to."""
    from duediligence.watchlists import lists_for, read_whole

    loaded = lists_for(tuple(lists or ()), read_whole) if raw else lists_for(tuple(lists or ()))
    found = [item for item in loaded.entries if item.entry_id.casefold() == entry.casefold()]
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=entry, detail="no entry of that id in the lists in use")
    records = [entry_record(item) | ({"raw": item.raw} if raw else {}) for item in found]
    if as_json:
        print_json(records)
        return
    for record in records:
        print_table(("field", "value"), [(name, as_text(value)) for name, value in record.items() if value])


@app.command("search")
def search(
    name: Annotated[str, typer.Argument(help="A name, in any script.")],
    lists: ListsOption = None,
    country: Annotated[str, typer.Option("--country", help="Country of the name, in words or code.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Entries whose names are like this one, best first, with the explanation."""
    from duediligence.places import find_country
    from duediligence.screening import search_name
    from duediligence.settings import load_settings
    from duediligence.watchlists import lists_for

    code = find_country(country).code if country else ""
    matches = search_name(name, lists_for(tuple(lists or ())).entries, load_settings(), country=code)
    if as_json:
        print_json(
            [
                {
                    "list": match.list,
                    "entry": match.list_entry_id,
                    "name": match.matched_name,
                    "score": match.score,
                    "band": match.band,
                    "listed_for": list(match.listed_for),
                    "explanation": match.explanation,
                }
                for match in matches
            ]
        )
        return
    for match in matches:
        typer.echo(f"{match.score:.2f} {match.band}  {match.explanation}")
    if not matches:
        say("No entry is alike enough.")


def _cell(value: object, known: bool) -> str:
    """`none` is said of a list without an edition, `unknown` of an edition without a date."""
    return as_text(value) if value is not None else "unknown" if known else "none"


app.command("update")(editions.update)
app.command("add")(editions.add)
app.command("inspect")(editions.inspect)
app.command("diff")(editions.diff)
