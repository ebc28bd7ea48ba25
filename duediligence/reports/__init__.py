"""An audit as files: one document, several renderers, and a manifest that can be checked."""

from duediligence.reports.data.csv import MATCH_COLUMNS, PAIR_COLUMNS, write_matches_csv, write_pair_scores
from duediligence.reports.data.manifest import MANIFEST, verify_folder, write_manifest
from duediligence.reports.folder import FORMATS, check_folder, write_audit, write_audit_folder

__all__ = [
    "FORMATS",
    "MANIFEST",
    "MATCH_COLUMNS",
    "PAIR_COLUMNS",
    "check_folder",
    "verify_folder",
    "write_audit",
    "write_audit_folder",
    "write_manifest",
    "write_matches_csv",
    "write_pair_scores",
]
