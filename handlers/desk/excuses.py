"""Words for what could not be done: refusals, failures, unknown verbs, a group that must be chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from domain.group import Sector
from domain.kinds import NATURES
from domain.language import Names
from domain.reference import RecordKind, Reference
from domain.refusal import Refusal, RefusalCode
from handlers.desk.answer import FieldErrors, FormAnswer, Reply, UpdateView
from handlers.desk.request import Request
from handlers.grammar.openings import Asked, Missed
from handlers.grammar.problems import WORD_MAX, Problem, ProblemCode
from handlers.grammar.verbs import CARRYING, HOLDING, RECORDING, Ambiguous, Unknown, Verb
from handlers.parts.blocks import Block, actions, paragraph, said, section
from handlers.parts.history import kind_of
from handlers.parts.message import Message
from handlers.parts.modals import notice
from handlers.parts.naming import day_name, sector_name, status_word
from handlers.parts.next_steps import asks_first, choose, fill, fits, say
from handlers.words.slack_text import cut_plain, decode, escape
from handlers.words.translator import Translator

THEMES_MAX = 8
"""Themes that are named where a word is none of them."""

STATUS_FACTS = frozenset({"before", "after", "status"})
"""Facts of refusals that are statuses, of the item that the fact `reference` names."""

DAY_FACT = "date"
"""The fact of refusals that is a local day."""

COUNTRIES_FACT, ZONES_FACT = "countries", "zones"
"""Facts of refusals that are what to choose from: codes with spaces between, ids with commas."""

FIELDS_FACT = "fields"
"""The fact of refusals that is what of a correction they are about: names of fields with spaces between."""

SUGGESTED = {RefusalCode.NO_SUCH_COUNTRY: COUNTRIES_FACT, RefusalCode.ZONE_UNKNOWN: ZONES_FACT}
"""Refusals of a word that end with what it may have meant, where that is known."""

CHOICES = frozenset({ProblemCode.STATUS_MISSING, ProblemCode.STATUS_OF_OTHER_KIND, ProblemCode.ROLE_UNKNOWN})
"""Problems whose suggestions are all there is to choose from."""

NAMED = frozenset({ProblemCode.MONTH_DAYS_SEVERAL, ProblemCode.DAYS_DISAGREE})
"""Problems whose suggestions are named in the sentence: lines to type in turn, or what words mean."""

FORMED = frozenset(RECORDING + CARRYING + HOLDING)
"""Verbs that write what their form says: a guess of one opens it."""

ASKING = frozenset(
    {Verb.MEETING, Verb.DIGEST, Verb.UNDO, Verb.MUTE, Verb.UNMUTE, Verb.MEMBERS, Verb.LANGUAGE, Verb.JOIN}
)
"""Verbs that may write and have no form for all they do: a guess of one asks first.

Alone only `undo` writes."""


_MISSED: Mapping[type[Missed], str] = MappingProxyType(
    {Ambiguous: "verb-ambiguous", Unknown: "verb-unknown", Asked: "verb-asked"}
)
"""What is said of a first word."""


class Failure(StrEnum):
    """What went wrong, as far as it concerns the person. Each has a message `failure-KIND`."""

    NOT_SAVED = "not-saved"
    UNSURE = "unsure"
    FORM = "form"


def refusal_text(t: Translator, refusal: Refusal) -> str:
    """Why not, in the reader's words, ready for mrkdwn."""
    facts = {name: _fact(t, name, fact, refusal) for name, fact in refusal.facts.items()}
    text = t(f"refusal-{refusal.code.value}", **facts)
    if FIELDS_FACT in facts:
        text = f"{text} {t('refusal-lead-only.parts', fields=facts[FIELDS_FACT])}"
    meant = facts.get(SUGGESTED.get(refusal.code, ""))
    return f"{text} {t('problem-suggestions', suggestions=meant)}" if meant else text


def refused(t: Translator, refusal: Refusal) -> Reply:
    """A rule said no; only the person sees it. Whoever is no member yet gets the way in."""
    reply = told(refusal_text(t, refusal))
    if refusal.code is not RefusalCode.MEMBERS_ONLY:
        return reply
    joins = actions(say(t("button-join"), "join", style="primary"))
    return reply.followed_by(joins)


