"""Writes the permission table as a page a person can read; the page in the docs is this text."""

from palermo.access.table import Action, Table


def matrix(table: Table) -> str:
    """Write roles, actions and purposes as Markdown: one row an action, one column a role."""
    roles = list(table.roles.values())
    lines = [
        "# Who may do what",
        "",
        "Every call asks this table first. It is data (`src/palermo/rules/access.yaml`), and this page is made from it.",
        "“yes” means that the role may; “purpose” that it may once it states a purpose; an empty cell that it may not.",
        "",
        "| action | " + " | ".join(roles) + " |",
        "|---|" + "---|" * len(roles),
        *(_row(table, action) for action in table.actions.values()),
        "",
        "## What a refusal says",
        "",
        "| action | sentence |",
        "|---|---|",
        *(f"| {action.words} (`{action.code}`) | {action.refusal} |" for action in table.actions.values()),
        "",
        "## Purposes",
        "",
        "| code | purpose | asked for when somebody wants to |",
        "|---|---|---|",
        *(f"| `{code}` | {words} | {_asked(table, code)} |" for code, words in table.purposes.items()),
        "",
        "## On one's own machine",
        "",
        f"Without accounts, the one local user is `{table.local.id}` and holds the roles of a small team: "
        + ", ".join(table.roles[role] for role in table.local.roles)
        + ". Every call still asks, and the record still names the account.",
    ]
    return "\n".join(lines) + "\n"


def _row(table: Table, action: Action) -> str:
    yes = "purpose" if action.purposes else "yes"
    cells = (yes if role in action.roles else "" for role in table.roles)
    return f"| {action.words} (`{action.code}`) | " + " | ".join(cells) + " |"


def _asked(table: Table, purpose: str) -> str:
    return ", ".join(action.words for action in table.actions.values() if purpose in action.purposes)
