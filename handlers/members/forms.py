"""The form in which a chair changes a member."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from domain.group import Sector
from domain.people import Member, Role
from domain.permissions import Right
from domain.refusal import Refusal, RefusalCode
from domain.text import NAME_MAX
from domain.usecases.members import Adjust, MemberCard, adjust, member_card
from handlers.desk.answer import Answer, OpenView, Reply
from handlers.desk.forming import FormOf, opening
from handlers.desk.request import Request
from handlers.interaction import FieldValue
from handlers.members.views import adjusted_message
from handlers.parts.asking import group_countries, group_sectors, group_themes
from handlers.parts.forms import Asked, Entered, Form
from handlers.parts.widgets import Choice, Choices, Pairs, Setting, Words

_ROLE = frozenset({RefusalCode.LAST_CHAIR})
_THEMES = frozenset({RefusalCode.LEAD_NEEDS_THEMES, RefusalCode.THEMES_OF_LEADS, RefusalCode.THEME_UNKNOWN})
_NAME = frozenset({RefusalCode.TEXT_EMPTY, RefusalCode.NAME_TOO_LONG})


def roles(setting: Setting) -> Pairs:
    """Every role."""
    return [(role.value, setting.t(f"role-{role.value}")) for role in Role]


def is_lead(_setting: Setting, entered: Entered) -> bool:
    """Whether a theme lead is being made."""
    return entered.get("role") == Role.LEAD.value


class MemberForm(Form):
    """What somebody is in the group."""

    role: Annotated[Role, Asked("field-role", Choice(roles), wakes=True, refusals=_ROLE)]
    themes: Annotated[
        frozenset[str],
        Asked("field-leads", Choices(group_themes), when=is_lead, needed=is_lead, refusals=_THEMES),
    ] = frozenset()
    sector: Annotated[Sector, Asked("field-sector", Choice(group_sectors))]
    country: Annotated[str, Asked("field-country", Choice(group_countries))]
    organisation: Annotated[str, Asked("field-organisation", Words(limit=NAME_MAX), refusals=_NAME)]


async def carry(request: Request, form: MemberForm) -> Answer:
    """Make of the person what was entered, unless somebody else changed them meanwhile. Raises Refusal."""
    metadata = request.metadata
    user, group = metadata.person, request.group.id
    if user is None:
        raise Refusal(RefusalCode.MEMBER_CHANGED)
    card = await request.services.store.read(lambda uow: member_card(request.origin, group, user, uow))
    if metadata.seen != fingerprint(card.member):
        raise Refusal(RefusalCode.MEMBER_CHANGED)
    command = Adjust(
        origin=request.origin,
        group=group,
        user=user,
        role=form.role,
        themes=form.themes if form.role is Role.LEAD else frozenset(),
        sector=form.sector.value,
        country=form.country,
        organisation=form.organisation,
        seen=card.member,
    )
    adjusted = await request.services.store.write(lambda uow: adjust(command, uow, request.now))
    return Reply(adjusted_message(request.t, adjusted, card.name))


MEMBER = FormOf(name="member", model=MemberForm, title="member-form", carry=carry, right=Right.ADMINISTER)


async def open_member(request: Request, card: MemberCard) -> Answer:
    """The form with what the person is; empty for somebody who is to become a member. Raises Refusal."""
    MEMBER.require(request)
    if card.reads_only:
        raise Refusal(RefusalCode.GUEST_NO_MEMBER)
    if not card.is_known:
        raise Refusal(RefusalCode.MEMBER_UNKNOWN)
    remembered = {"person": card.user, "seen": fingerprint(card.member)}
    metadata = opening(request).model_copy(update=remembered)
    return OpenView(await MEMBER.view(request, _present(card.member), metadata))


def fingerprint(member: Member | None) -> str:
    """What tells one state of a member from another."""
    if member is None:
        return ""
    facts = (
        member.role.value,
        *sorted(member.themes),
        member.sector.value,
        member.country,
        member.organisation,
    )
    return sha256("\n".join(facts).encode()).hexdigest()[:16]


def _present(member: Member | None) -> dict[str, FieldValue]:
    if member is None:
        return {"role": Role.MEMBER.value}
    return {
        "role": member.role.value,
        "themes": tuple(sorted(member.themes)),
        "sector": member.sector.value,
        "country": member.country,
        "organisation": member.organisation,
    }