def failed(t: Translator, failure: Failure) -> Reply:
    """The database, Slack or we failed; the person learns what that means for their words."""
    return told(t(f"failure-{failure.value}"))


def told(text: str, *, unclear: bool = False) -> Reply:
    """A plain sentence to the person alone."""
    return Reply(Message(text, (section(text),)), unclear=unclear)


def form_refused(t: Translator, refusal: Refusal, title: str = "app-name") -> FormAnswer:
    """Why not, in the form's place; `title` is the message of the form's own."""
    return UpdateView(notice(t, t(title), refusal_text(t, refusal)))


def field_refused(t: Translator, refusal: Refusal, field: str) -> FormAnswer:
    """Why not, beside the field that the rule is about."""
    empty = refusal.code is RefusalCode.TEXT_EMPTY
    return FieldErrors({field: t("field-needed") if empty else refusal_text(t, refusal)})


def form_failed(t: Translator, failure: Failure, fields: Collection[str] = ()) -> FormAnswer:
    """Beside the first of the form's fields, so that nothing entered is lost; without any, in its place.

    A form that is sent again is the same interaction as before, so that it is never taken in twice.
    """
    first = next(iter(fields), None)
    if first is None:
        return UpdateView(notice(t, t("app-name"), t(f"failure-{failure.value}")))
    return FieldErrors({first: t(f"form-{failure.value}")})


def problem_text(t: Translator, problem: Problem) -> str:
    """What could not be understood, with what was probably meant."""
    together = t.list([f"`{line}`" for line in problem.suggestions])
    # A name behind an @ that Slack made no mention of was mentioned, as far as its author knows.
    is_named = problem.code is ProblemCode.PERSON_UNKNOWN and problem.word.startswith("@")
    message = "problem-person-unknown.named" if is_named else f"problem-{problem.code.value}"
    text = t(message, word=problem.word, suggestions=together)
    if problem.code in NAMED:
        return escape(text)
    if problem.themes and not problem.suggestions:
        return escape(f"{text} {_themes(t, problem.themes)}")
    meant = "problem-choices" if problem.every or problem.code in CHOICES else "problem-suggestions"
    return escape(" ".join([text, *_meant(t, problem.offered(t.language), meant)]))


def misunderstood(t: Translator, problem: Problem) -> Reply:
    """Something typed could not be understood; nothing was written."""
    return told(problem_text(t, problem), unclear=True)


def choosable(request: Request, problem: Problem) -> Reply:
    """The same where what was meant can be told: the line with each of it in its place is a press away."""
    reply, said = misunderstood(request.t, problem), request.utterance
    lines = {
        name: said.line.replace(escape(problem.word), escape(name), 1)
        for name in problem.offered(request.t.language)
    }
    buttons = [say(name, line) for name, line in lines.items() if said.line != line and fits(line)]
    if not buttons:
        return reply
    return reply.followed_by(actions(*buttons))


def no_such_verb(t: Translator, missed: Missed, raw: str = "", further: Sequence[Block] = ()) -> Reply:
    """The first word is no verb: offers what it could have been, with the rest of what was typed, `raw`.

    `further` are other ways that the line may go. Nothing is written by one press of what is only a guess.
    """
    code = _MISSED[type(missed)]
    meant = [verb.name_beginning(missed.word, t.language) for verb in missed.suggestions]
    asked = isinstance(missed, Asked)
    told = [] if asked else _meant(t, meant) or [t("problem-verb-unknown.first")]
    text = escape(" ".join([t(f"problem-{code}", word=cut_plain(missed.word, WORD_MAX)), *told]))
    lines = {verb: f"{verb.name_in(t.language)} {raw}".strip() for verb in missed.suggestions}
    buttons = [_guess(t, verb, line, whole=asked) for verb, line in lines.items() if fits(line)]
    helping = [] if Verb.HELP in lines else [say(t("button-help"), "help")]
    return Reply(Message(text, (section(text), actions(*buttons, *further, *helping))))


