"""An audit as files: one document, several renderers, and a manifest that can be checked."""

from duediligence.reports.data.csv import MATCH_COLUMNS, PAIR_COLUMNS, write_matches_csv, write_pair_scores
from duediligence.reports.data.manifest import MANIFEST, verify_folder, write_manifest
from duediligence.reports.document.self_assessment.report import self_assessment
from duediligence.reports.folder import FORMATS, check_folder, write_audit, write_audit_folder
from duediligence.reports.self_assessment_file import write_self_assessment

__all__ = [
    "FORMATS",
    "MANIFEST",
    "MATCH_COLUMNS",
    "PAIR_COLUMNS",
    "check_folder",
    "self_assessment",
    "verify_folder",
    "write_audit",
    "write_audit_folder",
    "write_manifest",
    "write_matches_csv",
    "write_pair_scores",
    "write_self_assessment",
]
