"""Puts a group's history into sentences, and the numbers that replaced one another into findings."""

from collections.abc import Sequence
from dataclasses import asdict

from palermo.adverts.posted import HistoryFigures
from palermo.kit.sentences import counted, day_words, listed, span_words
from palermo.model.findings import Finding
from palermo.model.histories import Chain, Change, Drift, History, Life, Reposts, Spread, Succession, Successions
from palermo.model.records import Kind

_NAMED = 4
_TWO_DAYS = 48


def life_sentences(life: Life) -> list[str]:
    """Say when adverts stood, where first, and where they had spread to; at most five sentences."""
    if life.first is None or life.last is None:
        return [f"None of the {counted(life.adverts, 'advert')} has a date."]
    said = [f"{counted(life.adverts - life.undated, 'advert')} {span_words(life.first, life.last)}{_most(life)}."]
    for places, one, many in ((life.sites, "site", "sites"), (life.cities, "city", "cities")):
        if places:
            said.append(_spread_words(places, one, many))
    if life.gaps:
        longest = max(life.gaps, key=lambda gap: (gap.days, gap.next))
        said.append(
            f"{counted(len(life.gaps), 'stretch', 'stretches')} without adverts longer than usual; the longest of "
            f"{counted(longest.days, 'day')}, {span_words(longest.last, longest.next)}."
        )
    if life.undated:
        said.append(f"{counted(life.undated, 'advert')} without a date: left out wherever a day counts.")
    return said


def _most(life: Life) -> str:
    if len(life.months) < 2:
        return ""
    most = max(life.months, key=lambda month: (month.adverts, month.month))
    return f"; the most in one month: {most.adverts:,}, in {most.month}"


def _spread_words(places: Sequence[Spread], one: str, many: str) -> str:
    first, later = places[0], places[1:]
    start = f" on {day_words(first.first)}" if first.first else ""
    if not later:
        return f"All that name a {one} name {first.name}."
    joined = [f"{spread.name}{f' on {day_words(spread.first)}' if spread.first else ''}" for spread in later]
    return f"First {one}: {first.name}{start}; then {listed(joined, _NAMED, many)}."


def change_sentence(change: Change) -> str:
    """Say what changed in a wording, and how many adverts show it."""
    day, shown = day_words(change.day), f"{change.shown:,} of {counted(change.of, 'advert')}"
    if change.kind == "replaced":
        return f"From {day} “{change.new}” stands in place of “{change.old}”, in {shown} from that day on."
    if change.kind == "came":
        return f"From {day} “{change.new}” is added, in {shown} from that day on."
    return f"“{change.old}” stands in {shown} until {day} and in next to none after it."


def drift_sentence(drift: Drift) -> str:
    """Say over what time a wording was looked at where nothing changed, or how much did."""
    if drift.windows < 2:
        return "Too few adverts, or too short a time, to say whether this wording drifted."
    undated = f"; {counted(drift.undated, 'advert')} without a date left out" if drift.undated else ""
    many = counted(len(drift.changes), "change") if drift.changes else "no change"
    return f"Over {drift.windows} windows of time {many} that enough adverts show{undated}."


def reposts_sentence(reposts: Reposts) -> str:
    """Say how many adverts are near-certain reposts."""
    if not reposts.chains:
        return "No advert is a near-certain repost of another."
    rows = sum(len(chain.rows) for chain in reposts.chains)
    days = (
        ""
        if reposts.hours
        else " The adverts stand at one or two times of the day: only their days are taken as known."
    )
    return f"{counted(rows, 'advert')} in {counted(len(reposts.chains), 'chain')} of near-certain reposts.{days}"


def chain_sentence(chain: Chain, *, hours: bool) -> str:
    """Say how often one text stood again, at which interval, and on how many sites at once."""
    copies = "with equal words" if chain.texts == 1 else f"in {chain.texts} writings that differ in a few words"
    when = f" {span_words(chain.first.date(), chain.last.date())}" if chain.first and chain.last else ""
    said = f"One text stands {counted(len(chain.rows), 'time')}{when}, {copies}"
    if chain.rhythm:
        unit = 24 if chain.rhythm.median >= _TWO_DAYS or not hours else 1
        word = "day" if unit > 1 else "hour"
        median, lower, upper = (
            _in(unit, each) for each in (chain.rhythm.median, chain.rhythm.lower, chain.rhythm.upper)
        )
        half = (
            "at least half of the times just so" if lower == upper else f"half of the times {lower} to {upper} {word}s"
        )
        said += f"; again every {counted(median, word)} ({half})"
    if chain.crossed:
        times = "once" if chain.crossed == 1 else f"{chain.crossed:,} times"
        within = f"within {_span(chain.within)}" if hours else "on the same day"
        said += f"; cross-posted {times} {within}, on up to {chain.widest} sites"
    elif len(chain.sites) > 1:
        said += f"; on {len(chain.sites)} sites, never on two at once"
    return f"{said}."


