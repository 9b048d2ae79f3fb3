"""Intake: from a file's rows as they stood to typed records, and the rows set aside with their reasons."""
