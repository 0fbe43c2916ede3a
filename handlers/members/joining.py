"""Joining the group of the channel: `join` opens the form."""

from __future__ import annotations

from domain.refusal import Refusal, RefusalCode
from domain.usecases.membership import Join, join
from handlers.desk.answer import Answer, OpenView
from handlers.desk.forming import FormOf
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.members.joining_views import JOIN, SUBMIT, TITLE, JoinForm, join_view, joined_view


async def listen(request: Request) -> Answer:
    """Open the form. Raises Refusal for members and for those who may only read."""
    if request.situation.member is not None:
        raise Refusal(RefusalCode.ALREADY_MEMBER)
    profile = request.situation.profile
    if profile is not None and profile.reads_only:
        raise Refusal(RefusalCode.GUEST_READS_ONLY)
    metadata = Metadata(
        channel=request.situation.channel, group=request.group.id, language=request.t.language
    )
    return OpenView(join_view(request.t, request.group, metadata.write()))


async def carry(request: Request, form: JoinForm) -> Answer:
    """Join with what was entered. Raises Refusal."""
    command = Join(
        origin=request.origin,
        group=request.group.id,
        sector=form.sector,
        country=form.country,
        organisation=form.organisation,
    )
    outcome = await request.services.store.write(lambda uow: join(command, uow, request.now))
    return OpenView(joined_view(request.t, outcome))


FORM = FormOf(name=JOIN, model=JoinForm, title=TITLE, submit=SUBMIT, carry=carry, right=None)
