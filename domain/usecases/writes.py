"""What one accepted interaction wrote, read again from the history: for undo, and for what comes twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from domain.change import Change, ChangeKind
from domain.receipt import Receipt
from domain.reference import Reference
from domain.repositories import GroupRecord

WRITE_READ = 100
"""Changes of a write that are read at a time. Few have more: an obstacle is merged that as many answer."""

_WRITE = "write"
"""The fact of a receipt that is the number of the write's first change."""


def write_of(record: GroupRecord, number: int) -> tuple[Change, ...]:
    """The changes of one write, by the number of its first."""
    whole: list[Change] = []
    while len(whole) % WRITE_READ == 0:
        after = number - 1 + len(whole)
        read = record.changes.between(after, after + WRITE_READ, WRITE_READ)
        more = list(takewhile(lambda change: change.write == number, read))
        if not more:
            break
        whole += more
    return tuple(whole)


def subject_of(write: Iterable[Change]) -> Reference | None:
    """The item that was written to, the first of several; None where none was."""
    return next((change.subject for change in write if change.subject is not None), None)


def taken_back_by(record: GroupRecord, write: Iterable[Change]) -> tuple[Change, ...]:
    """The write that this one took back, of several positions only the one that was; empty for any other."""
    undone = next((change for change in write if change.kind is ChangeKind.UNDONE), None)
    number = 0 if undone is None else int(undone.before or 0)
    first = record.changes.between(number - 1, number, 1) if number else ()
    if not first or first[0].kind is ChangeKind.POSITIONED:
        return first
    return write_of(record, first[0].write)


def receipt_of(reference: Reference, told: tuple[Change, ...]) -> Receipt:
    """The receipt of a write to the item, from which its changes can be told again."""
    return Receipt(str(reference), {_WRITE: str(told[0].write)})


def told_again(record: GroupRecord, receipt: Receipt) -> tuple[Change, ...]:
    """The changes that the receipt's write made to its item; none for one that does not say which."""
    number = receipt.facts.get(_WRITE)
    if number is None:
        return ()
    subject = Reference.parse(receipt.subject)
    return tuple(change for change in write_of(record, int(number)) if change.subject == subject)
