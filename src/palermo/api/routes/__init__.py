"""The operations of the API, one module for each capability, written against the `Desk` alone."""
