"""`duediligence compare`: two names, or a file of pairs, without any list."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from duediligence.cli.options import AsOfOption, JsonOption, PossibleOption, StrongOption, day, with_limits
from duediligence.cli.output import print_json, say, say_problems
from duediligence.errors import Code, SettingsInvalid
from duediligence.model import NameType

if TYPE_CHECKING:
    from duediligence.screening import ComparedPair, Figures, Validation
    from duediligence.settings import Settings


def compare_names(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME NAME", help="Two names, in any script.")] = None,
    kind: Annotated[NameType, typer.Option("--kind", help="Whose names they are.")] = NameType.UNKNOWN,
    country: Annotated[str, typer.Option("--country", help="Country of the first name, in words or code.")] = "",
    country_b: Annotated[str, typer.Option("--country-b", help="Country of the second name.")] = "",
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", help="Score every row: pair_id, name_a, name_b, type, country_a, country_b, label."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Where the pairs' scores go: csv or xlsx; - for csv on stdout.")
    ] = None,
    possible: PossibleOption = None,
    strong: StrongOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say how alike two names are and why; or score a file of pairs and, if it is labelled, measure the scores.

    Examples: duediligence compare "Sahara Manpower Ltd" "Saharah Manpower" --kind organisation
    · duediligence compare --pairs labelled.csv --out scores.csv
    """
    from duediligence.settings import load_settings

    settings = with_limits(load_settings(), None, possible, strong)
    if pairs is None:
        if names is None or len(names) != 2 or out:
            raise typer.BadParameter("give two names, or --pairs FILE with --out FILE")
        _show_two((names[0], names[1]), kind, (country, country_b), settings, as_json=as_json)
        return
    if names or out is None or (as_json and str(out) == "-"):
        raise typer.BadParameter("--pairs takes no names, needs --out, and with --json a file to write to")
    _score_file(pairs, out, settings, as_of, as_json=as_json)


def _show_two(
    names: tuple[str, str], kind: NameType, countries: tuple[str, str], settings: Settings, *, as_json: bool
) -> None:
    from duediligence.screening import NamePair, aligned_line, compare_pair, filed_sentence

    compared = compare_pair(NamePair(*names, kind, *map(_country, countries)))
    line, sentence = aligned_line(compared), filed_sentence(compared, settings)
    if as_json:
        print_json(_record(compared, settings, line, sentence))
        return
    typer.echo(f"{compared.score:.2f} {compared.band(settings)}")
    typer.echo(line)
    typer.echo(sentence)


def _country(text: str) -> tuple[str, ...]:
    from duediligence.places import find_country

    reading = find_country(text)
    if text and not reading.code:
        asked = f"; did you mean {reading.suggestion}?" if reading.suggestion else ""
        raise SettingsInvalid(Code.COUNTRY_UNKNOWN, where="--country", detail=f"{text}{asked}")
    return (reading.code,) if reading.code else ()


def _record(compared: ComparedPair, settings: Settings, line: str, sentence: str) -> dict[str, Any]:
    pair = compared.pair
    return {
        "names": [pair.left, pair.right],
        "kind": str(pair.name_type),
        "countries": [list(pair.left_countries), list(pair.right_countries)],
        "score": compared.score,
        "band": str(compared.band(settings)),
        "limits": {"possible": settings.possible_score, "strong": settings.strong_score},
        "names_alone": {
            "compared": [compared.comparison.left, compared.comparison.right],
            "score": compared.comparison.score,
            "likeness": compared.comparison.likeness,
            "bits": compared.comparison.bits,
        },
        "evidence": [
            {
                "feature": item.feature,
                "first": item.party_value,
                "second": item.entry_value,
                "effect": item.effect,
                "note": item.note,
            }
            for item in compared.evidence
        ],
        "line": line,
        "sentence": sentence,
    }


def _score_file(pairs: Path, out: Path, settings: Settings, as_of: Any, *, as_json: bool) -> None:
    from duediligence.reports import write_pair_scores
    from duediligence.screening import read_pairs, score_pairs, validate_pairs

    table = read_pairs(pairs, settings)
    scores = score_pairs(table)
    write_pair_scores(out, scores, day(as_of))
    lost = sum(score is None for _, score in scores)
    say(f"{len(scores)} pairs: {len(scores) - lost} scored, {lost} rows that are problems.")
    if table.labelled:
        _tell_figures(validate_pairs(table, scores, settings), as_json=as_json, err=str(out) == "-")
    say_problems(table.problems)


def _tell_figures(found: Validation, *, as_json: bool, err: bool) -> None:
    """On stdout, unless the scores went there."""
    if as_json:
        print_json(asdict(found))
        return
    lines = [
        f"{found.pairs} labelled pairs, {found.matches} of them matches.",
        f"Average precision: {_share(found.average_precision)}",
        f"{'threshold':<20} {'flagged':>8} {'found':>8} {'precision':>10} {'recall':>8} {'F':>8}",
        *(_line(f"{item.threshold:.2f}", item) for item in found.by_threshold),
        *(_line(f"{item.name} from {item.threshold:.2f}", item) for item in found.at_limits),
    ]
    for line in lines:
        typer.echo(line, err=err)


def _line(title: str, item: Figures) -> str:
    shares = f"{_share(item.precision):>10} {_share(item.recall):>8} {_share(item.f_score):>8}"
    return f"{title:<20} {item.flagged:>8} {item.found:>8} {shares}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"
