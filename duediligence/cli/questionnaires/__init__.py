"""`duediligence questionnaire`: forms out, answers in, scores."""
