"""From rows to parties: fields, ids, duplicates and links."""
