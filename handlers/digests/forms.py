"""The forms of digests at work: a new one of a channel or of one's own, and one that is to be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from types import MappingProxyType
from typing import TypeVar

from domain.recurrence import Weekly
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Definition, Subscription
from domain.usecases.subscriptions import one_to_edit
from handlers.desk.answer import Answer, OpenView, View
from handlers.desk.calendar import setting_of
from handlers.desk.forming import FormOf, opening, with_reasons
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.digests.editing import as_said, edit
from handlers.digests.form import DigestForm, OwnDigestForm, entered_of
from handlers.digests.scheduling import destination, schedule, wanted_here, zone_for
from handlers.grammar.folding import folded
from handlers.grammar.problems import Problem, ProblemCode
from handlers.grammar.schedules import (
    KEYS,
    NOTHING_SAID,
    DigestSaid,
    DigestWanted,
    Understood,
    edited,
    read_digest,
    understood,
)
from handlers.interaction import FieldValue
from handlers.parts.forms import Entered, Frame, form_view

F = TypeVar("F", bound=DigestForm)
_PREFIX = "D-"
_MONDAYS, _NINE = frozenset({0}), time(9)
NOTHING_UNDERSTOOD = Understood(NOTHING_SAID)


class _ScheduleForm(FormOf[F]):
    """Opens the form that fits the place: one's own digest asks other things than a channel's."""

    async def open(self, request: Request) -> Answer:
        asked = edited(request.utterance.rest)
        if asked is not None and asked[0] is not None:
            return await _open_named(request, asked[0], asked[1])
        _, reader = destination(request)
        if reader is not None and self.name != OWN_DIGEST.name:
            return await OWN_DIGEST.open(request)
        return await super().open(request)


class _EditForm(FormOf[F]):
    """Stays about the digest that it was opened for, as it was then."""

    async def view(
        self, request: Request, entered: Entered, metadata: Metadata, labels: Mapping[str, str] | None = None
    ) -> View:
        setting = await self.setting(request, entered, labels or {})
        frame = Frame(callback=self.name, title=self.title, submit=self.submit)
        return form_view(self.model, frame, setting, entered, metadata.write())


async def _open_named(request: Request, number: int, text: str) -> Answer:
    """The form of the digest that was named, with what was understood of what is to be different."""
    (channel, _), group = destination(request), request.group.id
    found = await request.services.store.read(
        lambda uow: one_to_edit(request.origin, group, channel, number, uow)
    )
    opened = await open_edit(request, found, understood(text, setting_of(request)), _misread(request))
    return OpenView(with_reasons(request, opened.view, _misread))


async def open_edit(
    request: Request,
    subscription: Subscription,
    typed: Understood = NOTHING_UNDERSTOOD,
    problems: Sequence[Problem] = (),
) -> OpenView:
    """The form with what the digest is now, and what was typed, but for what was wrong.

    Raises Refusal for those who may not.
    """
    form = EDIT_DIGEST if subscription.reader is None else EDIT_OWN_DIGEST
    form.require(request)
    about = {"subject": f"{_PREFIX}{subscription.number}", "version": subscription.version}
    metadata = opening(request).model_copy(update=about)
    revised = as_said(request, typed.said)(subscription.definition)
    return OpenView(await form.view(request, _entered(revised, typed, problems), metadata))


async def _scheduled(request: Request, form: DigestForm) -> Answer:
    return await schedule(request, form.definition(request.interaction.person.user))


async def _edited(request: Request, form: DigestForm) -> Answer:
    """Whatever the digest was when the form was opened, it is now what stands in it. Raises Refusal."""
    metadata = request.metadata
    number = (metadata.subject or "").removeprefix(_PREFIX)
    if not number.isdecimal() or metadata.version is None:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    wanted = form.definition(request.interaction.person.user)
    return await edit(request, int(number), lambda _: wanted, metadata.version)


def _draft(request: Request) -> Entered:
    """What was typed, as far as it was understood, and where nothing was, Mondays at nine in their language.

    The zone is that of the group, or of themselves. What was wrong, or left out of a line, is empty.
    """
    typed = understood(request.utterance.rest, setting_of(request))
    said = typed.said
    wanted = DigestWanted(
        schedule=Schedule(
            said.recurrence() or Weekly(_MONDAYS, said.every or 1),
            said.at or _NINE,
            said.zone or zone_for(request),
        ),
        covered=said.covered,
        languages=said.languages,
        skip_quiet=bool(said.skip_quiet),
    )
    problems = _misread(request) if request.utterance.rest else ()
    return _entered(wanted_here(request, wanted), typed, problems)


def _misread(request: Request) -> tuple[Problem, ...]:
    """What of it could not be understood, one of each code."""
    text, words = request.utterance.rest, setting_of(request)
    asked = edited(text)
    first = read_digest(text, request.group.themes, zone_for(request), words)
    others = understood(text if asked is None else asked[1], words).problems
    problems = [one for one in (first, *others) if isinstance(one, Problem)]
    return tuple({problem.code: problem for problem in reversed(problems)}.values())[::-1]


def _entered(definition: Definition, typed: Understood, problems: Sequence[Problem]) -> Entered:
    """What could not be read as a zone stands in its field, where it is looked at again."""
    emptied = {_field_of(problem) for problem in problems} - _fields_said(typed.said)
    entered = {**entered_of(definition), **{name: _EMPTY[name] for name in emptied if name is not None}}
    return entered if typed.zone is None else {**entered, "zone": typed.zone}


def _field_of(problem: Problem) -> str | None:
    """The field of what was wrong; of a pair without a value the one that its key names."""
    if problem.code is ProblemCode.VALUE_MISSING:
        return _FIELDS_BY_KEY.get(KEYS.get(folded(problem.word.rstrip(":")), ""))
    return _FIELDS.get(problem.code)


def _fields_said(said: DigestSaid) -> set[str]:
    """The fields of which something was understood."""
    values = {
        "days": said.days,
        "at": said.at,
        "themes": said.covered.themes,
        "sectors": said.covered.sectors,
        "countries": said.covered.countries,
        "languages": said.languages,
    }
    return {name for name, value in values.items() if value}


_EMPTY: Mapping[str, FieldValue] = MappingProxyType(
    {"days": (), "at": None, "themes": (), "sectors": (), "countries": (), "languages": ()}
)
_FIELDS: Mapping[ProblemCode, str] = MappingProxyType(
    dict.fromkeys((ProblemCode.TIME_UNKNOWN, ProblemCode.TIME_MISSING, ProblemCode.TIMES_SEVERAL), "at")
    | dict.fromkeys((ProblemCode.DAY_MISSING, ProblemCode.WEEKDAY_MISSING), "days")
    | dict.fromkeys((ProblemCode.THEME_UNKNOWN, ProblemCode.THEME_AMBIGUOUS), "themes")
    | {ProblemCode.SECTOR_UNKNOWN: "sectors", ProblemCode.COUNTRY_UNKNOWN: "countries"}
    | {ProblemCode.LANGUAGE_UNKNOWN: "languages"}
)
_FIELDS_BY_KEY: Mapping[str, str] = MappingProxyType(
    {"theme": "themes", "sector": "sectors", "country": "countries", "lang": "languages"}
)

OWN_DIGEST = FormOf(
    name="digest-own",
    model=OwnDigestForm,
    title="form-digest",
    carry=_scheduled,
    draft=_draft,
    misread=_misread,
)
DIGEST = _ScheduleForm(
    name="digest", model=DigestForm, title="form-digest", carry=_scheduled, draft=_draft, misread=_misread
)
EDIT_DIGEST = _EditForm(name="digest-edit", model=DigestForm, title="form-digest-edit", carry=_edited)
EDIT_OWN_DIGEST = _EditForm(
    name="digest-edit-own", model=OwnDigestForm, title="form-digest-edit", carry=_edited
)
