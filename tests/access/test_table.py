"""Who may do what, asked one row at a time, and a table that refuses what it does not know."""

import copy
from typing import Any

import pytest

from palermo.access import Action, Actor, Table, may, parse, purposes_for, require
from palermo.adapters import rules
from palermo.model.errors import Refused, WrongUse
from palermo.model.ids import ActorId

TABLE = parse(rules.load("access"))

# One row for each action; one column for each role: analyst, financial investigator, case officer, prosecutor, liaison officer,
# field team, reception centre, data steward. y: may. p: may, once a purpose is stated. A dot: may not.
PERMISSIONS = """
new-case        . . y y . . . .
see-case        y y y y y y . y
see-sources     y y y y y . . y
add-source      y y y y . . . .
review-source   . . y y . . . y
add-data        y y y . . . . .
map-columns     y y y . . . . .
see-set-aside   y y y . . . . .
mend-row        y y y . . . . .
analyse         y y y . . . . .
see-leads       y y y y y . . .
see-evidence    y y y y . . . .
see-apart       . . p p . . . p
decide-lead     . . y y . . . .
undo-decision   . . y y . . . .
save-chart      y y y y . . . .
judge-adverts   y y y y . . . .
see-identity    y y y y . . . .
judge-identity  y y y y . . . .
mark-identity   . . y y . . . .
see-marks       . . p p . . . .
override-code   . . y y . . . .
erase           . . . y . . . y
read-record     . . y y . . . y
verify          y y y y y . . y
export          . . y y y . . .
grant-roles     . . . . . . . y
"""


def actor(*roles: str) -> Actor:
    """Make an account with these roles."""
    return Actor(ActorId("someone"), roles)


def answer(table: Table, role: str, action: str) -> str:
    """Ask for an action in a role, first without a purpose and then with one."""
    for letter, purpose in (("y", ""), ("p", "prosecute")):
        try:
            require(table, actor(role), action, purpose)
        except Refused:
            continue
        return letter
    return "."


def test_every_role_and_action_is_answered_as_the_table_above_says() -> None:
    """The whole of who may do what, one row an action, one column a role."""
    asked = [
        f"{action:<15} " + " ".join(answer(TABLE, role, action) for role in TABLE.roles) for action in TABLE.actions
    ]
    assert asked == PERMISSIONS.strip().splitlines()


@pytest.mark.parametrize("role", TABLE.roles)
def test_what_an_actor_may_is_what_require_lets_pass(role: str) -> None:
    """The list of what an actor may do holds just what it is not refused."""
    assert may(TABLE, actor(role)) == [action for action in TABLE.actions if answer(TABLE, role, action) != "."]


def test_roles_add_up() -> None:
    """An account with two roles may do what either may."""
    either = set(may(TABLE, actor("analyst"))) | set(may(TABLE, actor("steward")))
    assert set(may(TABLE, actor("analyst", "steward"))) == either


def test_without_a_known_role_nothing_is_allowed() -> None:
    """An account with no role, or one the table does not know, may do nothing."""
    assert may(TABLE, actor()) == may(TABLE, actor("root")) == []


def test_the_local_user_holds_the_roles_of_a_small_team() -> None:
    """On one's own machine one account may do everything, because it holds the roles that together may."""
    assert TABLE.local == Actor(ActorId("local"), ("analyst", "case-officer", "prosecutor", "steward"))
    assert may(TABLE, TABLE.local) == list(TABLE.actions)


def test_a_refusal_says_what_is_so_why_and_who_may() -> None:
    """A refusal gives the action's sentence, the roles held, and who to ask."""
    with pytest.raises(Refused) as refused:
        require(TABLE, actor("analyst"), "decide-lead")
    assert str(refused.value) == (
        "This account may not decide on a lead. The account holds only the role of analyst. "
        "Ask someone who may: case officer or prosecutor."
    )


@pytest.mark.parametrize("purpose", ["", "curiosity", "find and protect a presumed victim"])
def test_what_is_kept_apart_is_shown_only_for_a_purpose(purpose: str) -> None:
    """Whoever may see protected cells is still refused without one of the purposes, and is told which there are."""
    with pytest.raises(Refused) as refused:
        require(TABLE, actor("prosecutor"), "see-apart", purpose)
    assert all(code in refused.value.way_out for code in purposes_for(TABLE, "see-apart"))
    assert "curiosity" not in str(refused.value)


def test_a_purpose_nobody_knows_is_refused_even_where_none_is_asked_for() -> None:
    """A purpose ends up in the record, so it is a known code or none."""
    require(TABLE, actor("analyst"), "see-case", "supervise")
    with pytest.raises(Refused):
        require(TABLE, actor("analyst"), "see-case", "curiosity")


def test_an_action_the_table_does_not_know_is_wrong_use() -> None:
    """Asking for an action that is not in the table is a mistake, never a silent yes or no."""
    with pytest.raises(WrongUse):
        require(TABLE, TABLE.local, "see-everything")
    with pytest.raises(WrongUse):
        purposes_for(TABLE, "see-everything")


BROKEN: dict[str, tuple[list[str], object]] = {
    "an unknown role": (["actions", "decide-lead", "roles"], ["chief"]),
    "a role twice": (["actions", "decide-lead", "roles"], ["analyst", "analyst"]),
    "roles that are no list": (["actions", "decide-lead", "roles"], "analyst"),
    "a role that is no text": (["actions", "decide-lead", "roles"], [["analyst"]]),
    "an unknown purpose": (["actions", "see-apart", "purposes"], ["curiosity"]),
    "an unknown key": (["actions", "decide-lead", "except"], ["analyst"]),
    "no refusal": (["actions", "decide-lead", "refusal"], ""),
    "a refusal of numbers": (["actions", "decide-lead", "refusal"], 7),
    "an action of nothing": (["actions", "decide-lead"], None),
    "an action that is no code": (["actions", "Decide all"], {}),
    "no actions": (["actions"], {}),
    "no roles": (["roles"], None),
    "a local role nobody knows": (["local", "roles"], ["chief"]),
    "a local user without a name": (["local", "id"], " "),
    "a further part": (["groups"], {}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_table_that_names_what_is_not_known_is_refused_when_read(name: str) -> None:
    """A slip in the data stops the program at once; it never silently gives or takes a permission."""
    path, value = BROKEN[name]
    data: Any = copy.deepcopy(rules.load("access"))
    part = data
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(WrongUse) as refused:
        parse(data)
    assert refused.value.fact.endswith(".")


@pytest.mark.parametrize("part", ["roles", "purposes", "actions", "local"])
def test_a_table_that_lacks_a_part_is_refused_when_read(part: str) -> None:
    """Roles, purposes, actions and the local user all have to be there."""
    data = dict(rules.load("access"))
    del data[part]
    with pytest.raises(WrongUse):
        parse(data)
    with pytest.raises(WrongUse):
        parse(None)


@pytest.mark.parametrize("action", TABLE.actions.values(), ids=list(TABLE.actions))
def test_every_action_has_someone_who_may_and_a_sentence_for_who_may_not(action: Action) -> None:
    """No action is out of everyone's reach, and each refusal is one sentence about the account."""
    assert action.roles
    assert action.refusal.startswith("This account may not ")
    assert action.refusal.endswith(".")
    assert not action.words.endswith(".")
