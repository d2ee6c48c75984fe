"""Tables: CSV and TSV, workbooks, and which of their columns hold what."""
