"""What must hold of a ledger, whatever happened to the bot; each oracle names what does not.

They are told nothing of faults: a ledger of a run without any is judged by the same rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from domain.delivery import DeliveryState
from tests.faults.ledger import Appearance, Ledger, Row

REMOVED_WITHIN = 90.0
"""Seconds at the product's timings: a look after the first message, one as late as a history may lag, and as
much again. A run with shorter timings is held to so much less."""

_UNSENT = frozenset({DeliveryState.SKIPPED, DeliveryState.HELD})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Double:
    """Two messages of one part that stood beside each other for a while."""

    key: str
    part: int
    seconds: float


def complaints(ledger: Ledger) -> list[str]:
    """Everything that is wrong with a ledger at rest; a double that passed is not."""
    return [
        *unsettled(ledger),
        *lost(ledger),
        *doubled(ledger),
        *strangers(ledger),
        *told_wrongly(ledger),
        *slots_missed(ledger),
    ]


def unsettled(ledger: Ledger) -> list[str]:
    """Deliveries that somebody still has to do something about."""
    return [f"{row.key} is {row.state}" for row in ledger.rows if not row.state.is_final]


def lost(ledger: Ledger) -> list[str]:
    """Messages that are said to stand in a channel, and do not."""
    standing = {(found.key, found.part, found.ts) for found in _standing(ledger)}
    return [
        f"{row.key} part {part} is lost"
        for row in ledger.rows
        if row.is_message and (row.state is DeliveryState.SENT or row.has_arrived)
        for part, ts in enumerate(row.parts)
        if (ts is not None or row.state is DeliveryState.SENT) and (row.key, part, ts) not in standing
    ] + [
        f"{row.key} was sent without a message"
        for row in ledger.rows
        if row.is_message and row.state is DeliveryState.SENT and not row.parts
    ]


def doubled(ledger: Ledger) -> list[str]:
    """Parts that stand in a channel more than once."""
    places: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for found in _standing(ledger):
        places[found.key, found.part].append(found.ts)
    return [f"{key} part {part} stands {len(ts)} times" for (key, part), ts in places.items() if len(ts) > 1]


def strangers(ledger: Ledger) -> list[str]:
    """Messages that stand in a channel and should not: of no row, of one never sent, or that was refused."""
    rows = {row.key: row for row in ledger.rows}
    return [
        f"{found.key} part {found.part} stands in {found.channel} and is {_why(rows.get(found.key))}"
        for found in _standing(ledger)
        if not _may_stand(rows.get(found.key), found)
    ]


def told_wrongly(ledger: Ledger) -> list[str]:
    """Changes in no range or in two of a subscription, over all its rows in the order they were made.

    Each begins where the one before ended; one that failed and of which nothing arrived gave its range back.
    """
    through = {told.number: told.through for told in ledger.subscriptions}
    return [
        complaint
        for number, rows in _digests(ledger).items()
        for complaint in _ranges(number, rows, through.get(number))
    ]


def slots_missed(ledger: Ledger) -> list[str]:
    """Local dates of a daily digest without a row, or with two, between its first and its last."""
    return [
        f"D-{number}: {earlier} is followed by {later}"
        for number, rows in _digests(ledger).items()
        for earlier, later in pairwise(_dates(rows))
        if later - earlier != ONE_DAY
    ]


def doubles_seen(ledger: Ledger) -> list[Double]:
    """Every message that stood beside an earlier one of the same part, and for how long both did.

    One that still stands has stood until the last thing that was seen.
    """
    end = max((found.gone_at or found.seen_at for found in ledger.seen), default=0.0)
    parts: defaultdict[tuple[str, int], list[Appearance]] = defaultdict(list)
    for found in ledger.seen:
        parts[found.key, found.part].append(found)
    return [
        Double(key, part, min(_end(earlier, end), _end(later, end)) - later.seen_at)
        for (key, part), together in parts.items()
        for earlier, later in pairwise(sorted(together, key=lambda found: found.seen_at))
        if earlier.stands or _end(earlier, end) > later.seen_at
    ]


def _end(found: Appearance, end: float) -> float:
    return end if found.gone_at is None else found.gone_at


def _standing(ledger: Ledger) -> Iterator[Appearance]:
    return (found for found in ledger.seen if found.stands)


def _why(row: Row | None) -> str:
    return "of no row" if row is None else str(row.state)


def _may_stand(row: Row | None, found: Appearance) -> bool:
    if row is None or row.state in _UNSENT:
        return False
    if row.state is DeliveryState.FAILED:
        return found.part < len(row.parts) and row.parts[found.part] == found.ts
    return True


def _digests(ledger: Ledger) -> Mapping[int, Sequence[Row]]:
    """Rows of each subscription, in the order they were made."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in sorted(ledger.rows, key=lambda row: row.id):
        if row.is_digest and row.subscription is not None:
            found[row.subscription].append(row)
    return found


def _ranges(number: int, rows: Sequence[Row], told: int | None) -> Iterator[str]:
    expected = rows[0].after
    for row in rows:
        if row.after is None or row.through is None or row.through < row.after:
            yield f"{row.key} has no range"
            return
        if row.after != expected:
            yield f"{row.key} begins after {row.after} instead of {expected}"
        gave_back = row.state is DeliveryState.FAILED and not row.has_arrived
        expected = row.after if gave_back else row.through
    if told != expected:
        yield f"D-{number} has told through {told} instead of {expected}"


def _dates(rows: Sequence[Row]) -> list[date]:
    return [row.slot for row in rows if row.slot is not None]
