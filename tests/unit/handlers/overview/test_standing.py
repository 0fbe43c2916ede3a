"""Where a theme, or the whole group, stands."""

from __future__ import annotations

from dataclasses import replace

from domain.change import ChangeKind
from domain.group import Theme
from domain.recommendation import StatusGroup
from domain.reference import RecordKind
from domain.standing import Overview
from handlers.overview.standing_views import THEME_BUTTONS_MAX, standing_message
from tests.fakes.scene import CHANNEL, WORKSPACE
from tests.unit.handlers.accepted import buttons
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.digests.made import EMPTY_STANDING, overview
from tests.unit.handlers.material import EN, GROUP, WORDS, change, names, note, obstacle, recommendation
from tests.unit.handlers.talk import Talk, lines

LATEST = (
    change(recommendation(), ChangeKind.PROGRESSED, 4, before="0", after="40"),
    change(obstacle(), ChangeKind.MOVED, 3, before="identified", after="confirmed"),
    change(note(), ChangeKind.RECORDED, 2),
    change(note(number=9), ChangeKind.RECORDED, 1),
)
KNOWN = (recommendation(), obstacle(), note())
NOTHING = Overview(EMPTY_STANDING, (), {})


def test_where_we_stand(album: Album) -> None:
    one_of_each = replace(
        EMPTY_STANDING,
        by_group={StatusGroup.OPEN: 1, StatusGroup.CLOSED: 0},
        recommendations=1,
        progress=0,
        obstacles=1,
        notes={RecordKind.NOTE: 1},
        unanswered=1,
        overdue=1,
        overdue_actions=1,
        stalled=1,
    )
    cases = {
        "everything": overview(None, LATEST, KNOWN),
        "one theme": overview("talent", LATEST[:1], KNOWN),
        "nothing recorded yet": NOTHING,
        "one of each": replace(NOTHING, standing=one_of_each),
    }
    album.compare("standing", each(cases, lambda t, shown: standing_message(t, GROUP, shown)))


def test_forty_themes_give_a_row_of_buttons_and_no_wall() -> None:
    themes = tuple(
        Theme(f"theme-{number}", names(f"Theme {number}", f"Tema {number}")) for number in range(40)
    )
    message = standing_message(WORDS.for_language(EN), replace(GROUP, themes=themes), NOTHING)
    shown = [button for button in buttons(message) if button["value"].startswith("status theme:")]
    assert len(shown) == THEME_BUTTONS_MAX


def test_a_theme_leads_to_its_own_list() -> None:
    message = standing_message(WORDS.for_language(EN), GROUP, overview("talent"))
    assert [button["value"] for button in buttons(message)] == ["list theme:talent", "status theme:talent"]


async def test_all_of_it_leads_to_the_list_of_all_in_a_channel_of_one_theme_too(talk: Talk) -> None:
    await talk.channel("obstacle Few welders theme:talent")
    channels = talk.house.store.uow.workspace(WORKSPACE).channels
    bound = channels.get(CHANNEL)
    assert bound is not None
    channels.bind(replace(bound, theme="charging"))
    [line] = [said for said in lines(await talk.hears("status all")) if said.startswith("list")]
    assert "Few welders" in (await talk.presses(line)).message.text
