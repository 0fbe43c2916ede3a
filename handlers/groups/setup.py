"""Listeners of `setup`: choose or found a group, and bind the channel to it."""

from __future__ import annotations

import re

from domain.group import AgreementRule
from domain.refusal import Refusal, RefusalCode
from domain.usecases.groups import BindChannel, Founding, found_group
from domain.usecases.releasing import ReleaseChannel, release_channel
from domain.usecases.setup import setup_options
from handlers.desk.answer import Answer, FieldErrors, FormAnswer, OpenView, UpdateView
from handlers.desk.excuses import field_refused
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.groups import views
from handlers.groups.forms import FoundingForm
from handlers.groups.telling import bound_aloud, is_here
from handlers.groups.views import BIND, CHOOSE, FOUND, RELEASE
from handlers.interaction import Submission
from handlers.parts.forms import FieldsWrong
from handlers.parts.group_numbers import group_number
from handlers.parts.widgets import Setting

__all__ = ["BIND", "CHOOSE", "FOUND", "RELEASE", "bound", "chosen", "founded", "listen", "released"]

_WEEKS = re.compile(r"[0-9]{1,18}")


async def listen(request: Request) -> Answer:
    """Open the first step that is left to decide.

    Raises Refusal ADMIN_ONLY when there is none for them, CHAIR_ONLY in their own group, and PERSON_UNKNOWN
    when Slack told us nothing of them.
    """
    person = request.interaction.person
    if request.situation.profile is None:
        raise Refusal(RefusalCode.PERSON_UNKNOWN)
    channel = request.situation.channel
    options = await request.services.store.read(lambda uow: setup_options(person, uow, channel=channel))
    if not options.chaired and not options.may_found:
        is_member = request.situation.member is not None
        raise Refusal(RefusalCode.CHAIR_ONLY if is_member else RefusalCode.ADMIN_ONLY)
    metadata = _metadata(request)
    if request.interaction.direct and not options.may_found:
        raise Refusal(RefusalCode.CHANNEL_NEEDED)
    if request.interaction.direct or not options.chaired:
        return OpenView(views.found_view(request.t, request.situation.zone, metadata))
    return OpenView(
        views.choose_view(
            request.t,
            options.chaired,
            metadata,
            may_found=options.may_found,
            held=None if options.held is None else options.held.id,
        )
    )


async def chosen(request: Request, submission: Submission) -> FormAnswer:
    """Step one was answered: on to the theme of the channel, or to a new group."""
    value = submission.values.get("group")
    if value == views.NONE:
        return await _release(request)
    if value == views.NEW or not isinstance(value, str):
        return UpdateView(views.found_view(request.t, request.situation.zone, _metadata(request)))
    number = _group_number(value)
    options = await request.services.store.read(
        lambda uow: setup_options(request.interaction.person, uow, number)
    )
    if options.group is None:
        raise Refusal(RefusalCode.CHAIR_ONLY)
    if request.situation.channel is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDED)
    metadata = _metadata(request, options.group.id, views.Shown.of(options.group).write())
    return UpdateView(views.bind_view(request.t, options.group, request.situation.theme, metadata))


async def _release(request: Request) -> FormAnswer:
    """What is lost with it is said before. Raises Refusal CHAIR_ONLY where it is no group's of theirs."""
    person, channel = request.interaction.person, request.situation.channel
    options = await request.services.store.read(lambda uow: setup_options(person, uow, channel=channel))
    if options.held is None:
        raise Refusal(RefusalCode.CHAIR_ONLY)
    metadata = _metadata(request, options.held.id)
    return UpdateView(views.release_view(request.t, options.held, options.digests, metadata))


async def released(request: Request, submission: Submission) -> FormAnswer:
    """Release the channel from the group that the form named. Raises Refusal."""
    group = Metadata.read(submission.metadata).group
    if group is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
    command = ReleaseChannel(origin=request.origin, group=group)
    outcome = await request.services.store.write(lambda uow: release_channel(command, uow, request.now))
    return UpdateView(views.released_view(request.t, outcome))


async def bound(request: Request, submission: Submission) -> FormAnswer:
    """Bind the channel, and steer its group. Raises Refusal.

    What was left as the form showed it stays as it is now: somebody else may have changed it meanwhile.
    """
    theme = submission.values.get("theme")
    metadata = Metadata.read(submission.metadata)
    group = metadata.group
    if group is None:
        raise Refusal(RefusalCode.CHANNEL_NEEDS_GROUP)
    seen = views.Shown.read(metadata.seen)
    phase = _chosen(submission, views.PHASE, seen.phase)
    rule = _chosen(submission, views.RULE, seen.rule)
    weeks = _chosen(submission, views.STALLED, seen.weeks)
    if rule is not None and rule not in set(AgreementRule):
        raise Refusal(RefusalCode.FORM_OUTDATED)
    if weeks is not None and not _WEEKS.fullmatch(weeks):
        raise Refusal(RefusalCode.FORM_OUTDATED)
    command = BindChannel(
        origin=request.origin,
        group=group,
        theme=theme if isinstance(theme, str) and theme != views.ALL_THEMES else None,
        phase=phase,
        rule=None if rule is None else AgreementRule(rule),
        stalled_weeks=None if weeks is None else int(weeks),
    )
    here = await is_here(request)
    outcome = await bound_aloud(request, command, here=here)
    return UpdateView(views.done_view(request.t, outcome, here=here))


async def founded(request: Request, submission: Submission) -> FormAnswer:
    """Found the group, with the founder as chair; what is wrong stands beside its field. Raises Refusal."""
    try:
        form = FoundingForm.read(Setting(t=request.t), submission.values)
    except FieldsWrong as wrong:
        return FieldErrors(wrong.messages)
    t = request.t
    if not form.is_named:
        return FieldErrors({f"name_{t.language.value}": t("field-name-needed")})
    try:
        return await _found(request, form)
    except Refusal as refusal:
        beside = FoundingForm.field_of(refusal, tuple(submission.values))
        if beside is None:
            raise
        return field_refused(request.t, refusal, beside)


async def _found(request: Request, form: FoundingForm) -> FormAnswer:
    command = Founding(
        origin=request.origin,
        charter=form.charter(request.services.words, request.now.date()),
        sector=form.sector,
        country=form.own_country(),
        organisation=form.organisation,
    )
    outcome = await request.services.store.write(lambda uow: found_group(command, uow, request.now))
    return UpdateView(views.done_view(request.t, outcome, here=await is_here(request)))


def _chosen(submission: Submission, field: str, shown: str) -> str | None:
    """What was entered instead of what the form showed; None for the same."""
    value = submission.values.get(field)
    return value if isinstance(value, str) and value != shown else None


def _group_number(value: str) -> int:
    """The group that was chosen. Raises Refusal for what the form did not offer: nobody chairs that."""
    number = group_number(value)
    if number is None:
        raise Refusal(RefusalCode.CHAIR_ONLY)
    return number


def _metadata(request: Request, group: int | None = None, seen: str | None = None) -> str:
    """A direct message is nobody's channel: a group founded there is bound to none."""
    channel = None if request.interaction.direct else request.situation.channel
    return Metadata(channel=channel, group=group, language=request.t.language, seen=seen).write()
