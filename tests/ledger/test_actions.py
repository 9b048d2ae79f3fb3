"""The closed list of actions covers what the law wants logged."""

from palermo.ledger import ACTIONS, LAW

EVENTS = {
    "collection", "alteration", "consultation", "disclosure", "transfer", "combination", "erasure", "export",
    "permission_change", "code_override", "login", "search", "print", "restore",
}  # fmt: skip


def test_every_event_that_has_to_be_logged_has_an_action() -> None:
    """Each of the fourteen events that have to be logged is logged by at least one action, and by known actions only."""
    assert set(LAW) == EVENTS
    assert all(LAW.values())
    assert {action for actions in LAW.values() for action in actions} <= set(ACTIONS)


def test_every_action_has_words_that_follow_a_name() -> None:
    """An action's words make a sentence after an account's name: small letter, no full stop."""
    assert all(words[0].islower() and not words.endswith(".") for words in ACTIONS.values())
