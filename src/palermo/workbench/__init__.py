"""The one door: opens a case, asks access, runs a use case, writes the ledger. Surfaces call nothing else."""
