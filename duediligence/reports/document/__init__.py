"""What a report says, in blocks: the same for every renderer."""
