"""The case file: what people and rules assert, who did what, and which Parquet parts are in the case."""
