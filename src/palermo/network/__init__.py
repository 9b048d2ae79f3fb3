"""The link graph of a case: groups, roles shown by evidence, paths with reasons, and what an arrest or a search would break."""
