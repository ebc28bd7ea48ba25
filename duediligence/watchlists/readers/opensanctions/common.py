"""What the two forms of OpenSanctions' data have in common. It is CC BY-NC: read with a licence, never shipped."""

from __future__ import annotations

from duediligence.model import EntryKind

LIST = "OS"
KINDS = {
    **{"Person": EntryKind.PERSON, "Company": EntryKind.ORGANISATION, "Organization": EntryKind.ORGANISATION},
    **{"PublicBody": EntryKind.ORGANISATION, "LegalEntity": EntryKind.UNKNOWN, "Vessel": EntryKind.VESSEL},
    "Airplane": EntryKind.AIRCRAFT,
}
"""The schemata that are parties. `LegalEntity` is a person or an organisation, not said which."""
