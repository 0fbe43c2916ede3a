"""The forms of digests at work: a new one of a channel or of one's own, and one that is to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from domain.refusal import Refusal, RefusalCode
from domain.subscription import Subscription
from handlers.desk.answer import Answer, OpenView, View
from handlers.desk.forming import FormOf, opening
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.digests.editing import edit
from handlers.digests.form import FOR_ME, MONDAY, WEEKLY, DigestForm, OwnDigestForm, entered_of
from handlers.digests.scheduling import destination, schedule, zone_for
from handlers.parts.forms import Entered, Frame, form_view

F = TypeVar("F", bound=DigestForm)
_PREFIX = "D-"


class _ScheduleForm(FormOf[F]):
    """Opens the form that fits the place: one's own digest asks other things than a channel's."""

    async def open(self, request: Request) -> Answer:
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


async def open_edit(request: Request, subscription: Subscription) -> Answer:
    """The form with what the digest is now. Raises Refusal for those who may not."""
    form = EDIT_DIGEST if subscription.reader is None else EDIT_OWN_DIGEST
    form.require(request)
    about = {"subject": f"{_PREFIX}{subscription.number}", "version": subscription.version}
    metadata = opening(request).model_copy(update=about)
    return OpenView(await form.view(request, entered_of(subscription.definition), metadata))


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
    """Mondays at nine, in the person's language: where the group is, or where they are themselves."""
    theme = request.situation.theme
    return {
        "rhythm": WEEKLY,
        "days": (MONDAY,),
        "at": "09:00",
        "zone": zone_for(request),
        "whose": FOR_ME,
        "themes": () if theme is None else (theme,),
        "languages": (request.t.language.value,),
    }


OWN_DIGEST = FormOf(
    name="digest-own", model=OwnDigestForm, title="form-digest", carry=_scheduled, draft=_draft
)
DIGEST = _ScheduleForm(name="digest", model=DigestForm, title="form-digest", carry=_scheduled, draft=_draft)
EDIT_DIGEST = _EditForm(name="digest-edit", model=DigestForm, title="form-digest-edit", carry=_edited)
EDIT_OWN_DIGEST = _EditForm(
    name="digest-edit-own", model=OwnDigestForm, title="form-digest-edit", carry=_edited
)
