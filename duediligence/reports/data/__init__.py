"""The audit for programs: JSON, csv and the manifest."""
