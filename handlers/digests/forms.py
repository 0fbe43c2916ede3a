"""The forms of digests at work: a new one of a channel or of one's own, and one that is to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import TypeVar

from domain.recurrence import Weekly
from domain.refusal import Refusal, RefusalCode
from domain.schedule import Schedule
from domain.subscription import Definition, Subscription
from domain.usecases.subscriptions import one_to_edit
from handlers.desk.answer import Answer, OpenView, View
from handlers.desk.calendar import setting_of
from handlers.desk.forming import FormOf, opening
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.digests.editing import as_said, edit
from handlers.digests.form import DigestForm, OwnDigestForm, entered_of
from handlers.digests.scheduling import destination, schedule, wanted_here, zone_for
from handlers.grammar.schedules import NOTHING_SAID, DigestWanted, Understood, edited, understood
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
    return await open_edit(request, found, understood(text, setting_of(request)))


async def open_edit(
    request: Request, subscription: Subscription, typed: Understood = NOTHING_UNDERSTOOD
) -> Answer:
    """The form with what the digest is now, and what was typed. Raises Refusal for those who may not."""
    form = EDIT_DIGEST if subscription.reader is None else EDIT_OWN_DIGEST
    form.require(request)
    about = {"subject": f"{_PREFIX}{subscription.number}", "version": subscription.version}
    metadata = opening(request).model_copy(update=about)
    revised = as_said(request, typed.said)(subscription.definition)
    return OpenView(await form.view(request, _entered(revised, typed), metadata))


async def _scheduled(request: Request, form: DigestForm) -> Answer:
    return await schedule(request, form.definition(request.interaction.person.user))


async def _edited(request: Request, form: DigestForm) -> Answer:
    """Whatever the digest was when the form was opened, it is now what stands in it. Raises Refusal."""
    view = request.interaction.view
    metadata = Metadata() if view is None else Metadata.read(view.metadata)
    number = (metadata.subject or "").removeprefix(_PREFIX)
    if not number.isdecimal() or metadata.version is None:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    wanted = form.definition(request.interaction.person.user)
    return await edit(request, int(number), lambda _: wanted, metadata.version)


def _draft(request: Request) -> Entered:
    """What was typed, as far as it was understood; else Mondays at nine, in the person's language.

    The zone is that of the group, or of themselves.
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
    return _entered(wanted_here(request, wanted), typed)


def _entered(definition: Definition, typed: Understood) -> Entered:
    """What could not be read as a zone stands in its field, where it is looked at again."""
    entered = entered_of(definition)
    return entered if typed.zone is None else {**entered, "zone": typed.zone}


OWN_DIGEST = FormOf(
    name="digest-own", model=OwnDigestForm, title="form-digest", carry=_scheduled, draft=_draft
)
DIGEST = _ScheduleForm(name="digest", model=DigestForm, title="form-digest", carry=_scheduled, draft=_draft)
EDIT_DIGEST = _EditForm(name="digest-edit", model=DigestForm, title="form-digest-edit", carry=_edited)
EDIT_OWN_DIGEST = _EditForm(
    name="digest-edit-own", model=OwnDigestForm, title="form-digest-edit", carry=_edited
)
