"""Joining the group of the channel: `join` opens the form."""

from __future__ import annotations

from typing import Annotated

from domain.group import Group
from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX
from domain.usecases.membership import Join, Joined, join
from handlers.desk.answer import Answer, OpenView
from handlers.desk.forming import FormOf
from handlers.desk.metadata import Metadata
from handlers.desk.request import Request
from handlers.parts.asking import group_countries, group_sectors
from handlers.parts.blocks import section
from handlers.parts.forms import Asked, Form, Frame, form_view
from handlers.parts.modals import View, notice
from handlers.parts.naming import group_name
from handlers.parts.widgets import Choice, Setting, Words
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

JOIN = "join"

_NAME = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.NAME_TOO_LONG})
_SECTOR = frozenset({RefusalCode.SECTOR_UNKNOWN})
_COUNTRY = frozenset({RefusalCode.COUNTRY_UNKNOWN})


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


class JoinForm(Form):
    """Organisation, sector, country."""

    organisation: Annotated[str, Asked("field-organisation", Words(limit=NAME_MAX), refusals=_NAME)]
    sector: Annotated[str, Asked("field-sector", Choice(group_sectors), refusals=_SECTOR)]
    country: Annotated[str, Asked("field-country", Choice(group_countries), refusals=_COUNTRY)]


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


FORM = FormOf(name=JOIN, model=JoinForm, title="join-title", submit="button-join", carry=carry, right=None)


def join_view(t: Translator, group: Group, metadata: str) -> View:
    """The form, saying which group it is."""
    intro = section(t("join-intro", group=escape(group_name(t, group))))
    frame = Frame(callback=JOIN, title=FORM.title, submit=FORM.submit, lead=(intro,))
    return form_view(JoinForm, frame, Setting(t=t, group=group), {}, metadata)


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
