"""What the scribe says in a thread about the lines it could not take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from domain.language import Language
from domain.reference import RecordKind
from domain.refusal import Refusal, RefusalCode
from domain.usecases.answering import Declined, ScribeReply, Unread
from handlers.parts.message import Message
from handlers.scribe import views as scribe_views
from handlers.words.translator import Translator
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import (
    EN,
    GROUP,
    MEMBER,
    WORDS,
)


def reply(*problems: Unread | Declined, language: Language = EN) -> ScribeReply:
    return ScribeReply(group=GROUP, user=MEMBER, language=language, thread="1.2", problems=problems)


UNREAD = Unread(kind=RecordKind.NOTE, code="theme-unknown", word="<enrgy>", suggestions=("energy",))
DECLINED = Declined(kind=RecordKind.ACTION, refusal=Refusal(RefusalCode.OWNER_UNKNOWN))
KEPT = Declined(kind=None, refusal=Refusal(RefusalCode.SCRIBED_KEPT, references="N-1, O-2", reference="N-1"))
MOVED_ON = Declined(
    kind=RecordKind.RECOMMENDATION,
    refusal=Refusal(RefusalCode.SCRIBED_MOVED_ON, reference="R-2", status="agreed"),
)
STRANGER = Declined(kind=None, refusal=Refusal(RefusalCode.MEMBERS_ONLY))


def _scribed(t: Translator, problems: Sequence[Unread | Declined]) -> Message:
    (payload,) = scribe_views.payloads(WORDS, reply(*problems, language=t.language))
    assert payload.rich["thread_ts"] == "1.2"
    return Message(payload.rich["text"], tuple(payload.rich["blocks"]))


def test_what_the_scribe_says(album: Album) -> None:
    cases = {
        "lines": [UNREAD, DECLINED],
        "a stranger": [STRANGER],
        "what stays": [KEPT],
        "both": [MOVED_ON, DECLINED],
        "many": [UNREAD] * 12,
    }
    album.compare("scribe", {name: partial(_scribed, problems=told) for name, told in cases.items()})
