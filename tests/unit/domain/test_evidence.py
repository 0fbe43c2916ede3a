"""Evidence: recorded with what it supports, attached and detached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import ChangeKind, NewChange
from domain.evidence import SUPPORTS_MAX, Evidence, EvidenceSort, EvidenceStatus, attach, cite, detach
from domain.item import Entry, Place
from domain.language import Language, Text
from domain.reference import Reference, Series
from domain.refusal import Refusal, RefusalCode
from tests.contract.samples import LATER, NOW

R2, O1, O3 = Reference(Series.RECOMMENDATION, 2), Reference(Series.OBSTACLE, 1), Reference(Series.OBSTACLE, 3)
SAID = Entry(
    theme="charging", text=Text("Map", Language.ENGLISH, {}), author="U0MEMBER", channel=None, at=NOW
)


def evidence(*supports: Reference) -> Evidence:
    made, _ = cite(SAID, Place(4, 9), address="https://example.org/map", supports=supports)
    return made


def linked(before: Reference | None = None, after: Reference | None = None) -> NewChange:
    return NewChange(
        kind=ChangeKind.LINKED,
        subject=Reference(Series.EVIDENCE, 4),
        theme="charging",
        before=str(before) if before else None,
        after=str(after) if after else None,
    )


def test_evidence_is_recorded_with_a_change_for_each_item_it_supports() -> None:
    made, changes = cite(
        SAID, Place(4, 9), address="https://example.org/map", sort=EvidenceSort.DATA, supports=(R2, O1)
    )
    assert (str(made.reference), made.status, made.sort) == ("E-4", EvidenceStatus.RECORDED, "data")
    assert (made.address, made.host, made.links) == ("https://example.org/map", "example.org", (R2, O1))
    told, *links = changes
    assert (told.kind, told.after) == (ChangeKind.RECORDED, "recorded")
    assert links == [linked(after=R2), linked(after=O1)]


def test_it_is_attached_to_what_it_does_not_support_yet() -> None:
    more, changes = attach(evidence(R2), (R2, O1, O1), LATER)
    assert (more.supports, more.version, more.changed_at) == ((R2, O1), 2, LATER)
    assert changes == (linked(after=O1),)


def test_attached_already_nothing_changes() -> None:
    made = evidence(R2, O1)
    assert attach(made, (O1, R2), LATER) == (made, ())


def test_it_is_taken_from_what_it_supports() -> None:
    less, changes = detach(evidence(R2, O1, O3), (O3, R2), LATER)
    assert (less.supports, less.version) == ((O1,), 2)
    assert changes == (linked(before=R2), linked(before=O3))


def test_taken_from_what_it_does_not_support_nothing_changes() -> None:
    made = evidence(R2)
    assert detach(made, (O1,), LATER) == (made, ())


def test_what_was_taken_back_is_neither_attached_nor_detached() -> None:
    gone = replace(evidence(R2), status=EvidenceStatus.WITHDRAWN)
    for change in (attach, detach):
        with pytest.raises(Refusal) as caught:
            change(gone, (R2,), LATER)
        assert caught.value.code is RefusalCode.EVIDENCE_WITHDRAWN


def test_twenty_items_are_supported_and_no_more() -> None:
    every = tuple(Reference(Series.OBSTACLE, number) for number in range(1, SUPPORTS_MAX + 1))
    full = evidence(*every)
    for overfull in (lambda: attach(full, (R2,), LATER), lambda: evidence(*every, R2)):
        with pytest.raises(Refusal) as caught:
            overfull()
        assert (caught.value.code, caught.value.facts) == (
            RefusalCode.ATTACH_FULL,
            {"reference": "E-4", "limit": SUPPORTS_MAX},
        )