def _guess(t: Translator, verb: Verb, line: str, *, whole: bool) -> Block:
    """The button of a verb that was perhaps meant; of the `whole` line it shows that."""
    label = cut_plain(decode(line).text, WORD_MAX) if whole else verb.name_in(t.language)
    return guess(t, verb, line, label)


def guess(t: Translator, verb: Verb, line: str, label: str) -> Block:
    """The button of a line that was perhaps meant: it writes nothing before it was asked whether it is."""
    name = verb.name_in(t.language)
    if verb in FORMED:
        return fill(label, line)
    if verb not in ASKING or (line == name and verb is not Verb.UNDO):
        return say(label, line)
    return asks_first(
        say(label, line),
        title=t("guess-title"),
        text=t("guess-text", line=decode(line).text),
        confirm=t("button-guess"),
        deny=t("button-cancel"),
    )


def usage(request: Request, *before: str) -> Reply:
    """Nothing stood behind the verb: an example of what could, after what is said `before`."""
    t, verb = request.t, f"verb-{request.verb.value}"
    example = t("usage", line=f"{request.command} {t(f'{verb}.usage')}")
    return told("\n".join([*before, t(f"{verb}.help"), example]), unclear=True)


def which_group(request: Request) -> Reply:
    """No group: offers the person's groups, or says how a channel gets one."""
    t, situation = request.t, request.situation
    if not situation.choices:
        text = t("no-group-here")
        sets_up = situation.may_set_up
        button = say(t("button-setup"), "setup") if sets_up else say(t("button-help"), "help")
        return Reply(Message(text, (section(text), actions(button))))
    typed = f"{request.utterance.word} {request.utterance.rest}".strip()
    line = request.utterance.line
    if not fits(line):
        return Reply(Message(t("which-group-long"), (section(t("which-group-long")), paragraph(said(typed)))))
    buttons = [choose(names.in_language(t.language), line, number) for number, names in situation.choices]
    return Reply(Message(t("which-group"), (section(t("which-group")), actions(*buttons))))


def _fact(t: Translator, name: str, fact: str | int, refusal: Refusal) -> str | int:
    if name in STATUS_FACTS:
        return status_word(t, _kind_of(refusal, str(fact)), str(fact))
    if name == DAY_FACT:
        return day_name(t, date.fromisoformat(str(fact)))
    if name == COUNTRIES_FACT:
        return escape(t.list(map(t.country, str(fact).split()), either=True))
    if name == FIELDS_FACT:
        return escape(t.list(t(f"edited-{field}") for field in str(fact).split()))
    if name == ZONES_FACT:
        return escape(t.list(filter(None, str(fact).split(", ")), either=True))
    return escape(_called(t, fact, refusal.code)) if isinstance(fact, str) else fact


def _called(t: Translator, fact: str, code: RefusalCode) -> str:
    """What has a name goes by it: whoever refuses knows only keys."""
    if code is RefusalCode.SECTOR_UNKNOWN and fact in set(Sector):
        return sector_name(t, Sector(fact))
    return t.country(fact) if code is RefusalCode.COUNTRY_UNKNOWN else fact


def _kind_of(refusal: Refusal, status: str) -> RecordKind:
    """The kind of the item that the refusal names, else the first that has the status."""
    reference = refusal.facts.get("reference")
    if reference is not None:
        return kind_of(Reference.parse(str(reference)))
    return next(nature.kind for nature in NATURES.values() if status in set(nature.statuses))


def _themes(t: Translator, themes: Sequence[Names]) -> str:
    """The group's themes to choose from, as many as one reads."""
    names = [theme.in_language(t.language) for theme in themes[:THEMES_MAX]]
    if len(themes) <= THEMES_MAX:
        return t("problem-themes", themes=t.list(names))
    return t("problem-themes.more", themes=", ".join(names), count=len(themes) - THEMES_MAX)


def _meant(t: Translator, words: Sequence[str], message: str = "problem-suggestions") -> list[str]:
    return [t(message, suggestions=t.list(words, either=True))] if words else []
