"""The vocabulary every other part shares: records, sources, codes, statements, findings, leads, errors."""
