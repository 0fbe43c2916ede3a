"""What the scribe says in a thread about the lines it could not take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from domain.language import Language
from domain.reference import RecordKind, Reference
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
R2, N1 = Reference.parse("R-2"), Reference.parse("N-1")
STAYED: list[Unread | Declined] = [
    replace(UNREAD, kept=N1),
    replace(DECLINED, kept=Reference.parse("A-3")),
    replace(MOVED_ON, kept=R2),
    Declined(kind=None, refusal=Refusal(RefusalCode.SCRIBED_ANSWERED, reference="O-2", by="R-1"), kept=None),
    *(
        Declined(
            kind=None,
            refusal=Refusal(RefusalCode.SCRIBED_BUILT_ON, reference="R-2", person="<lead>", change=change),
            kept=R2,
        )
        for change in ("positioned", "assigned", "due")
    ),
    *(
        Declined(kind=None, refusal=Refusal(RefusalCode.SCRIBED_KIND, reference="N-1", kind=kind))
        for kind in ("note", "decision", "opportunity")
    ),
]
OVER = [
    Declined(kind=None, refusal=Refusal(RefusalCode.SCRIBED_LINES, count=count, lines=lines, most=50))
    for count, lines in ((1, "51"), (250, "51\N{EN DASH}300"))
]
ELSEWHERE = Declined(
    kind=None, refusal=Refusal(RefusalCode.SCRIBED_ELSEWHERE, references="N-1, O-2", reference="N-1")
)
STRANGER = Declined(kind=None, refusal=Refusal(RefusalCode.MEMBERS_ONLY))


def _scribed(t: Translator, problems: Sequence[Unread | Declined]) -> Message:
    (payload,) = scribe_views.payloads(WORDS, reply(*problems, language=t.language))
    assert payload.rich["thread_ts"] == "1.2"
    return Message(payload.rich["text"], tuple(payload.rich["blocks"]))


def test_what_the_scribe_says(album: Album) -> None:
    cases: dict[str, Sequence[Unread | Declined]] = {
        "lines": [UNREAD, DECLINED],
        "a stranger": [STRANGER],
        "what stays": [KEPT],
        "both": [MOVED_ON, DECLINED],
        "refused corrections": STAYED,
        "too many lines": [*OVER, DECLINED],
        "many": [UNREAD] * 12,
    }
    album.compare("scribe", {name: partial(_scribed, problems=told) for name, told in cases.items()})


def test_what_is_told_alone_to_the_author_of_a_message_in_a_channel_that_moved(album: Album) -> None:
    def told(t: Translator, problem: Declined) -> Message:
        alone = replace(reply(problem, language=t.language), thread=None)
        (payload,) = scribe_views.payloads(WORDS, alone)
        assert "thread_ts" not in payload.rich
        return Message(payload.rich["text"], tuple(payload.rich["blocks"]))

    cases = {"a member": ELSEWHERE, "who may record no more": KEPT}
    album.compare(
        "scribe-elsewhere", {name: partial(told, problem=problem) for name, problem in cases.items()}
    )
