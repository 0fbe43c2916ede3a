"""The lines that show where an item went, or why it stayed where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.change import ChangeKind, NewChange
from domain.group import AgreementRule, Sector
from domain.item import Item
from domain.people import Role
from domain.permissions import Actor
from domain.position import Stance, Voice
from domain.reference import Reference, Series
from domain.usecases.moving import Blocked, Moved
from domain.usecases.remains import Remains
from handlers.parts.message import Message
from handlers.parts.moved import (
    Override,
    assigned_already_message,
    blocked_message,
    moved_message,
    standing_message,
)
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.material import (
    CHAIR,
    EN,
    GROUP,
    LEAD,
    MEMBER,
    NAMES,
    WORDS,
    action,
    member,
    note,
    obstacle,
    profile,
    recommendation,
)
from tests.unit.handlers.stances import balance, voice

REASON = "The tender is out & <signed>"


def told(
    item: Item, kind: ChangeKind, before: str | None, after: str | None, reason: str | None = None
) -> NewChange:
    return NewChange(kind=kind, subject=item.reference, before=before, after=after, comment=reason)


def moved(item: Item, before: str, after: str, *further: NewChange, reason: str | None = None) -> Moved:
    there = replace(item, status=after, version=item.version + 1)
    return Moved(there, (told(item, ChangeKind.MOVED, before, after, reason), *further))


def left(item: Item, before: str, remains: Remains) -> Moved:
    return replace(moved(item, before, "withdrawn"), remains=remains)


R, O, A = recommendation(), obstacle(), action()  # noqa: E741 - the letters of their references
PROGRESS = told(R, ChangeKind.PROGRESSED, "40", "60", REASON)
CASES = {
    "under review": moved(replace(R, progress=0), "proposed", "under_review"),
    "progress with a reason": moved(R, "in_progress", "partially_implemented", PROGRESS, reason=REASON),
    "progress alone": Moved(R, (PROGRESS,)),
    "superseded": moved(
        R, "agreed", "superseded", told(R, ChangeKind.SUCCEEDED, None, "R-5"), reason="One covers both"
    ),
    "agreed by the chair": moved(
        R,
        "under_review",
        "agreed",
        told(R, ChangeKind.OVERRIDDEN, None, "triple-helix", REASON),
        reason=REASON,
    ),
    "agreed, and one spoke of a former text": replace(
        moved(R, "under_review", "agreed"), remains=Remains(outdated=1)
    ),
    "agreed, and several spoke of a former text": replace(
        moved(R, "under_review", "agreed"), remains=Remains(outdated=3)
    ),
    "merged obstacle": moved(O, "confirmed", "merged", told(O, ChangeKind.SUCCEEDED, None, "O-2")),
    "obstacle without a theme": moved(replace(O, theme=None), "identified", "confirmed"),
    "withdrawn note": moved(note(), "recorded", "withdrawn"),
    "withdrawn obstacle that one answers": left(O, "identified", Remains((R.reference,))),
    "withdrawn obstacle that many answer": left(
        O, "identified", Remains(tuple(Reference(Series.RECOMMENDATION, each) for each in range(1, 8)))
    ),
    "withdrawn recommendation of which one spoke": left(R, "proposed", Remains((), 1)),
    "withdrawn recommendation of which several spoke": left(R, "proposed", Remains((), 4)),
    "finished action": moved(A, "open", "done"),
    "owner and date": Moved(
        R, (told(R, ChangeKind.ASSIGNED, None, LEAD), told(R, ChangeKind.DUE, None, "2027-06-30"))
    ),
    "again": Moved(R, repeated=True),
}


def test_what_changed_is_shown(album: Album) -> None:
    album.compare("moved", each(CASES, lambda t, found: moved_message(t, GROUP, found, NAMES)))


def blocked(rule: AgreementRule, *voices: Voice) -> Blocked:
    stands = balance(*voices, rule=rule)
    return Blocked(replace(R, status="under_review"), stands.shortfall, stands.matrix)


def refused(t: Translator, rule: AgreementRule, override: Override | None, *voices: Voice) -> Message:
    group = replace(GROUP, agreement_rule=rule)
    return blocked_message(t, group, blocked(rule, *voices), NAMES, override)


def test_what_a_rule_still_misses_is_shown(album: Album) -> None:
    against = voice(LEAD, Stance.OBJECTION, Sector.GOVERNMENT)
    favour = voice(MEMBER, Stance.SUPPORT, Sector.INDUSTRY, "US")
    way = Override("/rapporteur")
    album.compare(
        "blocked",
        {
            "objection, to a lead": lambda t: refused(
                t, AgreementRule.NO_OBJECTION, None, against, voice("U0X", Stance.OBJECTION)
            ),
            "a country, to a chair": lambda t: refused(t, AgreementRule.EACH_COUNTRY, way, favour),
            "seats and an objection": lambda t: refused(t, AgreementRule.TRIPLE_HELIX, way, favour, against),
        },
    )


WHO = {
    "move-nothing": Actor(profile(CHAIR), member(Role.CHAIR, CHAIR)),
    "move-stale": Actor(profile(MEMBER), member(Role.MEMBER)),
    "move-options": None,
}


def test_where_an_item_stands_is_shown_with_what_can_be_done(album: Album) -> None:
    cases = {f"{message}, {item.reference}": (message, item) for message in WHO for item in (R, O, A, note())}
    album.compare("moving", each(cases, lambda t, case: standing_message(t, case[0], case[1], WHO[case[0]])))


def test_what_is_assigned_like_that_already_is_shown_with_whose_and_by_when(album: Album) -> None:
    actor = WHO["move-nothing"]
    day = date(2027, 3, 31)
    cases = {
        "both": replace(R, owner=LEAD, due_on=day),
        "an owner": replace(A, owner=LEAD, due_on=None),
        "a date": replace(R, owner=None, due_on=day),
        "neither": replace(R, owner=None, due_on=None),
    }
    album.compare(
        "assigned-already", each(cases, lambda t, item: assigned_already_message(t, item, NAMES, actor))
    )


@pytest.mark.parametrize(
    ("item", "lines"),
    [
        (replace(R, status="proposed"), ["move R-1 under_review v3"]),
        (replace(R, status="under_review"), ["support R-1 v1", "object R-1 v1"]),
        (replace(R, status="agreed"), ["move R-1 in_progress v3"]),
        (replace(R, status="implemented"), []),
        (replace(O, status="identified"), ["move O-3 confirmed v2", "move O-3 resolved v2"]),
        (A, ["done A-7 v1"]),
        (note(), []),
    ],
)
def test_the_next_steps_follow_from_where_it_stands(item: Item, lines: list[str]) -> None:
    message = moved_message(WORDS.for_language(EN), GROUP, Moved(item), NAMES)
    shown = [button["value"] for button in buttons(message)]
    reference = f"{item.reference}"
    around = [f"show {reference}", "status theme:infrastructure", f"undo {reference} v{item.version}"]
    assert shown == [around[0], *lines, *around[1:]]


def test_a_reason_is_never_markup_and_never_cut() -> None:
    reason = "<!channel> " + "x" * 2900
    message = moved_message(
        WORDS.for_language(EN), GROUP, moved(recommendation(), "agreed", "withdrawn", reason=reason), NAMES
    )
    assert message.blocks[0]["elements"][0]["elements"][-1]["text"] == f"\nReason: {reason}"
    assert "&lt;!channel&gt;" in message.text


def test_nothing_is_offered_to_whom_nothing_is_allowed() -> None:
    observer = Actor(profile(), member(Role.OBSERVER))
    shown = standing_message(WORDS.for_language(EN), "move-options", R, observer)
    assert [button["value"] for button in buttons(shown)] == ["show R-1"]
