"""Says who may be the same: names across scripts, probabilistic linkage, and people's reversible judgements; it merges nothing."""
