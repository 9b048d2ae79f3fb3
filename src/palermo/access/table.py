"""The permission table: read from plain data, and asked before every call."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from palermo.model.errors import Refused, WrongUse
from palermo.model.ids import ActorId

_CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: an account and the codes of the roles it holds in this case."""

    id: ActorId
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be asked for.

    Attributes:
        code: its code, such as `decide-lead`.
        words: what it is, after “may”: “decide on a lead”.
        refusal: the sentence shown to who may not.
        roles: the codes of the roles that may.
        purposes: the codes of the purposes of which one has to be stated; empty where none is asked for.
    """

    code: str
    words: str
    refusal: str
    roles: tuple[str, ...]
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Roles, purposes (code to words) and actions (code to action), in the order of the data; `local` is the one local user."""

    roles: Mapping[str, str]
    purposes: Mapping[str, str]
    actions: Mapping[str, Action]
    local: Actor


def parse(data: object) -> Table:
    """Read the table from plain data (`rules/access.yaml`).

    Raises:
        WrongUse: a part is missing or not of its kind, or a role, purpose or key is named that the table does not know.
    """
    whole = _keys(data, "The table of access", {"roles", "purposes", "actions", "local"})
    roles, purposes = _words(whole["roles"], "roles"), _words(whole["purposes"], "purposes")
    actions = {code: _action(code, given, roles, purposes) for code, given in _named(whole["actions"], "actions")}
    user = _keys(whole["local"], "The local user", {"id", "roles"})
    return Table(
        roles=roles,
        purposes=purposes,
        actions=actions,
        local=Actor(ActorId(_text(user["id"], "The local user's id")), _codes(user["roles"], roles, "The local user")),
    )


def require(table: Table, actor: Actor, action: str, purpose: str = "") -> None:
    """Let an actor pass who may do this, for this purpose.

    Raises:
        Refused: none of the actor's roles may, or a purpose has to be stated and a valid one is not.
        WrongUse: there is no such action.
    """
    asked = _find(table, action)
    if not _allowed(actor, asked):
        held = _list([table.roles.get(role, role) for role in actor.roles], "and")
        raise Refused(
            asked.refusal,
            cause=f"The account holds {'no role' if not held else f'only the role of {held}'}.",
            way_out=f"Ask someone who may: {_list([table.roles[role] for role in asked.roles], 'or')}.",
        )
    if asked.purposes and purpose not in asked.purposes:
        raise Refused(
            f"To {asked.words}, a purpose has to be stated.",
            cause="No purpose was stated." if not purpose else "What was stated is no purpose that allows it.",
            way_out=f"State one of: {', '.join(f'{code} ({table.purposes[code]})' for code in asked.purposes)}.",
        )
    if purpose and purpose not in table.purposes:
        raise Refused(
            "What was stated as purpose is none the table of access knows.",
            way_out=f"State one of: {', '.join(table.purposes)}, or none.",
        )


def may(table: Table, actor: Actor) -> list[str]:
    """List the codes of what an actor may do, in the order of the table; some still ask for a purpose."""
    return [action.code for action in table.actions.values() if _allowed(actor, action)]


def purposes_for(table: Table, action: str) -> dict[str, str]:
    """Give the purposes of which an action asks for one, code to words; empty where it asks for none.

    Raises:
        WrongUse: there is no such action.
    """
    return {code: table.purposes[code] for code in _find(table, action).purposes}


def _allowed(actor: Actor, action: Action) -> bool:
    return any(role in action.roles for role in actor.roles)


def _find(table: Table, action: str) -> Action:
    if action not in table.actions:
        raise WrongUse(f"The table of access knows no action “{action}”.")
    return table.actions[action]


def _action(code: str, given: object, roles: Mapping[str, str], purposes: Mapping[str, str]) -> Action:
    name = f"The action “{code}”"
    parts = _keys(given, name, {"words", "refusal", "roles"}, {"purposes"})
    return Action(
        code=code,
        words=_text(parts["words"], name),
        refusal=_text(parts["refusal"], name),
        roles=_codes(parts["roles"], roles, name),
        purposes=_codes(parts.get("purposes", []), purposes, name),
    )


def _keys(given: object, name: str, needed: set[str], also: Iterable[str] = ()) -> dict[str, object]:
    if not isinstance(given, dict):
        raise WrongUse(f"{name} is not a list of named parts.")
    if missing := sorted(needed - given.keys()):
        raise WrongUse(f"{name} lacks {_list(missing, 'and')}.")
    if extra := sorted(str(key) for key in given.keys() - needed - set(also)):
        raise WrongUse(f"{name} holds what the program does not know: {_list(extra, 'and')}.")
    return given


def _named(given: object, name: str) -> list[tuple[str, object]]:
    if not isinstance(given, dict) or not given:
        raise WrongUse(f"The table of access names no {name}.")
    for code in given:
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise WrongUse(f"“{code}” under {name} is no code.", way_out="Write small letters, digits and hyphens.")
    return list(given.items())


def _words(given: object, name: str) -> dict[str, str]:
    return {code: _text(words, f"“{code}” under {name}") for code, words in _named(given, name)}


def _codes(given: object, known: Mapping[str, str], name: str) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise WrongUse(f"{name} has something else where a list of codes should be.")
    if strangers := [str(code) for code in given if str(code) not in known]:
        raise WrongUse(f"{name} names what the table does not know: {_list(strangers, 'and')}.")
    if len(set(map(str, given))) < len(given):
        raise WrongUse(f"{name} names one code twice.")
    return tuple(code for code in known if code in given)


def _text(given: object, name: str) -> str:
    if not isinstance(given, str) or not given.strip():
        raise WrongUse(f"{name} has no words.")
    return given.strip()


def _list(words: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
