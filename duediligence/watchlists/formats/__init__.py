"""The files that publishers use: text, csv, XML, HTML and workbooks, opened safely."""
