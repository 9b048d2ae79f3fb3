"""What touches the outside: readers of files, SQLite, Parquet, the clock, the rules' tables."""
