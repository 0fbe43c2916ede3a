"""The forms of `setup`, and what is said when they are done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.channel import Binding
from domain.usecases.groups import ChannelBound
from domain.usecases.releasing import Released
from handlers.desk.metadata import Metadata
from handlers.groups import views
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import CHANNEL, EN, ES, GROUP, IN_SEVERAL, WORDS, ZONE

METADATA = Metadata(channel=CHANNEL, group=GROUP.id).write()


def test_each_step_of_setup(album: Album) -> None:
    chaired = IN_SEVERAL.choices
    album.compare(
        "setup",
        {
            "which group, or a new one": lambda t: views.choose_view(t, chaired, METADATA, may_found=True),
            "which group": lambda t: views.choose_view(t, chaired, METADATA, may_found=False),
            "which group, or none": lambda t: views.choose_view(
                t, chaired, METADATA, may_found=False, held=chaired[0][0]
            ),
            "no group any more": lambda t: views.release_view(t, GROUP, 2, METADATA),
            "released": lambda t: views.released_view(t, Released(GROUP)),
            "released, and a digest ended": lambda t: views.released_view(t, Released(GROUP, 1)),
            "a new group": lambda t: views.found_view(t, ZONE, METADATA),
            "theme of the channel": lambda t: views.bind_view(t, GROUP, None, METADATA),
            "another theme": lambda t: views.bind_view(t, GROUP, "talent", METADATA),
            "founded, without a channel": lambda t: views.done_view(t, ChannelBound(GROUP, None)),
            "bound, every theme": lambda t: views.done_view(
                t, ChannelBound(GROUP, Binding(CHANNEL, GROUP.id))
            ),
            "founded, the channel is another group's": lambda t: views.done_view(
                t, ChannelBound(GROUP, Binding(CHANNEL, GROUP.id + 1))
            ),
            "founded, the channel is another group's of theirs": lambda t: views.done_view(
                t, ChannelBound(GROUP, Binding(CHANNEL, GROUP.id + 1), replace(GROUP, id=GROUP.id + 1))
            ),
            "bound, and digests ended": lambda t: views.done_view(
                t, ChannelBound(GROUP, Binding(CHANNEL, GROUP.id), stopped=2)
            ),
            "bound to a theme": lambda t: views.done_view(
                t, ChannelBound(GROUP, Binding(CHANNEL, GROUP.id, "talent"))
            ),
        },
    )


def test_a_theme_that_is_gone_leaves_all_themes_unchosen() -> None:
    """A select may only start with one of its options."""
    form = views.bind_view(WORDS.for_language(EN), GROUP, "gone", METADATA)
    assert "initial_option" not in form["blocks"][1]["element"]


@pytest.mark.parametrize("theme", [None, "talent"])
def test_nobody_is_asked_to_invite_a_bot_that_is_there(theme: str | None) -> None:
    bound = ChannelBound(GROUP, Binding(CHANNEL, GROUP.id, theme))
    for language, words in ((EN, "Invite the bot"), (ES, "Invite al bot")):
        t = WORDS.for_language(language)
        here, away = (str(views.done_view(t, bound, here=here)) for here in (True, False))
        assert words in away
        assert words not in here


def test_a_channel_is_told_what_it_belongs_to_in_the_languages_of_the_group(album: Album) -> None:
    now, before = Binding(CHANNEL, GROUP.id, "talent"), Binding(CHANNEL, GROUP.id, "infrastructure")
    every, foreign = replace(before, theme=None), replace(before, group=GROUP.id + 1)
    cases = {"moved": (now, foreign), "theme": (now, before), "narrowed": (now, every)}
    cases["widened"] = (every, before)
    told = {
        case: views.belonging(WORDS, GROUP, binding, earlier, "chair-mx")
        for case, (binding, earlier) in cases.items()
    }
    album.goldens.compare("setup-told", "\n\n".join(f"{case}\n{each.text}" for case, each in told.items()))
    album.keep("setup-told", told)
