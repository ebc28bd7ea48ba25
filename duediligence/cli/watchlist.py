"""`duediligence watchlist`: the lists, their editions and their entries."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from duediligence.cli.options import AsOfOption, JsonOption, ListsOption, day
from duediligence.cli.output import print_json, print_table, say, say_problems
from duediligence.errors import Code, InputRefused
from duediligence.model import WatchlistEntry

app = typer.Typer(help="The watchlists: which there are, how old they are, who is on them.", no_args_is_help=True)


@app.command("list")
def show_lists(lists: ListsOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Each list with publisher, licence, edition date, age and number of entries."""
    from duediligence.settings import load_settings
    from duediligence.watchlists import lists_for, staleness

    loaded = lists_for(tuple(lists or ()))
    today = day(as_of)
    rows = [
        {
            "list": edition.list,
            "title": edition.title,
            "publisher": edition.publisher,
            "licence": edition.licence,
            "edition": edition.dated.isoformat() if edition.dated else None,
            "date_basis": str(edition.date_basis),
            "age_days": edition.age_days(today),
            "entries": edition.entries,
            "names": edition.names,
            "packaged": edition.packaged,
        }
        for edition in loaded.editions
    ]
    if as_json:
        print_json(rows)
        return
    shown = ("list", "publisher", "licence", "edition", "age_days", "entries", "names")
    print_table([name.replace("_", " ") for name in shown], [[row[name] for name in shown] for row in rows])
    say_problems((*staleness(loaded.editions, today, load_settings().list_max_age_days), *loaded.problems))


@app.command("show")
def show_entry(
    entry: Annotated[str, typer.Argument(help="The publisher's id, such as LYi.021 or 22407.")],
    lists: ListsOption = None,
    as_json: JsonOption = False,
) -> None:
    """One entry whole: names, countries, identifiers, why it is listed."""
    from duediligence.watchlists import lists_for

    found = [item for item in lists_for(tuple(lists or ())).entries if item.entry_id.casefold() == entry.casefold()]
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=entry, detail="no entry of that id in the lists in use")
    records = [_record(item) for item in found]
    if as_json:
        print_json(records)
        return
    for record in records:
        print_table(("field", "value"), [(name, _text(value)) for name, value in record.items() if value])


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


def _record(entry: WatchlistEntry) -> dict[str, Any]:
    return {
        "list": entry.list,
        "entry": entry.entry_id,
        "kind": str(entry.kind),
        "names": [f"{name.text} ({name.role}{', weak' if name.weak else ''})" for name in entry.names],
        "countries": [f"{country.code} ({country.role})" for country in entry.countries],
        "addresses": list(entry.addresses),
        "birth_dates": list(entry.birth_dates),
        "identifiers": [f"{identifier.kind} {identifier.value}" for identifier in entry.identifiers],
        "programmes": list(entry.programmes),
        "listed_on": entry.listed_on.isoformat() if entry.listed_on else None,
        "listed_for": [f"{reason.topic}: {reason.words}" for reason in entry.listed_for],
        "remarks": entry.remarks,
    }


def _text(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)
