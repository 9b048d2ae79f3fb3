"""Domain-free tools: folding of text, reading contacts out of text, digests, time. Imports nothing of the house."""
