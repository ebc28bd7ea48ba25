"""Every error and every problem the toolkit can name, with a stable code.

Two ways to say that something is wrong::

    DueDiligenceError              raised: the work cannot go on
    ├── InputRefused               what the user gave cannot be used       → exit code 3
    ├── SettingsInvalid            a setting has no usable value           → exit code 2
    ├── OutputRefused              the output folder cannot be written     → exit code 1
    ├── UpdateFailed               a list could not be fetched or kept     → exit code 1
    └── PackagedDataBroken         a data file we ship does not load       → exit code 1

    model.Problem                  collected: one cell, row or entry is wrong, the work goes on

Both carry a `Code`. Codes are a contract: they are never renumbered, only retired. The second value of
a code says what it means; the third says what the person can do about it.
"""

from __future__ import annotations

from enum import Enum

__all__ = [
    "Code",
    "DueDiligenceError",
    "InputRefused",
    "OutputRefused",
    "PackagedDataBroken",
    "SettingsInvalid",
    "UpdateFailed",
]


class Code(Enum):
    """A stable code with its meaning and its advice; rendered into docs/errors.md."""

    # Tables: opening untrusted files (DD-TAB)
    FILE_MISSING = ("DD-TAB-001", "The file does not exist.", "Check the path.")
    FILE_NOT_A_TABLE = (
        "DD-TAB-002",
        "The file is neither a spreadsheet nor delimited text.",
        "Save it as xlsx or csv and try again.",
    )
    FILE_ENCRYPTED = (
        "DD-TAB-003",
        "The workbook is protected by a password.",
        "Open it, remove the password, save a copy and try again.",
    )
    FILE_EMPTY = (
        "DD-TAB-004",
        "The file holds no cell with a value.",
        "Check that the right file was given.",
    )
    FILE_TOO_LARGE = (
        "DD-TAB-005",
        "The file is larger than the limit, packed or unpacked.",
        "Split the file, or raise the limit in the settings if you trust it.",
    )
    FILE_SUSPECT = (
        "DD-TAB-006",
        "The file is built in a way that honest spreadsheets are not.",
        "Do not open it; ask the sender for a csv export.",
    )
    FILE_DAMAGED = (
        "DD-TAB-007",
        "The file is damaged or cut off.",
        "Ask for it again, or open it in a spreadsheet program and save a copy.",
    )
    CELL_ERROR = (
        "DD-TAB-008",
        "The cell holds a spreadsheet error in place of a value.",
        "Correct the formula in the sheet; the cell was read as empty.",
    )
    ENCODING_GUESSED = (
        "DD-TAB-009",
        "The text's encoding was guessed.",
        "Look at names with accents; save the file as UTF-8 if they are wrong.",
    )

    # Intake: what a table means (DD-IN)
    NO_HEADER = (
        "DD-IN-001",
        "No row of the table could be read as its header.",
        "Give the table a header row with a column for the name.",
    )
    NO_NAME_COLUMN = (
        "DD-IN-002",
        "No column holds the name of the supplier or agency.",
        "Name the column `Supplier name` or `Agency name`.",
    )
    NO_ROWS = ("DD-IN-003", "The table has a header and no rows.", "Check that the right file was given.")
    NAME_EMPTY = ("DD-IN-004", "The row has values but no name.", "Fill in the name or delete the row.")
    COUNTRY_UNKNOWN = (
        "DD-IN-005",
        "The country is not known.",
        "Write the country's name or its two-letter code.",
    )
    COUNTRY_AMBIGUOUS = (
        "DD-IN-006",
        "The country could be more than one.",
        "Write the two-letter code.",
    )
    NUMBER_UNREADABLE = ("DD-IN-007", "The number could not be read.", "Write it with digits only.")
    DATE_UNREADABLE = ("DD-IN-008", "The date could not be read.", "Write it as YYYY-MM-DD.")
    IDENTIFIER_INVALID = (
        "DD-IN-009",
        "The identifier's check digits are wrong.",
        "Compare it with the source document.",
    )
    PARTY_ID_REPEATED = (
        "DD-IN-010",
        "Two rows carry the same id.",
        "Give each party its own id; the later row was given a suffix.",
    )
    ROW_NOT_A_PARTY = (
        "DD-IN-011",
        "The row is a total or a note, not a party.",
        "Nothing to do if that is so; otherwise fill in its other columns.",
    )
    SHEET_NOT_READ = (
        "DD-IN-012",
        "The sheet holds no table of suppliers or agencies.",
        "Nothing to do if that is so; otherwise give its table a header.",
    )
    COLUMN_NOT_UNDERSTOOD = (
        "DD-IN-013",
        "The column's meaning was not recognised; its values are kept as they are.",
        "Rename the column if the audit should use it.",
    )
    REGION_UNKNOWN = (
        "DD-IN-014",
        "The region is not one of the country's.",
        "Write the region as the country's official list has it.",
    )
    AGENCY_UNKNOWN = (
        "DD-IN-015",
        "The supplier names an agency that is in none of the files.",
        "Add the agency's file with --agencies, or correct the name.",
    )

    NUMBER_DOUBTFUL = (
        "DD-IN-016",
        "The number can be read in two ways.",
        "Write the whole column in one way; the value was left out.",
    )

    ROW_JOINED = (
        "DD-IN-017",
        "The row names a party that stands in an earlier row.",
        "Use --keep-rows to keep every row apart.",
    )
    PARTY_NEAR_DUPLICATE = (
        "DD-IN-018",
        "Two parties may be one.",
        "Give both the same name or id if they are one.",
    )
    PARENT_UNKNOWN = (
        "DD-IN-019",
        "The parent or group is in none of the files.",
        "Nothing to do, or add a row for it if it should be audited too.",
    )
    COLUMN_MOVED = (
        "DD-IN-020",
        "A column of the saved mapping stands in another place.",
        "Nothing to do if the column is the right one; otherwise correct the mapping.",
    )
    COLUMN_MISSING = (
        "DD-IN-021",
        "A column of the saved mapping is not in the table.",
        "Correct the header in the table or in the mapping.",
    )
    MAPPING_INVALID = (
        "DD-IN-022",
        "The mapping cannot be used.",
        "Make one with `duediligence import FILE --save-mapping` and correct that.",
    )
    SHEET_HIDDEN = (
        "DD-IN-023",
        "The sheet is hidden; its rows were read like any other's.",
        "Unhide it and look; remove it from the file if it should not count.",
    )

    TEXT_REORDERED = (
        "DD-IN-024",
        "The name holds marks that make it read in another order than it is written.",
        "Compare it with a document; every output leaves these marks out, except audit.json.",
    )

    # Watchlists (DD-WL)
    LIST_UNKNOWN = (
        "DD-WL-001",
        "The file is not a watchlist that can be read.",
        "Give the publisher's own file, unchanged; `duediligence watchlist list` names the lists.",
    )
    LIST_DAMAGED = (
        "DD-WL-002",
        "The list file is damaged or cut off.",
        "Download it again; no entry of a damaged list is used.",
    )
    LIST_ENTRY_UNREADABLE = (
        "DD-WL-003",
        "An entry of the list could not be read whole.",
        "Compare it with the publisher's page.",
    )
    LIST_SUPERSEDED = (
        "DD-WL-004",
        "A newer edition of the same list was given too and is used instead.",
        "Nothing to do, or remove the older file.",
    )
    LIST_STALE = (
        "DD-WL-005",
        "The list is older than the permitted age.",
        "Run `duediligence watchlist update`, or download the newest edition and give it with --lists.",
    )
    LIST_UNDATED = (
        "DD-WL-006",
        "The list's file does not say its date.",
        "Keep the publisher's file name or date with the file.",
    )
    LIST_NOTHING_FOUND = ("DD-WL-007", "No watchlist was found there.", "Give the files or their folder.")
    LIST_PART_MISSING = (
        "DD-WL-008",
        "A companion file of the list is missing.",
        "Put the publisher's files of one edition in one folder.",
    )
    LIST_NOT_FETCHED = (
        "DD-WL-009",
        "The list could not be fetched.",
        "Try again later, or download it and give it to `duediligence watchlist add`; the last edition stays in use.",
    )
    LIST_SHRUNK = (
        "DD-WL-010",
        "The edition has far fewer entries than the one in use.",
        "Look at the publisher's page; give --accept-loss if that is right. The last edition stays in use.",
    )
    LIST_FOLDER_BUSY = (
        "DD-WL-011",
        "Another program is installing an edition.",
        "Wait until it is done and try again.",
    )

    # Pairs of names to compare (DD-CMP)
    PAIRS_WITHOUT_COLUMNS = (
        "DD-CMP-001",
        "There is no header with the columns name_a and name_b.",
        "Name the columns name_a and name_b; pair_id, type, country_a, country_b and label may stand beside them.",
    )
    PAIR_NAME_MISSING = (
        "DD-CMP-002",
        "The pair lacks a name that can be compared.",
        "Fill in both names; the row has no score.",
    )
    PAIR_VALUE_UNKNOWN = (
        "DD-CMP-003",
        "The pair's type or label is not one that is known.",
        "Write organisation or person as type, match or no match as label.",
    )
    PAIR_ID_REPEATED = (
        "DD-CMP-004",
        "Two pairs carry the same id.",
        "Give each pair its own id; both rows are in the output, in the file's order.",
    )

    # Questionnaires and answers (DD-QN)
    ANSWERS_UNKNOWN_FORM = (
        "DD-QN-001",
        "The file is not an answer form of a known questionnaire.",
        "Make a form with `duediligence questionnaire form` and fill that in.",
    )
    ANSWERS_OTHER_VERSION = (
        "DD-QN-002",
        "The form was made from another version of the questionnaire.",
        "Answers were carried over by question; check those that are missing.",
    )
    ANSWER_INVALID = (
        "DD-QN-003",
        "The answer is not one that the question allows.",
        "Choose one of the answers in the list.",
    )
    ANSWER_ROW_UNKNOWN = (
        "DD-QN-004",
        "The row's question is not part of the questionnaire.",
        "Leave the question column as it was.",
    )
    ANSWERS_PARTY_UNKNOWN = (
        "DD-QN-005",
        "The answers belong to a party that is in none of the files.",
        "Write the party's id or its exact name on the form's first sheet.",
    )
    ANSWERS_SUPERSEDED = (
        "DD-QN-006",
        "Two answer files speak for the same party; the newer is used.",
        "Remove the older file.",
    )
    QUESTIONNAIRE_UNKNOWN = (
        "DD-QN-007",
        "There is no questionnaire of that name.",
        "`duediligence questionnaire list` names them.",
    )
    ANSWERS_EMPTY = (
        "DD-QN-008",
        "The form holds no answer that could be used.",
        "Fill it in and give it again.",
    )
    LANGUAGE_UNKNOWN = (
        "DD-QN-009",
        "There are no questionnaires in that language.",
        "Add it as one file; CONTRIBUTING.md says how.",
    )
    QUICK_FORM_MISSING = (
        "DD-QN-010",
        "The questionnaire has no quick form.",
        "Make the full form, without --quick.",
    )
    FORM_ROWS_MISSING = (
        "DD-QN-011",
        "Rows were deleted from the form.",
        "Make a new form and copy the answers into it; what was deleted counts as not answered.",
    )
    FORM_ROWS_FOREIGN = (
        "DD-QN-012",
        "The rows belong to the form of another questionnaire.",
        "Give each questionnaire as a file of its own; these rows were not read.",
    )
    FORM_UNMARKED = (
        "DD-QN-013",
        "The sheet that says which form this is was removed.",
        "It was recognised by its questions; check that they are of this version.",
    )

    # Hotspots (DD-HS)
    SECTOR_UNKNOWN = (
        "DD-HS-001",
        "The sector or product text was not recognised.",
        "Write an ISIC, NACE or HS code, or a plainer word; no sector register was consulted.",
    )
    REGISTER_INVALID = (
        "DD-HS-002",
        "The register file has a row that cannot be used.",
        "See watchlists/hotspots/README.md for the columns; every row says its source.",
    )

    # Settings, outputs, our own data
    SETTING_INVALID = ("DD-SET-001", "A setting has no usable value.", "See docs/settings.md.")
    OUTPUT_EXISTS = (
        "DD-OUT-001",
        "The output folder holds files that are not an audit's.",
        "Give another folder with --out.",
    )
    OUTPUT_UNWRITABLE = ("DD-OUT-002", "The output cannot be written.", "Check the path and the free space.")
    AUDIT_CHANGED = (
        "DD-OUT-003",
        "A file of the audit folder is not what the manifest says.",
        "Do not rely on this folder; run the audit again.",
    )
    LETTERS_WITHOUT_FONT = (
        "DD-OUT-004",
        "The report has no font for some letters; they are shown romanised.",
        "Read the name in audit.xlsx.",
    )
    DATA_BROKEN = ("DD-DAT-001", "A packaged data file does not load.", "Install the package again.")

    @property
    def code(self) -> str:
        """The stable code, such as `DD-IN-005`."""
        return self.value[0]

    @property
    def meaning(self) -> str:
        """What is wrong, in one sentence."""
        return self.value[1]

    @property
    def advice(self) -> str:
        """What the person can do about it, in one sentence."""
        return self.value[2]


class DueDiligenceError(Exception):
    """The work cannot go on.

    `where` is a cell address or a file name as shown to people; `detail` says what was found there.
    """

    def __init__(self, code: Code, *, where: str = "", detail: str = "") -> None:
        self.code = code
        self.where = where
        self.detail = detail
        super().__init__(self.text)

    @property
    def text(self) -> str:
        """One line: where, what, found, advice, code."""
        place = f"{self.where}: " if self.where else ""
        found = f" ({self.detail})" if self.detail else ""
        return f"{place}{self.code.meaning}{found} {self.code.advice} [{self.code.code}]"


class InputRefused(DueDiligenceError):
    """A file that the user gave cannot be used. Exit code 3."""


class SettingsInvalid(DueDiligenceError):
    """A setting has no usable value. Exit code 2."""


class OutputRefused(DueDiligenceError):
    """The output cannot be written. Exit code 1."""


class UpdateFailed(DueDiligenceError):
    """A list could not be fetched or installed; the edition in use stays as it was. Exit code 1."""


class PackagedDataBroken(DueDiligenceError):
    """A data file that ships with the package does not load: our fault. Exit code 1."""
