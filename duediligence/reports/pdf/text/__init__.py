"""Text for a page: fonts, scripts, shaping and line breaks."""
