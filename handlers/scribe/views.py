"""What the scribe says: an emoji under what was recorded, a word in the thread about what was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from domain.delivery import Payload
from domain.reference import RecordKind
from domain.refusal import RefusalCode
from domain.usecases.answering import Declined, ScribeReply, Unread
from handlers.desk.excuses import problem_text, refusal_text
from handlers.grammar.problems import Problem, ProblemCode
from handlers.parts.blocks import Block, actions, section
from handlers.parts.message import Message
from handlers.parts.naming import kind_name
from handlers.parts.next_steps import say
from handlers.words.slack_text import escape, person
from handlers.words.translator import Translator
from handlers.words.words import Words

EMOJI: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.NOTE: "memo",
        RecordKind.DECISION: "white_check_mark",
        RecordKind.OPPORTUNITY: "bulb",
        RecordKind.OBSTACLE: "construction",
        RecordKind.RECOMMENDATION: "dart",
        RecordKind.ACTION: "pushpin",
    }
)
"""The emoji under a message of which something was recorded, by kind (Slack's standard names)."""

STAYED = frozenset(
    {
        RefusalCode.SCRIBED_ANSWERED,
        RefusalCode.SCRIBED_ANSWERS,
        RefusalCode.SCRIBED_BUILT_ON,
        RefusalCode.SCRIBED_CORRECTED,
        RefusalCode.SCRIBED_DUE,
        RefusalCode.SCRIBED_ELSEWHERE,
        RefusalCode.SCRIBED_KEPT,
        RefusalCode.SCRIBED_KIND,
        RefusalCode.SCRIBED_MOVED_ON,
        RefusalCode.SCRIBED_OWNER,
        RefusalCode.SCRIBED_THEME,
        RefusalCode.SCRIBED_WORDS,
    }
)
"""What concerns a record that is there: told apart from what was not recorded."""

PROBLEMS_SHOWN = 10
"""Lines that are spoken of one by one; of more the number is told."""


def payloads(words: Words, told: ScribeReply) -> tuple[Payload, ...]:
    """One message in the thread, or to them alone, to whoever wrote the lines, in their language."""
    t = words.for_language(told.language)
    stayed = [problem for problem in told.problems if _stays(problem)]
    lost = [problem for problem in told.problems if not _stays(problem)]
    worded = [problem for problem in stayed if _is_worded(problem)]
    stayed = [problem for problem in stayed if not _is_worded(problem)]
    heads = {"scribe-not-recorded": lost, "scribe-stayed": stayed, "scribe-worded": worded}
    if told.thread is None:
        heads = {"scribe-stayed-in": stayed}
    facts = {"person": person(told.user), "group": escape(told.group.names.in_language(t.language))}
    lines = (line for head, found in heads.items() for line in _part(t, t(head, **facts), found))
    text = "\n".join(lines)
    blocks: list[Block] = [section(text)]
    if any(_is_stranger(problem) for problem in told.problems):
        blocks.append(actions(say(t("button-join"), "join", style="primary")))
    return (Message(text, tuple(blocks)).payload(told.thread),)


def _part(t: Translator, head: str, problems: Sequence[Unread | Declined]) -> Iterator[str]:
    if problems:
        yield head
    for problem in problems[:PROBLEMS_SHOWN]:
        yield _line(t, problem)
    if len(problems) > PROBLEMS_SHOWN:
        yield t("and-more", count=len(problems) - PROBLEMS_SHOWN)


def _line(t: Translator, problem: Unread | Declined) -> str:
    if isinstance(problem, Unread):
        read = Problem(ProblemCode(problem.code), problem.word, problem.suggestions)
        return f"• {problem.kept or kind_name(t, problem.kind)}: {problem_text(t, read)}"
    why = refusal_text(t, problem.refusal)
    if problem.kept is not None and problem.refusal.facts.get("reference") != str(problem.kept):
        return f"• {problem.kept}: {why}"
    return f"• {why}" if problem.kind is None else f"• {kind_name(t, problem.kind)}: {why}"


def _stays(problem: Unread | Declined) -> bool:
    """Whether it is about a record that is not, or not wholly, as its message says now."""
    if problem.kept is not None:
        return True
    return isinstance(problem, Declined) and problem.refusal.code in STAYED


def _is_worded(problem: Unread | Declined) -> bool:
    """Whether it is about words of what was recorded."""
    return isinstance(problem, Declined) and problem.refusal.code is RefusalCode.SCRIBED_WORDS


def _is_stranger(problem: Unread | Declined) -> bool:
    return isinstance(problem, Declined) and problem.refusal.code is RefusalCode.MEMBERS_ONLY
