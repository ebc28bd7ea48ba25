"""What answers amount to: control score, coverage, status of each question."""
