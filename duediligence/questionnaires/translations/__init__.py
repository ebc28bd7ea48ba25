"""The questionnaires in other languages: files, wording, completeness, and answers in their words."""
