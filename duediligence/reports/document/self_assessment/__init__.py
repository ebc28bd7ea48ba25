"""The self-assessment as a document, from the party's own answers alone."""
