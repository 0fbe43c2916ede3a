"""Whoever set a digest up reads why one of it was not sent again, and where its contents stand."""

from __future__ import annotations

from functools import partial

import pytest

from domain.delivery import Skipped
from domain.language import Language
from domain.notice import About, Addressee, DigestNotice
from handlers.overview.notice_views import Ways, digest_failed
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.unit.handlers.accepted import message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import subscription
from tests.unit.handlers.material import GROUP, MEMBER, NOW, WORDS

WAYS = Ways({Language.ENGLISH: "/wg", Language.SPANISH: "/gt"}, "rapporteur")
REASONS = [Skipped.ELSEWHERE, Skipped.STOPPED, Skipped.READER_LEFT]


def notice(t: Translator, why: Skipped) -> DigestNotice:
    return DigestNotice(
        reader=Addressee(user=MEMBER, language=t.language, zone=GROUP.zone, group=GROUP),
        subscription=subscription(3),
        error=why.value,
        due_at=NOW,
        about=About.DIGEST_UNSAID,
    )


def shown(t: Translator, why: Skipped) -> Message:
    return digest_failed(t, WAYS, notice(t, why))


def test_every_reason_reads_well(album: Album) -> None:
    album.compare("digest-unsaid", {why.value: partial(shown, why=why) for why in REASONS})


@pytest.mark.parametrize("language", Language)
def test_it_names_the_history_in_the_readers_command(language: Language) -> None:
    t = WORDS.for_language(language)
    told = shown(t, Skipped.STOPPED)
    assert ("/wg history" if language is Language.ENGLISH else "/gt historial") in told.text
    assert message_violations(told) == []
