"""Files that are built to harm whoever opens them, or whose text is; one builder each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.tables import builders
from tests.tables.builders import package, worksheet, xlsx_parts

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OVERRIDE, ISOLATE = "\u202e", "\u2067"
LONGEST = 32_767
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def cell(address: str, value: str, *, formula: str = "") -> str:
    written = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{address}" t="str">{written}<v>{value}</v></c>' if value else f'<c r="{address}">{written}</c>'


def rows(lines: Iterable[Iterable[str]]) -> str:
    return "".join(
        f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(line))}</row>'
        for number, line in enumerate(lines, 1)
    )


LIST = rows([("Supplier name", "Country"), ("Alder Garments Ltd", "Bangladesh")])


def shared(*texts: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def far_corners(folder: Path) -> Path:
    return package(folder / "far.xlsx", xlsx_parts(f'{LIST}<row r="1048576">{cell("XFD1048576", "x")}</row>'))


def bomb_by_ratio(folder: Path) -> Path:
    return package(folder / "ratio.xlsx", {**xlsx_parts(LIST), "xl/media/image1.png": " " * 300_000_000})


def bomb_by_nesting(folder: Path) -> Path:
    inner = b" " * 10_000_000
    for depth in range(4):
        held = BytesIO()
        with ZipFile(held, "w", ZIP_DEFLATED) as archive:
            archive.writestr(f"{depth}.zip", inner)
        inner = held.getvalue()
    return package(folder / "nested.xlsx", {**xlsx_parts(LIST), "xl/more.bin": inner})


def bomb_by_shared_strings(folder: Path) -> Path:
    return package(folder / "strings.xlsx", xlsx_parts(LIST, shared=shared("A" * 300_000_000)))


def one_text_in_a_million_cells(folder: Path) -> Path:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(3, 1_000_000))
    return package(folder / "sharing.xlsx", xlsx_parts(LIST + cells, shared=shared("A" * 32_000)))


def one_text_in_a_million_cells_of_an_open_document(folder: Path) -> Path:
    text = f'<table:table-cell office:value-type="string"><text:p>{"A" * 32_000}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{text}</table:table-row>'
    return package(folder / "sharing.ods", builders.ods_parts(row))


def a_claim_of_billions_of_strings(folder: Path) -> Path:
    claim = shared("x").replace("<sst", '<sst count="4000000000" uniqueCount="4000000000"')
    return package(folder / "claim.xlsx", xlsx_parts(LIST, shared=claim))


def entities(folder: Path) -> Path:
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return package(folder / "laughs.xlsx", xlsx_parts(LIST, shared=f"<!DOCTYPE sst [{nested}]>{shared('&e9;')}"))


def entity_of_a_file(folder: Path) -> Path:
    sheet = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>{worksheet(rows([("Supplier name",), ("&e;",)]))}'
    return package(
        folder / "outside.xlsx", xlsx_parts(sheet=sheet.replace('<?xml version="1.0" encoding="UTF-8"?>', ""))
    )


def external_link(folder: Path) -> Path:
    parts = xlsx_parts(rows([("Supplier name",)]) + f'<row r="2">{cell("A2", "Alder Ltd", formula="[1]S!A1")}</row>')
    links = str(parts["xl/_rels/workbook.xml.rels"])
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink"
    target = f'<Relationship Id="rId9" Type="{kind}" Target="externalLinks/externalLink1.xml"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = links.replace("</Relationships>", target)
    parts["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{MAIN}"/>'
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="x" TargetMode="External" Target="http://192.0.2.1/steal.xlsx"/></Relationships>'
    )
    return package(folder / "linked.xlsx", parts)


def macros(folder: Path) -> Path:
    code = b"\xd0\xcf\x11\xe0" + b"Sub Auto_Open()\0Shell(calc)" * 40
    return package(folder / "macros.xlsm", {**xlsx_parts(LIST), "xl/vbaProject.bin": code})


def formulas(folder: Path) -> Path:
    lines = rows([("Supplier name", "Country")])
    lines += f'<row r="2">{cell("A2", "Alder Ltd", formula="CONCAT(B2)")}{cell("B2", "Kenya")}</row>'
    lines += f'<row r="3">{cell("A3", "", formula="CONCAT(B3)")}{cell("B3", "India")}</row>'
    return package(folder / "formulas.xlsx", xlsx_parts(lines))


def every_column(folder: Path) -> Path:
    names = [a + b + c for a in ("", *LETTERS) for b in ("", *LETTERS) for c in LETTERS if b or not a]
    cells = "".join(cell(f"{name}{{row}}", f"{name}{{row}}") for name in names[2:16_384])
    first, second = LIST.split("</row>")[:2]
    lines = f"{first}{cells.format(row=1)}</row>{second}{cells.format(row=2)}</row>"
    return package(folder / "columns.xlsx", xlsx_parts(lines))


def every_row(folder: Path) -> Path:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(3, 1_048_577))
    return package(folder / "rows.xlsx", xlsx_parts(LIST + blank))


def merged_everywhere(folder: Path) -> Path:
    merged = '<mergeCell ref="A2:XFD1048576"/>' + '<mergeCell ref="A2:A1048576"/>' * 100_000
    sheet = worksheet(LIST).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    return package(folder / "merged.xlsx", xlsx_parts(sheet=sheet))


def longest_names(folder: Path) -> Path:
    names = [(f"{letter * LONGEST}",) for letter in "ABC"]
    words = [(("Alder " * LONGEST)[:LONGEST],)]
    return package(folder / "long.xlsx", xlsx_parts(rows([("Supplier name",), *names, *words])))


def nul_bytes(folder: Path) -> Path:
    path = folder / "nuls.csv"
    path.write_bytes(b"Supplier name,Country\r\nAlder\0 Garments Ltd,Kenya\r\n" + b"Birch Footwear Co.,India\r\n" * 100)
    return path


def lone_surrogates(folder: Path) -> Path:
    path = folder / "surrogates.csv"
    names = "".join(f"Société numéro {number} é,Kenya\r\n" for number in range(20)).encode()
    path.write_bytes(b"Supplier name,Country\r\nAlder \xed\xa0\x80 Ltd,Kenya\r\n" + names)
    return path


def escaped_surrogates(folder: Path) -> Path:
    return package(folder / "escaped.xlsx", xlsx_parts(rows([("Supplier name",), ("Alder _xD800_ Ltd",)])))


def reversed_names(folder: Path) -> Path:
    names = [(f"Alder {OVERRIDE}dtL{ISOLATE} x",), ("=HYPERLINK(&quot;http://192.0.2.1&quot;)",), ("@SUM(A1)",)]
    return package(folder / "reversed.xlsx", xlsx_parts(rows([("Supplier name",), *names])))


REFUSED: dict[Callable[[Path], Path], str] = {
    far_corners: "DD-TAB-006",
    bomb_by_ratio: "DD-TAB-006",
    bomb_by_nesting: "DD-TAB-006",
    bomb_by_shared_strings: "DD-TAB-006",
    one_text_in_a_million_cells: "DD-TAB-006",
    one_text_in_a_million_cells_of_an_open_document: "DD-TAB-006",
    entities: "DD-TAB-006",
    entity_of_a_file: "DD-TAB-006",
}
"""The code of each file that is refused."""

READ: dict[Callable[[Path], Path], tuple[str, ...]] = {
    a_claim_of_billions_of_strings: ("Alder Garments Ltd",),
    external_link: ("Alder Ltd",),
    macros: ("Alder Garments Ltd",),
    formulas: ("Alder Ltd",),
    every_column: ("Alder Garments Ltd",),
    every_row: ("Alder Garments Ltd",),
    merged_everywhere: ("Alder Garments Ltd",),
    longest_names: ("A" * LONGEST, "B" * LONGEST, "C" * LONGEST, ("Alder " * LONGEST)[:LONGEST].strip()),
    nul_bytes: ("Alder Garments Ltd",),
    lone_surrogates: (),
    escaped_surrogates: (),
    reversed_names: ("Alder dtL x", '\'=HYPERLINK("http://192.0.2.1")', "'@SUM(A1)"),
}
"""The first names that each of the other files gives, as the output has them."""
