"""Writes the pages of docs/ that are made from the code, or with `--check` fails where one is not current.

Generated: commands.md, errors.md, settings.md, intake.md, questionnaires.md, contradictions.md, coverage.md,
watchlists.md, hotspots.md, risk-model.md.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duediligence.model import Hotspot

FOLDER = Path(__file__).resolve().parent
HEAD = "<!-- Made by docs/generate.py; change the source and run `make docs`. -->\n\n"


def table(headers: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(headers)]
    lines.append(["---"] * len(lines[0]))
    lines.extend([str(value).replace("|", "\\|").replace("\n", " ") for value in row] for row in rows)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def commands() -> str:
    """The command reference, from each command's own help."""
    from typer.main import get_command
    from typer.testing import CliRunner

    from duediligence.cli.app import app

    def paths(command: object, path: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
        yield path
        for name, below in getattr(command, "commands", {}).items():
            yield from paths(below, (*path, name))

    page = "# Commands\n\nNames and exit codes are a contract; scripts may rely on them.\n"
    for path in paths(get_command(app), ()):
        shown = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"}).invoke(app, [*path, "--help"])
        title = " ".join(("duediligence", *path))
        page += f"\n## `{title}`\n\n```\n{_trim(shown.stdout)}\n```\n"
    return page


def _trim(text: str) -> str:
    text = re.sub(r"^Usage: \S+", "Usage: duediligence", text, flags=re.MULTILINE)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def errors() -> str:
    """The catalogue of codes."""
    from duediligence.errors import Code

    rows = ((f"`{code.code}`", code.meaning, code.advice) for code in Code)
    return "# Errors and problems\n\nCodes are never renumbered.\n\n" + table(("code", "meaning", "what to do"), rows)


def settings() -> str:
    """Every setting with its default and its names."""
    from duediligence.settings import Settings

    text = inspect.getdoc(Settings) or ""
    rows = ((f"`{item.name}`", f"`DUEDILIGENCE_{item.name.upper()}`", item.default) for item in fields(Settings))
    intro = "Default < `./duediligence.toml` < environment < flag. What was in force is in every manifest."
    folders = (
        "\nTwo folders outside the working folder are named by the environment alone, for they are of the machine and "
        "not of the audit: `DUEDILIGENCE_DATA_DIR` (list editions) and `DUEDILIGENCE_CACHE_DIR` (compiled lists).\n"
    )
    page = table(("in duediligence.toml", "environment", "default"), rows) + folders
    return f"# Settings\n\n{intro}\n\n{text}\n\n{page}"


def questionnaires() -> str:
    """Every question of every questionnaire."""
    from duediligence.questionnaires import catalogue_markdown, load_questionnaires

    return catalogue_markdown(load_questionnaires())


def coverage() -> str:
    """Every question × ILO indicator × clause, both ways."""
    from docs.coverage import coverage as page
    from duediligence.questionnaires import load_questionnaires

    return page(load_questionnaires())


def contradictions() -> str:
    """Every rule on what does not fit together."""
    from duediligence.questionnaires import contradictions_markdown

    return contradictions_markdown()


def watchlists() -> str:
    """The lists we can read, and the editions that ship."""
    from duediligence.watchlists import catalogue, packaged_lists

    known = (
        (
            item.list,
            item.title,
            item.basis,
            item.publisher,
            item.licence,
            item.address,
            "; ".join(item.formats),
            "yes" if item.downloads else "no",
            item.note,
        )
        for item in catalogue()
    )
    headers = (
        *("list", "title", "on whose word", "publisher", "licence", "where to get it", "formats read"),
        *("`watchlist update` fetches it", "note"),
    )
    shipped = (
        (item.list, item.dated or "unknown", item.date_basis, f"{item.entries:,}", f"{item.names:,}")
        for item in packaged_lists().editions
    )
    return (
        "# Watchlists\n\nA list is recognised by its content, whatever the file is called.\n\n"
        + table(headers, known)
        + EDITIONS
        + HOUSE_LIST
        + "\n## Shipped for demonstration\n\nDated copies, so that the tool works out of the box. Update them before "
        "any decision.\n\n"
        + table(("list", "edition", "how the date is known", "entries", "names"), shipped)
        + PUBLISHED
        + table(
            ("file", "list", "edition", "records in it", "entries", "names", "identifiers", "problems"), _published()
        )
    )


PUBLISHED = """
## What is read of each published file

Files as their publishers issued them, and what the publisher (or a plain count of its rows) says is in them.
Excerpts are no editions: they only show that the format is read. Where no file was at hand (EU 1.1, OFSI since 2022,
UK Sanctions List, CSL as JSON, OFAC advanced, World Bank, Brazil, OpenSanctions) the tests use files made by hand in
the exact format.

"""


def _published() -> Iterable[tuple[object, ...]]:
    from tests.watchlists.published import published

    for item in published():
        records = f"{item.count.records:,} {item.count.what}" + (f"; {item.count.why}" if item.count.why else "")
        row = (f"{item.entries:,}", f"{item.names:,}", f"{item.identifiers:,}", item.problems)
        yield (item.name, item.list, item.dated, records, *row)


EDITIONS = """
## Editions

`watchlist update` fetches the newest editions over HTTPS and is the only command that touches the network;
`watchlist add` installs files that were downloaded by hand. An edition is kept whole or not at all, beside the earlier
ones, under `watchlists/LIST/DATE-HASH/` in the user's data folder (`DUEDILIGENCE_DATA_DIR` names another); it is
refused when it is damaged, is another list or lost more than `list_max_loss` of its entries. Without `--lists`, the
newest of the installed and the packaged edition of each list is used. What was parsed once is kept compiled in the
user's cache folder (`DUEDILIGENCE_CACHE_DIR`), which may be deleted at any time.
"""

HOUSE_LIST = """
## Your own list

A file is a house list when the first cell of its first line reads `duediligence house list`, and only then: so no
supplier table is ever taken for one. The cells beside it may say who keeps the list and of what date it is. The next
line holds the headers, one of them `name`; `id`, `other names`, `kind`, `country`, `address`, `identifiers` (or `lei`,
`tax`, `vat`, `cnpj`, `imo`), `birth date`, `reason`, `date`, `ends`, `source` and `note` are optional.

```
duediligence house list,Compliance team,2026-11-24
name,country,reason,source
Example Trading Co,KE,passports withheld,audit of May 2026
```

Every entry must carry who says so: in its `source`, or else the list's keeper does. A row without either is named and
not used. The list is shown as your own, never as an official one.
"""


def hotspots() -> str:
    """Every register, the response each class of finding calls for, and what is not here."""
    from duediligence.hotspots import load_registers
    from duediligence.hotspots.heightened import heightening_rule
    from duediligence.hotspots.registers.metadata import register_folders

    registers = load_registers()
    page = "# Hotspot registers\n"
    for folder in register_folders():
        item, about = registers.register(folder.about.register), folder.about
        facts = (
            ("kind", item.kind),
            ("on whose word", item.basis),
            ("publisher", item.publisher),
            ("edition", " ".join(filter(None, (item.edition.isoformat(), item.edition_note)))),
            ("rows", item.rows),
            ("licence", item.licence),
            ("citation", item.citation),
            ("taken from", about.source),
            ("severity", about.severity_rule),
            ("what it cannot see", item.cannot_see),
        )
        page += f"\n## {item.register}: {item.title}\n\n" + table(("", ""), facts)
        page += _citations([row for row in registers.hotspots if row.register == item.register])
    rule = heightening_rule()
    responses = ((one.kind, "; ".join((*one.findings, *one.topics)), one.response) for one in rule.responses)
    return (
        page
        + "\n## Heightened due diligence\n\nThe rule is in `watchlists/hotspots/heightened.yaml`; after "
        + f"{rule.citation}. Where it fires, a finding also says which response OECD Annex II calls for. The annex is "
        "restated from memory and speaks of minerals; following it for all goods is our own judgement.\n\n"
        + table(("class", "findings, and topics of list entries", "response"), responses)
        + "\n## What is not here\n\n"
        "- The World Bank's list of fragile and conflict-affected situations: we had it from memory alone.\n"
        "- ACLED, the Global Slavery Index and the RMI's lists: their licences do not let them ship. Add your own copy "
        "with `--register-file`; the columns are in `watchlists/hotspots/README.md`.\n"
        "- Armed groups beyond what the loaded lists say of their own entries (`hotspot groups`): the annexes of the "
        "Secretary-General's reports were not at hand to cite by paragraph.\n"
    )


def _citations(rows: Iterable[Hotspot]) -> str:
    """The sources that a register's rows name for themselves, each once."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.citation:
            found.setdefault((row.citation, row.address), []).append(row.row)
    lines = [(citation, address, ", ".join(names)) for (citation, address), names in sorted(found.items())]
    return "\n" + table(("source of the rows", "read at", "rows"), lines) if lines else ""


def risk_model() -> str:
    """Every number of the risk model and every finding rule."""
    from duediligence.risk import finding_rules
    from duediligence.risk import risk_model as model_of

    model = model_of()
    factors = ((f.label, f.weight, f.prior, ", ".join(f.registers) or "the party's own row") for f in model.factors)
    labels = {factor.id: factor.label for factor in model.factors}
    own = ((rule.kind, "; ".join(rule.concerns) or "any", labels[rule.factor]) for rule in model.own_rows)
    bands = ((band, f"{start:g}") for band, start in model.bands.items())
    overrides = ((rule.band, rule.reason) for rule in model.overrides.values())
    workforce = ((item.name.replace("_", " "), getattr(model.workforce, item.name)) for item in fields(model.workforce))
    rules = (
        (rule.title, rule.severity, "; ".join(rule.clauses), rule.action, rule.due_days)
        for rule in finding_rules().values()
    )
    return (
        f"# Risk model {model.version}\n\nBasis: {model.basis}. The formula is in [methodology.md](methodology.md).\n\n"
        + table(("factor", "weight", "severity while unknown", "fed by"), factors)
        + "\n## Rows of your own registers\n\nEach weighs by its stated severity on the factor of the first line that "
        + "fits.\n\n"
        + table(("kind", "concern", "factor"), own)
        + "\n## What a row says about its workforce\n\n"
        + table(("said", "severity"), workforce)
        + f"\n## Controls\n\nAnswers take away at most {model.control.largest_mitigation:.0%} of the inherent score.\n"
        + "\n## Bands\n\n"
        + table(("band", "from residual score"), bands)
        + "\n## What holds the band up while it is open\n\n"
        + table(("least band", "while"), overrides)
        + "\n## Findings\n\n"
        + table(("finding", "severity", "clauses", "action", "due after days"), rules)
    )


def intake() -> str:
    """What is found in each layout of the tests' corpus, and in a factory list as it was published."""
    from tempfile import TemporaryDirectory

    from tests.intake.layouts import LAYOUTS

    with TemporaryDirectory() as folder:
        made = [row for layout in LAYOUTS for row in _found_in(layout.title, layout.build(Path(folder)))]
    files = sorted((FOLDER.parent / "tests" / "intake" / "data").glob("[oO][aA][rR]_*"))
    published = [row for path in files for row in _found_in(f"Open Apparel Registry, as published: {path.name}", path)]
    return (
        "# What is found in a table\n\n"
        "Files nobody prepared for us, each made by a builder in `tests/intake/layouts/` that states the truth; a test "
        "compares. A layout with several tables has a line for each. Every row of a table is a party or a problem; "
        "columns without a field are kept as they are. Cells merged over several rows hold for each of these rows.\n\n"
        + table(("layout", "columns found", "rows", "parties", "problems of the file"), [*made, *published])
    )


def _found_in(title: str, path: Path) -> Iterable[tuple[object, ...]]:
    """A line for each table of a file; the first has the problems."""
    from collections import Counter

    from duediligence.errors import InputRefused
    from duediligence.intake import read_parties
    from duediligence.settings import Settings

    try:
        intake = read_parties(path, None, Settings())
    except InputRefused as refusal:
        yield (title, f"refused: {refusal.code.meaning}", "", "", refusal.code.name)
        return
    counts = Counter(problem.code.name for problem in intake.problems)
    problems = ", ".join(f"{count} × {name}" for name, count in counts.items()) or "none"
    for number, item in enumerate(intake.tables):
        named = [f"{column.header} → {column.field}" for column in item.columns if column.field]
        kept = len(item.columns) - len(named)
        columns = f"{', '.join(named)}{f'; {kept} kept' if kept else ''}"
        yield ("" if number else title, columns, item.rows, item.parties, "" if number else problems)


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "errors.md": errors,
    "settings.md": settings,
    "intake.md": intake,
    "questionnaires.md": questionnaires,
    "contradictions.md": contradictions,
    "coverage.md": coverage,
    "watchlists.md": watchlists,
    "hotspots.md": hotspots,
    "risk-model.md": risk_model,
}


def generated() -> dict[Path, str]:
    """Every file that is made from the code: the pages, and the schema of audit.json that ships in the package."""
    from duediligence.reports.data.json import schema_bytes
    from duediligence.resources import package_file

    files = {FOLDER / name: HEAD + write() for name, write in PAGES.items()}
    return {**files, package_file("reports", "data", "audit.schema.json"): schema_bytes().decode()}


def stale_pages() -> list[str]:
    """The names of the files that are not what the code would write now."""
    return [path.name for path, text in generated().items() if _current(path) != text]


def _current(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def main() -> None:
    """Writes every page, or checks them all."""
    if "--check" in sys.argv:
        stale = stale_pages()
        sys.exit(f"not current: {', '.join(stale)}; run `make docs`" if stale else 0)
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
