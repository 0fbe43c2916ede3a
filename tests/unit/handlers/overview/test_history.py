"""The audit: every kind of change in both languages, page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import Change, ChangeKind
from domain.text import TEXT_MAX
from domain.usecases.auditing import AUDIT_PAGE, Audit, AuditQuery
from handlers.overview.history_views import audit_message
from handlers.parts.limits import MESSAGE_CHARACTERS_MAX
from handlers.parts.measure import characters
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, GROUP, NAMES, WORDS, ZONE, change, obstacle, recommendation
from tests.unit.handlers.talk import Talk, lines

R1 = recommendation()
LIFE = (
    change(R1, ChangeKind.UNDONE, 12, before="11"),
    change(R1, ChangeKind.EDITED, 11, before="text=Publish a map", after="text=Publish a national map"),
    change(R1, ChangeKind.EDITED, 10, before="version-es", after="version-es=Publicar un mapa"),
    change(R1, ChangeKind.EDITED, 9, before="version-es=Publicar", after="version-es"),
    change(R1, ChangeKind.EDITED, 8, before="theme=talent", after="theme=infrastructure"),
    change(R1, ChangeKind.EDITED, 7, before="theme", after="theme=talent"),
    change(R1, ChangeKind.EDITED, 6, before="drivers", after="drivers=jobs"),
    change(R1, ChangeKind.EDITED, 5, before="countries=MX", after="countries=MX,US"),
    change(R1, ChangeKind.EDITED, 4, before="priority=yes", after="priority"),
    change(R1, ChangeKind.POSITIONED, 3, before="objection", after="support", comment="Now they are known"),
    change(R1, ChangeKind.MOVED, 2, before="proposed", after="under_review", comment="It is & <ready>"),
    change(R1, ChangeKind.RECORDED, 1, after="proposed"),
)


def of_group(*more: Change) -> tuple[Change, ...]:
    """What happens to a group besides."""
    joined = change(R1, ChangeKind.MEMBER_JOINED, 2, after=MEMBER, actor=CHAIR)
    role = change(R1, ChangeKind.ROLE_CHANGED, 3, before="member", after="lead", person=LEAD, actor=CHAIR)
    founded = change(R1, ChangeKind.GROUP_CREATED, 1, actor=CHAIR)
    return (*more, *(replace(one, subject=None, theme=None) for one in (role, joined, founded)))


def audit(changes: tuple[Change, ...], asked: AuditQuery | None = None, *, more: bool = False) -> Audit:
    wanted = asked or AuditQuery(reference=R1.reference)
    item = R1 if wanted.reference is not None else None
    return Audit(asked=wanted, changes=changes, more=more, names=dict(NAMES), item=item)


CASES = {
    "an item": audit(LIFE),
    "its next page": audit(LIFE[:2], AuditQuery(reference=R1.reference, before=20), more=True),
    "a theme": audit(LIFE[:3], AuditQuery(theme="infrastructure"), more=True),
    "the group": audit(of_group(change(obstacle(), ChangeKind.DUE, 9, after="2027-06-30")), AuditQuery()),
    "nothing": audit((), AuditQuery(theme="talent")),
}


def test_a_history_is_shown(album: Album) -> None:
    shown = {
        name: (lambda t, found=found: audit_message(t, GROUP, ZONE, found)) for name, found in CASES.items()
    }
    album.compare("history", shown)


def test_a_position_that_was_taken_back_is_one_line() -> None:
    told = (
        replace(change(R1, ChangeKind.UNDONE, 9, before="7"), step=1),
        change(R1, ChangeKind.POSITIONED, 8, before="support"),
        change(R1, ChangeKind.POSITIONED, 7, after="support"),
    )
    message = audit_message(WORDS.for_language(EN), GROUP, ZONE, audit(told))
    assert message.text.count("\n") == 2
    assert "last change" not in message.text
    moved = (change(R1, ChangeKind.UNDONE, 8, before="7"), change(R1, ChangeKind.PROGRESSED, 8, before="9"))
    assert "last change" in audit_message(WORDS.for_language(EN), GROUP, ZONE, audit(moved)).text


def long(number: int) -> Change:
    return change(R1, ChangeKind.EDITED, number, before=f"text={'ñ' * TEXT_MAX}", after="text=short")


def test_former_texts_are_whole_in_the_history_of_their_item_and_as_many_as_there_is_room_for() -> None:
    found = audit(tuple(long(number) for number in range(AUDIT_PAGE, 0, -1)))
    message = audit_message(WORDS.for_language(EN), GROUP, ZONE, found)
    assert message_violations(message) == []
    assert str(message.blocks).count("ñ" * TEXT_MAX) >= 2
    shown = len(message.blocks[1]["elements"][0]["elements"])
    following = AUDIT_PAGE + 1 - shown
    assert buttons(message)[0]["value"] == f"history R-1 before:{following}"


def test_in_the_history_of_a_theme_former_texts_are_cut() -> None:
    found = audit(tuple(long(number) for number in range(AUDIT_PAGE, 0, -1)), AuditQuery(theme="talent"))
    message = audit_message(WORDS.for_language(EN), GROUP, ZONE, found)
    assert len(message.blocks[1]["elements"][0]["elements"]) == AUDIT_PAGE
    assert characters(message.blocks) <= MESSAGE_CHARACTERS_MAX


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """Something in each theme, and something of the group's."""
    await talk.channel("recommend Publish a map theme:charging")
    await talk.channel("note Of talent theme:talent")
    await talk.channel("edit R-1 Publish a national map")
    return talk


async def test_the_history_of_an_item_has_its_former_text(talk: Talk) -> None:
    told = await talk.alone("history R-1")
    assert "text edited\nBefore: Publish a map" in told
    assert "N-1" not in told


async def test_the_history_of_a_theme_is_that_theme_alone(talk: Talk) -> None:
    told = await talk.alone("historial theme:talent")
    assert "N-1" in told
    assert "R-1" not in told


async def test_the_history_of_everything_is_paged_by_buttons(talk: Talk) -> None:
    for number in range(AUDIT_PAGE):
        await talk.channel(f"note Number {number}")
    first = await talk.hears("history")
    (older, *_) = lines(first)
    second = await talk.presses(older)
    assert "N-1 " in second.message.text
    assert "R-1 " in second.message.text
    assert "history all" in lines(second)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("history R-9", "I cannot find R-9"),
        ("history energy", "I do not know the theme “energy”"),
        ("history X-1", "“X-1” is not a reference"),
    ],
)
async def test_what_has_no_history_is_said(line: str, words: str, talk: Talk) -> None:
    assert (await talk.alone(line)).startswith(words)
