"""Reads the published table of levels: how a lead's level, its elements and its open questions follow from its findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from palermo.model.errors import Damaged
from palermo.model.findings import Finding, Level
from palermo.model.records import Kind


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what it asks for, the level it gives and why."""

    level: Level
    medium_or_more: int
    rules: frozenset[str]
    sources: int
    because: str

    def fits(self, findings: Sequence[Finding], sources: int) -> bool:
        """Whether findings and kinds of source are what the line asks for; each rule counts once."""
        strong = {found.rule for found in findings if found.strength in {"strong", "medium"}}
        return (
            len(strong) >= self.medium_or_more
            and self.rules <= {found.rule for found in findings}
            and sources >= self.sources
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What is not known: said when a kind is absent, and when it is there but nothing of it shares a contact."""

    kind: Kind
    absent: str
    unlinked: str


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table: lines in order, per rule what bears on which element, and the questions."""

    lines: tuple[Line, ...]
    elements: Mapping[str, Mapping[str, str]]
    no_means: str
    questions: tuple[Question, ...]

    def line(self, findings: Sequence[Finding], sources: int) -> Line:
        """Give the first line that fits.

        Raises:
            Damaged: none does, so the table lacks its last line.
        """
        for line in self.lines:
            if line.fits(findings, sources):
                return line
        raise Damaged("The table of levels has no line that fits.", way_out="Install the program again.")


def read_table(levels: Mapping[str, object]) -> Table:
    """Read the table.

    Raises:
        Damaged: it is not as the program wrote it.
    """
    try:
        lines, elements, questions = levels["levels"], levels["elements"], levels["not_known"]
        assert isinstance(lines, Sequence)
        assert isinstance(elements, Mapping)
        assert isinstance(questions, Sequence)
        return Table(
            lines=tuple(_line(line) for line in lines),
            elements={
                str(rule): {str(name): str(text) for name, text in found.items()} for rule, found in elements.items()
            },
            no_means=str(levels["no_means"]).strip(),
            questions=tuple(Question(Kind(each["kind"]), each["absent"], each["unlinked"]) for each in questions),
        )
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as fault:
        raise Damaged(
            "The table of levels cannot be read.", cause=f"It lacks {fault}.", way_out="Install the program again."
        ) from None


def _line(line: Mapping[str, object]) -> Line:
    rules = line.get("rules", [])
    assert isinstance(rules, Sequence)
    return Line(
        level=Level(str(line["level"])),
        medium_or_more=int(str(line.get("medium_or_more", 0))),
        rules=frozenset(map(str, rules)),
        sources=int(str(line["sources"])),
        because=str(line["because"]),
    )
