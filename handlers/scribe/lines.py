"""The marked lines of a message, read like the texts behind their verbs."""

from __future__ import annotations

from dataclasses import replace

from domain.language import Language
from domain.permissions import leads
from domain.usecases.scribbling import Line, Misread, Scribble
from domain.usecases.situation import Situation
from handlers.grammar.dates.rules import Reader
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.record_pairs import OWNER, Kept
from handlers.grammar.records import Author, RecordRead, read_record
from handlers.grammar.scribbles import MarkedLine, read_lines
from handlers.grammar.setting import Setting
from handlers.grammar.written_in import written_in
from handlers.words.slack_text import Decoded


def lines_of(situation: Situation, text: Decoded, reader: Reader) -> tuple[Line, ...]:
    """What is to be recorded, and what is meant so and could not be read."""
    author = _author(situation, text, reader)
    return tuple(_line(situation, author, marked) for marked in read_lines(text.text))


def _author(situation: Situation, text: Decoded, reader: Reader) -> Author:
    group, member = situation.group, situation.member
    return Author(
        user=situation.person.user,
        people=text.people,
        setting=Setting(reader) if group is None else Setting.of(group, reader, situation.language),
        may_plan=lambda theme: member is not None and leads(member, theme or situation.theme),
    )


def _line(situation: Situation, author: Author, marked: MarkedLine) -> Line:
    if marked.near:
        unknown = Problem(marked.why, marked.near, marked.meant)
        return _misread(marked, unknown, situation.language)
    read = _certain(read_record(marked.kind, marked.text, author))
    for problem in read.problems.values():
        return _misread(marked, problem, situation.language)
    group = situation.group
    seen = written_in(read.prose, () if group is None else group.languages)
    return Scribble(
        mark=marked.mark,
        kind=marked.kind,
        text=read.text,
        language=seen or marked.language or situation.language,
        theme=read.theme,
        answers=read.answers,
        owner=read.owner,
        due_on=read.said.due_on,
        said=read.said,
        kept=tuple(kept.typed for kept in read.kept),
    )


def _certain(read: RecordRead) -> RecordRead:
    """The same with a name that may be the owner's in the text: nobody can press a button on a line."""
    either = read.problems.get(OWNER)
    if either is None or either.code is not ProblemCode.OWNER_EITHER:
        return read
    others = {key: problem for key, problem in read.problems.items() if key != OWNER}
    return replace(read, problems=others, kept=(*read.kept, Kept(key=OWNER, typed=either.word)))


def _misread(marked: MarkedLine, problem: Problem, reader: Language) -> Misread:
    return Misread(
        mark=marked.mark,
        kind=marked.kind,
        code=problem.code.value,
        word=problem.word,
        suggestions=problem.offered(reader),
    )
