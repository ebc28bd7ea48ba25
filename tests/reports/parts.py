"""The parts of an invented audit: parties, matches, exposures, scores, findings, sources.

All parties, entries and lists are invented, except that registers and lists bear their real short names.
"""

from __future__ import annotations

from datetime import date

from duediligence.errors import Code
from duediligence.model import (
    Assessment,
    Basis,
    CellRef,
    ColumnMeaning,
    Concern,
    CriticalAnswer,
    DateBasis,
    Driver,
    EvidenceRef,
    Exposure,
    Finding,
    FindingSeverity,
    HotspotKind,
    Identifier,
    ListEdition,
    Match,
    MatchBand,
    MatchEvidence,
    Nearness,
    Override,
    Party,
    PartyKind,
    PartyPlacement,
    Problem,
    Register,
    RegisterRowRef,
    RiskBand,
    RiskProfile,
    SectorReading,
    Severity,
    SourceFile,
    TableUnderstanding,
    ThemeScore,
)
from duediligence.model.questionnaire import Answer, EvidenceGrade

AS_OF = date(2026, 11, 24)
FILE = "suppliers.xlsx"

NAMES = (
    ("Harbour Knitwear Ltd", "BD"),
    ("ООО «Северный путь»", "RU"),
    ("Ωμέγα Ναυτιλιακή ΑΕ", "GR"),
    ("شركة النور للتجارة (المحدودة)", "LB"),
    ("کۆمپانیای ڕێبەر", "IQ"),
    ("和田绿洲服装（集团）有限公司", "CN"),
    ("ঢাকা রিক্রুটিং এজেন্সি লিমিটেড", "BD"),
    ("हरियाणा श्रमिक सेवा प्राइवेट लिमिटेड", "IN"),
    ("Công ty Cổ phần May mặc Nguyễn Văn Trỗi", "VN"),
    ("บริษัท ตัวอย่าง จำกัด", "TH"),
    ("<b>Bold & Sons</b> <a href='x'>Trading</a>", "GB"),
    ('=HYPERLINK("http://example.invalid","click")', "US"),
    ("A" * 300, "DE"),
    ("Very Long " + "Supplier Name of Many Words " * 20, "KE"),
    ("evil\u202egnp.exe Trading", "AE"),
    ("Plain Case Cables GmbH", "DE"),
)

LONG_WHY = (
    "Kachin (MM-11) is on the EU's indicative list of conflict-affected and high-risk areas, June 2026, and the "
    "supplier's row names a town there."
)


def party(number: int, name: str, country: str) -> Party:
    return Party(
        party_id=f"S{number:03d}",
        kind=PartyKind.AGENCY if number % 5 == 0 else PartyKind.SUPPLIER,
        name=name,
        origin=CellRef(FILE, "Suppliers", number + 4, 2),
        other_names=(f"{name[:20]} Trading",) if number % 3 == 0 else (),
        country=country,
        city="Example City",
        address="12 Example Road",
        sector="Knitted garments",
        products=("T-shirts", "cotton yarn"),
        identifiers=(Identifier("lei", "529900T8BM49AURSDO55", valid=True),) if number % 4 == 0 else (),
        owners=("Jane Example",) if number % 2 == 0 else (),
        workers=1200 * number or None,
        fee_charged=900.0 if number == 1 else None,
        extra={"Buyer": "=cmd|' /C calc'!A0"},
    )


def match(number: int, name: str, band: MatchBand, score: float) -> Match:
    return Match(
        party_id=f"S{number:03d}",
        party_name=name,
        kind="supplier",
        row=CellRef(FILE, "Suppliers", number + 4, 2),
        list="OFAC-SDN",
        list_entry_id=f"{10000 + number}",
        list_name="AL-NOOR GENERAL TRADING LLC",
        matched_name="شركة النور للتجارة العامة",
        party_name_compared=name,
        score=score,
        band=band,
        country_party="LB",
        country_entry=("LB", "AE"),
        listed_for=("trafficking in persons", "terrorism"),
        evidence=(
            MatchEvidence("name", name, "Al-Noor General Trading", 0.81, "three of four words are alike"),
            MatchEvidence("country", "LB", "LB, AE", 0.05),
        ),
        explanation=f"Potential match: three of four words of “{name[:60]}” are alike; the country agrees.",
    )


def exposure(number: int, basis: Basis, register: str, near: Nearness) -> Exposure:
    return Exposure(
        party_id=f"S{number:03d}",
        register=register,
        row="MM-11",
        kind=HotspotKind.PLACE,
        basis=basis,
        label="Kachin",
        pattern="trafficking out of or within a conflict area",
        concern=Concern.OUT_OF_CONFLICT,
        nearness=near,
        severity=0.8,
        confidence=0.95,
        why=LONG_WHY,
        edition=date(2026, 6, 1),
        cell=CellRef(FILE, "Suppliers", number + 4, 4),
        measures=(("deaths 2019–2023", "12,345"), ("index", "7.1")),
    )


