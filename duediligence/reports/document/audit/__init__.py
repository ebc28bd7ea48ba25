"""The audit as a document: its parts in their order."""
