"""The audit as a workbook."""