def placement(number: int) -> PartyPlacement:
    met = (
        exposure(number, Basis.OFFICIAL, "EU-CAHRA", Nearness.SAME_REGION),
        exposure(number, Basis.DATASET, "UCDP-GED", Nearness.SAME_COUNTRY),
        exposure(number, Basis.OWN, "OWN-GOODS", Nearness.SAME_SECTOR),
    )
    reading = SectorReading("Knitted garments", ("1430",), "Manufacture of knitted apparel", 0.9, "a known term")
    gaps = ("Region unknown: 2 regions of India are on the EU CAHRA list.",) if number % 3 == 0 else ()
    return PartyPlacement(f"S{number:03d}", met if number % 2 else (), (reading,), gaps)


def profile(number: int, band: RiskBand) -> RiskProfile:
    middle = {RiskBand.LOW: 12.0, RiskBand.MEDIUM: 33.0, RiskBand.HIGH: 55.5, RiskBand.CRITICAL: 81.2}[band]
    register = EvidenceRef(
        "register row", LONG_WHY, RegisterRowRef("EU-CAHRA", "MM-11", date(2026, 6, 1)), "official list"
    )
    return RiskProfile(
        party_id=f"S{number:03d}",
        inherent=middle + 11,
        control=0.42 if number % 2 else None,
        residual=middle,
        low=middle - 10,
        high=middle + 15,
        coverage=0.635,
        band=band,
        drivers=(
            Driver("conflict", "Conflict around the place", middle - 5.5, True, (register,)),
            Driver("goods", "Goods and sector", 16.5, True, ()),
            Driver("workforce", "Workforce and recruitment", 0.0, False),
            Driver("control", "Controls shown by the questionnaire", -11.0, True),
        ),
        overrides=(Override("strong_match", RiskBand.HIGH, "A strong potential match with a list entry is undecided."),)
        if band is RiskBand.CRITICAL
        else (),
        unknown=("Workforce and recruitment: the share of migrant workers is not known",),
    )


def finding(number: int, severity: FindingSeverity, name: str) -> Finding:
    cell = EvidenceRef("cell", name, CellRef(FILE, "Suppliers", number + 4, 2), "the party's file")
    return Finding(
        finding_id=f"F{number:04d}",
        party_id=f"S{number:03d}",
        rule="match_strong",
        title="Strong potential match with a watchlist entry",
        severity=severity,
        statement="Three of four words of the name are alike; the country agrees.",
        evidence=(cell,),
        clauses=("UNGP 18", "UNGP 23"),
        action="Hold new business. Compare identifiers, address and owners with the entry; record the decision.",
        due=date(2026, 11, 29),
    )


def assessment(number: int) -> Assessment:
    cell = CellRef("answers.xlsx", "Questions", 12, 5)
    return Assessment(
        party_id=f"S{number:03d}",
        questionnaire="supplier",
        version="2026.1",
        control=0.42,
        coverage=0.8,
        themes=(ThemeScore("A", "Policy and responsibility", 0.7, 1.0), ThemeScore("E", "Fees and debt", None, 0.0)),
        critical=(
            CriticalAnswer(
                "SUP-E03",
                "Do workers pay to be recruited?",
                "Yes",
                cell,
                ("ILO 9",),
                ("IRIS 1",),
                "Repay the fees.",
            ),
        ),
        answers=(Answer("SUP-E03", "Yes", EvidenceGrade.RECORD, "@note", cell),),
        answered_on=date(2026, 11, 2),
        file="answers.xlsx",
    )


def edition(name: str, dated: date | None, *, packaged: bool = False) -> ListEdition:
    return ListEdition(
        list=name,
        title=f"{name} consolidated list",
        publisher="An Example Publisher of Lists",
        licence="public domain",
        dated=dated,
        date_basis=DateBasis.STATED if dated else DateBasis.UNKNOWN,
        entries=18000,
        names=41000,
        files=(SourceFile(f"{name.lower()}.csv", 123456, "ab" * 32),),
        packaged=packaged,
    )


def register(name: str, basis: Basis) -> Register:
    return Register(
        register=name,
        title=f"Example register {name}",
        kind=HotspotKind.PLACE,
        basis=basis,
        publisher="An Example Institute",
        edition=date(2026, 6, 1),
        licence="CC BY 4.0",
        citation="Example Institute (2026), a register of examples, edition of June 2026.",
        cannot_see="Places where nobody reports.",
        rows=239,
        sha256="cd" * 32,
    )


def problems() -> tuple[Problem, ...]:
    return (
        Problem(
            Code.COUNTRY_UNKNOWN, Severity.WARNING, CellRef(FILE, "Suppliers", 9, 4), "Burmma", "Did you mean Myanmar?"
        ),
        Problem(Code.NAME_EMPTY, Severity.ERROR, CellRef(FILE, "Suppliers", 40), rows=1),
        Problem(Code.COLUMN_NOT_UNDERSTOOD, Severity.NOTE, CellRef(FILE, "Suppliers", 4, 9), "=Buyer"),
    )


def table(parties: int, lost: int) -> TableUnderstanding:
    columns = (ColumnMeaning(2, "Supplier name", "name", 1.0, "exact"), ColumnMeaning(9, "Buyer", "", 0.0, "unknown"))
    where = CellRef(FILE, "Suppliers")
    return TableUnderstanding(where, PartyKind.SUPPLIER, 4, columns, parties + lost, parties, lost)
