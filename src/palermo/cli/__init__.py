"""The command line: parses, calls the workbench, prints sentences or one JSON document."""
