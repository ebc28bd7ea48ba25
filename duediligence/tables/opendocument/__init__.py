"""ods workbooks."""
