"""An audit as files: one document, several renderers, and a manifest that can be checked."""

from duediligence.reports.data.csv import MATCH_COLUMNS, write_matches_csv
from duediligence.reports.data.manifest import MANIFEST, verify_folder, write_manifest
from duediligence.reports.data.pair_scores_part import PAIR_COLUMNS, write_pair_scores
from duediligence.reports.folder import check_folder, write_audit_folder
from duediligence.reports.writers_part import FORMATS, write_audit

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
