"""A questionnaire as a workbook to fill in."""
