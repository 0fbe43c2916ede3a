"""Whoever ended a meeting reads why its minutes are not in the channel, and where to read them."""

from __future__ import annotations

from functools import partial

import pytest

from domain.language import Language
from domain.notice import About, Addressee, MinutesNotice
from handlers.overview.notice_views import Ways, minutes_failed
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import GROUP, MEMBER, WORDS, meeting

WAYS = Ways({Language.ENGLISH: "/wg", Language.SPANISH: "/gt"}, "rapporteur")
ERRORS = ["not_in_channel", "is_archived", "restricted_action", "token_revoked", "msg_too_long"]


def shown(t: Translator, error: str, about: About = About.MINUTES_FAILED, *, partly: bool = False) -> Message:
    notice = MinutesNotice(
        reader=Addressee(user=MEMBER, language=t.language, zone=GROUP.zone, group=GROUP),
        meeting=meeting(channel="C0CHARGING"),
        error=error,
        about=about,
        partly=partly,
    )
    return minutes_failed(t, WAYS, notice)


def test_every_reason_reads_well(album: Album) -> None:
    cases = {error: partial(shown, error=error) for error in ERRORS}
    cases["partly"] = partial(shown, error="is_archived", partly=True)
    cases["in-doubt"] = partial(shown, error="missing_scope", about=About.MINUTES_UNCERTAIN)
    cases["correction"] = partial(shown, error="is_archived", about=About.CORRECTION_FAILED)
    album.compare("minutes-failed", cases)


@pytest.mark.parametrize("language", Language)
def test_it_names_the_minutes_in_the_readers_command(language: Language) -> None:
    told = shown(WORDS.for_language(language), "is_archived")
    assert ("/wg show M-2" if language is Language.ENGLISH else "/gt ver M-2") in told.text
    assert message_violations(told) == []
