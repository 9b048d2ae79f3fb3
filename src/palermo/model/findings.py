"""A finding: what one rule saw in some rows, with its reasons; and a lead: the findings about one group, joined."""

from dataclasses import dataclass, field
from enum import StrEnum

from palermo.kit.canon import canonical_json, digest
from palermo.model.codes import Evaluation, Handling
from palermo.model.ids import FindingId, LeadId, RowKey


@dataclass(frozen=True, slots=True)
class Finding:
    """A reasoned statement of one rule about rows. Equal inputs give equal bytes.

    Attributes:
        rule: the rule's id, such as `AD-05`.
        version: the rule's version.
        parameters: every figure the rule was run with, as a sorted tuple of name and value.
        rows: the keys of all rows it rests on, sorted.
        sentence: what was seen, for a magistrate.
        innocent: explanations under which nothing is wrong.
        strength: the published strength of the sign: strong, medium or weak.
        kinds: the kinds of record it rests on, sorted.
        subjects: what it is about, as sorted `kind:value` pairs (`contact:+33…`, `city:Gent`); never a person.
        not_known: what the rule could not see and would change the picture.
    """

    rule: str
    version: str
    parameters: tuple[tuple[str, str], ...]
    rows: tuple[RowKey, ...]
    sentence: str
    innocent: tuple[str, ...]
    strength: str
    kinds: tuple[str, ...]
    subjects: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()

    @property
    def id(self) -> FindingId:
        """Its id, made from rule, version, parameters and rows; its subjects tell two findings on the very same rows apart."""
        parts = (self.rule, self.version, canonical_json(self.parameters), canonical_json(self.subjects))
        return FindingId(digest("finding", *parts, *self.rows))


class Level(StrEnum):
    """How much a group's findings, taken together, ask for a person's look; derived from a published table."""

    STRONG = "strong"
    WORTH_A_LOOK = "worth a look"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together under one hand, as far as the data says; each tuple is sorted and complete."""

    contacts: tuple[str, ...] = ()
    adverts: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupLink:
    """Why two rows of a group hang together.

    Attributes:
        a: the smaller row key.
        b: the larger row key.
        kind: `contact`, `text` or `picture`; kinds are never mixed in one link.
        strength: 0 to 1000, in thousandths, so that no order of summing matters.
        words: the shared contact, or what the texts share, in words.
    """

    a: RowKey
    b: RowKey
    kind: str
    strength: int
    words: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The findings about one group, joined. There is no lead on a single person.

    Attributes:
        title: one sentence.
        level: from the published table of levels.
        group: what belongs together.
        rows: the keys of all rows of the group, sorted; more than the findings rest on.
        links: why the rows hang together.
        findings: the findings joined, in the order of their rules.
        elements: which sentences bear on act, means and purpose.
        not_known: what would most change the picture.
        weakest: the weakest link that holds the group together, in words, and what would split it.
        template: the text the adverts share, with slots; empty where there is none.
    """

    title: str
    level: Level
    group: Group
    rows: tuple[RowKey, ...]
    links: tuple[GroupLink, ...]
    findings: tuple[Finding, ...]
    elements: dict[str, tuple[str, ...]] = field(hash=False)
    not_known: tuple[str, ...] = ()
    weakest: str = ""
    template: str = ""

    @property
    def id(self) -> LeadId:
        """Its id, made from its findings and its rows."""
        return LeadId(digest("lead", *(found.id for found in self.findings), *self.rows))


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes a derived thing inherits from all it rests on."""

    handling: Handling
    evaluation: Evaluation
