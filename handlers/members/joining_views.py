"""The form to join a group with, and its welcome."""

from __future__ import annotations

from typing import Annotated

from domain.group import Group
from domain.refusal import RefusalCode
from domain.text import NAME_MAX
from domain.usecases.membership import Joined
from handlers.parts.asking import group_countries, group_sectors
from handlers.parts.blocks import section
from handlers.parts.forms import Asked, Form, Frame, form_view
from handlers.parts.modals import View, notice
from handlers.parts.naming import group_name
from handlers.parts.widgets import Choice, Setting, Words
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

JOIN = "join"
TITLE, SUBMIT = "join-title", "button-join"

_NAME = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.NAME_TOO_LONG})
_SECTOR = frozenset({RefusalCode.SECTOR_UNKNOWN})
_COUNTRY = frozenset({RefusalCode.COUNTRY_UNKNOWN})


class JoinForm(Form):
    """Organisation, sector, country."""

    organisation: Annotated[str, Asked("field-organisation", Words(limit=NAME_MAX), refusals=_NAME)]
    sector: Annotated[str, Asked("field-sector", Choice(group_sectors), refusals=_SECTOR)]
    country: Annotated[str, Asked("field-country", Choice(group_countries), refusals=_COUNTRY)]


def join_view(t: Translator, group: Group, metadata: str) -> View:
    """The form, saying which group it is."""
    intro = section(t("join-intro", group=escape(group_name(t, group))))
    frame = Frame(callback=JOIN, title=TITLE, submit=SUBMIT, lead=(intro,))
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
    return notice(t, t(TITLE), text)
