"""Joining the group of the channel: `join` opens the form."""

from __future__ import annotations

from domain.group import Group
from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX
from domain.usecases.membership import Join, Joined, join
from handlers.desk.answer import Answer, FormAnswer, OpenView, UpdateView
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.interaction import Submission
from handlers.parts.blocks import section
from handlers.parts.modals import View, field, modal, notice, option, select, text_input
from handlers.parts.naming import group_name
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

JOIN = "join"


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


async def joined(request: Request, submission: Submission) -> FormAnswer:
    """Join with what was entered.

    Raises Refusal, FORM_OUTDATED when the channel went to another group than the form was opened for.
    """
    if Metadata.read(submission.metadata).group != request.group.id:
        raise Refusal(RefusalCode.FORM_OUTDATED)
    command = Join(
        origin=request.origin,
        group=request.group.id,
        sector=str(submission.values.get("sector") or ""),
        country=str(submission.values.get("country") or ""),
        organisation=str(submission.values.get("organisation") or ""),
    )
    outcome = await request.services.store.write(lambda uow: join(command, uow, request.now))
    return UpdateView(joined_view(request.t, outcome))


def join_view(t: Translator, group: Group, metadata: str) -> View:
    """Organisation, sector, country."""
    sectors = [option(t(f"sector-{sector.value}"), sector.value) for sector in group.sectors]
    countries = [option(t.country(country), country) for country in group.countries]
    blocks = [
        section(t("join-intro", group=escape(group_name(t, group)))),
        field("organisation", t("field-organisation"), text_input(limit=NAME_MAX)),
        field("sector", t("field-sector"), select(sectors)),
        field("country", t("field-country"), select(countries)),
    ]
    return modal(JOIN, t("join-title"), t("button-join"), t("button-cancel"), blocks, metadata)


def joined_view(t: Translator, outcome: Joined) -> View:
    """A welcome that says what was understood and what one can do now."""
    member = outcome.member
    text = t(
        "join-done",
        group=escape(group_name(t, outcome.group)),
        organisation=escape(member.organisation),
        sector=t(f"sector-{member.sector.value}"),
        country=t.country(member.country),
    )
    return notice(t, t("join-title"), text)