def _in(unit: int, hours: int) -> int:
    return (hours + unit // 2) // unit


def _span(minutes: int) -> str:
    return counted(minutes, "minute") if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def succession_sentence(found: Succession) -> str:
    """Say which number stopped, which began, what their adverts share, and what chance would give."""
    return (
        f"Numbers that replaced one another: {found.old} until {day_words(found.until)} "
        f"({counted(found.old_adverts, 'advert')}), {found.new} from {day_words(found.since)} "
        f"({counted(found.shared.of, 'advert')}), {_shared(found)}.{_side(found)} "
        f"{counted(found.found, 'pair')} of numbers in this group {_follow(found)} as closely; were each number in use for "
        f"as long but from a day drawn at random, {_tenths(found.expected)} would be expected."
    )


def _follow(found: Succession) -> str:
    return "follows one another" if found.found == 1 else "follow one another"


def _shared(found: Succession) -> str:
    shared = found.shared
    named = (("wording", shared.wording), ("persona", shared.persona), ("city", shared.city or 0))
    best = [f"the same {word} in {many:,}" for word, many in sorted(named, key=lambda pair: -pair[1]) if many]
    return f"{listed(best, 3, 'signs')} of the latter"


def _side(found: Succession) -> str:
    both = f" {counted(found.both, 'advert')} carry both." if found.both > 1 else ""
    both = " 1 advert carries both." if found.both == 1 else both
    days = (found.until - found.since).days + 1
    return f" They stand side by side for {counted(days, 'day')}.{both}" if days > 0 else both


def _tenths(thousandths: int) -> str:
    """Say an expected number to one place; rounded up, so that it never says less than there is."""
    tenths = -(-thousandths // 100)
    return f"{tenths // 10}.{tenths % 10}" if thousandths >= 100 else "fewer than 0.1"


def numbers_sentence(numbers: Successions) -> str:
    """Say how many numbers were looked at, and how many pairs are not told because chance or another pair explains them."""
    if numbers.looked < 2:
        return "Fewer than two numbers of the group stand in enough adverts on enough days to say that one replaced another."
    left = f"; {counted(numbers.left_out, 'more')} in fewer adverts left out" if numbers.left_out else ""
    many = counted(len(numbers.told), "pair") if numbers.told else "no pair"
    said = f"{numbers.looked:,} numbers looked at{left}: {many} replaced one another."
    if numbers.by_chance:
        said += (
            f" {counted(numbers.by_chance, 'more pair')} would fit, but chance or another pair explains them as well."
        )
    return said


def rules(figures: HistoryFigures) -> list[str]:
    """Say by which rules a history is told, with their figures."""
    lives, drift, copies, numbers = figures.lives, figures.drift, figures.reposts, figures.handsets
    return [
        (
            f"A stretch without adverts is told when it is longer than {lives.gap_days} days and than {lives.gap_times} times the "
            "usual time between days with adverts."
        ),
        (
            f"A wording is looked at by calendar month, a month of fewer than {drift.window_adverts} dated adverts joined with the "
            f"next. A phrase comes where at least {drift.present_percent} % of a window's adverts carry it and at most "
            f"{drift.absent_percent} % did before; at least {drift.least_adverts} adverts must show it."
        ),
        (
            f"A repost has equal words, or {copies.alike_percent} % of them in the same order, the same contact or persona, and another "
            f"day or site; at least {copies.least_words} words. Copies on several sites within {copies.cross_minutes} minutes are "
            "put up once."
        ),
        (
            f"A number replaced another when each stands in at least {numbers.least_adverts} adverts on {numbers.least_days} days, "
            f"the new one begins at most {numbers.gap_days} days after the old one's last or at most {numbers.overlap_days} before "
            f"it, neither was silent so long while in use, at least {numbers.shared_percent} % of the adverts under the new share "
            f"wording, persona or city with the old, and chance explains at most {numbers.chance_percent} % of such pairs."
        ),
    ]


def findings(history: History, figures: HistoryFigures) -> list[Finding]:
    """Write the numbers that replaced one another as findings, in the order of days; none raises a level."""
    method = figures.method
    parameters = tuple(sorted((name, str(value)) for name, value in asdict(figures.handsets).items()))
    return [
        Finding(
            rule=method.id,
            version=method.version,
            parameters=parameters,
            rows=found.rows,
            sentence=succession_sentence(found),
            innocent=method.innocent,
            strength=method.strength,
            kinds=(Kind.ADVERTS.value,),
            subjects=tuple(sorted((f"contact:{found.old}", f"contact:{found.new}"))),
            not_known=(*_doubts(found, history.life), *method.not_known),
        )
        for found in history.successions.told
    ]


def _doubts(found: Succession, life: Life) -> list[str]:
    said = []
    if found.quiet:
        said.append(
            f"No advert of the whole group stands {span_words(found.until, found.since)}: collecting may have stopped."
        )
    if found.others:
        said.append(
            f"{counted(found.others, 'other number')} of the group began as near to the last day of {found.old}: which "
            "of them took its place, if any did, is not certain."
        )
    if found.shared.wording + found.shared.persona == 0:
        said.append("Only the city is shared: one advertiser may have left and another come.")
    if life.undated:
        said.append(f"{counted(life.undated, 'advert')} of the group without a date may carry either number.")
    return said
