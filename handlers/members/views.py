"""The words about the people of a group: the list, one person, what was changed."""

from __future__ import annotations

from collections.abc import Mapping

from domain.group import Group, Seat
from domain.people import Member, Role
from domain.register import COUNTED_MAX
from domain.usecases.members import Adjusted, Gone, MemberCard, Roster
from handlers.parts.blocks import (
    Block,
    Run,
    actions,
    bullets,
    context,
    faint,
    paragraph,
    said,
    section,
    strong,
)
from handlers.parts.limits import BUTTON_TEXT_MAX
from handlers.parts.message import Message
from handlers.parts.naming import group_name, person_name, sector_name, theme_name
from handlers.parts.next_steps import asks_first, say
from handlers.words.slack_text import cut_plain, escape, person
from handlers.words.translator import Translator

PAGE_SIZE = 25
"""Members on a page: with long names and organisations it stays inside one message."""

GONE_OFFERED = 3
"""Deactivated members of a page with a button that shows them: to take them out begins there."""

NAME_SHOWN, ORGANISATION_SHOWN, THEMES_SHOWN = 80, 80, 160
"""Characters of each in a line."""

_MORE = "more"
"""The variant of words about a number of items that is larger than any that is counted."""


def roster_message(t: Translator, roster: Roster, page: int) -> Message:
    """A page of everybody, and on the first one how many speak from each seat."""
    pages = max(1, -(-len(roster.members) // PAGE_SIZE))
    page = min(page, pages)
    shown = roster.members[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    title = _title(t, roster)
    blocks: list[Block] = [section(f"*{escape(title)}*")]
    aloud = [escape(title)]
    if page == 1:
        balance = _balance(t, roster.seats)
        blocks += [paragraph(strong(t("members-balance"))), bullets(balance)]
        aloud += [escape("".join(run["text"] for run in line)) for line in balance]
    lines = [_line(t, roster, member) for member in shown]
    if lines:
        blocks.append(bullets(lines))
    aloud += [escape("".join(run["text"] for run in line)) for line in lines]
    if pages > 1:
        blocks.append(context(t("members-page", page=page, pages=pages)))
    turning = [_shows(member.user, roster.names) for member in shown if member.user in roster.gone]
    turning = turning[:GONE_OFFERED]
    if page > 1:
        turning.append(say(t("button-previous-members"), f"members page:{page - 1}"))
    if page < pages:
        turning.append(say(t("button-next-page"), f"members page:{page + 1}"))
    return Message("\n".join(aloud), (*blocks, *([actions(*turning)] if turning else [])))


def card_message(t: Translator, card: MemberCard, command: str, *, may_change: bool) -> Message:
    """One person: what they are, what they own; for a chair the ways to change it."""
    if card.member is None:
        return _absent(t, card, command, may_change=may_change)
    what = member_text(t, card.group, card.member)
    owns = t("member-owns", **_owned(card.owned))
    if card.is_gone:
        owns = f"{t('member-deactivated')} {owns}"
    buttons = [say(t("button-members"), "members")]
    if may_change and card.is_gone:
        buttons.insert(0, _takes_out(t, card))
    elif may_change:
        buttons.insert(0, say(t("button-edit-member"), f"members {person(card.user)} edit"))
    text = f"*{escape(card.name)}*: {escape(what)}\n{owns}"
    runs = [strong(card.name), said(f": {what}"), faint(f"\n{owns}")]
    return Message(text, (paragraph(*runs), actions(*buttons)))


def adjusted_message(t: Translator, adjusted: Adjusted, name: str) -> Message:
    """What the person is now, whole: nothing that was understood wrongly goes unseen."""
    joined = any(change.kind == "member-joined" for change in adjusted.changes)
    message = "member-added" if joined else "member-adjusted" if adjusted.changes else "member-same"
    what = member_text(t, adjusted.group, adjusted.member)
    text = t(message, person=escape(name), what=escape(what))
    show = say(t("button-show-member"), f"members {person(adjusted.member.user)}")
    return Message(text, (section(text), actions(show, say(t("button-members"), "members"))))


def leaving_message(t: Translator, group: Group, card: MemberCard) -> Message:
    """What leaving means, before somebody leaves."""
    text = t("member-leaving", group=escape(group_name(t, group)), **_owned(card.owned))
    leaves = say(t("button-leave"), "members leave now", style="danger")
    return Message(text, (section(text), actions(leaves, say(t("button-mine"), "mine"))))


def gone_message(t: Translator, gone: Gone, name: str, *, oneself: bool) -> Message:
    """Who left, and what stays theirs."""
    if oneself:
        text = t("member-left-you", **_owned(gone.owned))
        return Message(text, (section(text), actions(say(t("button-join"), "join"))))
    text = t("member-gone", person=escape(name), **_owned(gone.owned))
    return Message(text, (section(text), actions(say(t("button-members"), "members"))))


def member_text(t: Translator, group: Group, member: Member) -> str:
    """`theme lead: Infrastructure · industry, Mexico · Plant`. Not escaped."""
    facts = t(
        "member-facts",
        sector=sector_name(t, member.sector),
        country=t.country(member.country),
        organisation=cut_plain(member.organisation, ORGANISATION_SHOWN),
    )
    return f"{_role(t, group, member)} · {facts}"


def _absent(t: Translator, card: MemberCard, command: str, *, may_change: bool) -> Message:
    buttons = [say(t("button-members"), "members")]
    text = t("member-guest" if card.reads_only else "member-not-yet", person=escape(card.name))
    if may_change and not card.reads_only:
        text = f"{text}\n{t('member-not-yet-how', command=command, person=escape(card.name))}"
        buttons.insert(0, say(t("button-add-member"), f"members {person(card.user)} edit"))
    return Message(text, (section(text), actions(*buttons)))


def _title(t: Translator, roster: Roster) -> str:
    there = [member for member in roster.members if member.user not in roster.gone]
    observers, gone = sum(one.role is Role.OBSERVER for one in there), len(roster.members) - len(there)
    title = t("members-title", group=group_name(t, roster.group), count=len(there) - observers)
    if observers:
        title = f"{title}, {t('members-observers', count=observers)}"
    return f"{title} {t('members-gone', count=gone)}" if gone else title


def _balance(t: Translator, seats: Mapping[Seat, int]) -> list[list[Run]]:
    """A line a country, with how many speak from each of its sectors."""
    countries: dict[str, list[str]] = {}
    for seat, count in seats.items():
        held = t.number(count) if count else t("members-none-yet")
        countries.setdefault(seat.country, []).append(f"{sector_name(t, seat.sector)}: {held}")
    return [[strong(f"{t.country(code)}: "), said(" · ".join(cells))] for code, cells in countries.items()]


def _line(t: Translator, roster: Roster, member: Member) -> list[Run]:
    """Who Slack deactivated is told apart before what they were."""
    name = cut_plain(person_name(roster.names, member.user), NAME_SHOWN)
    gone = [faint(f" · {t('member-gone-mark')}")] if member.user in roster.gone else []
    return [strong(name), *gone, said(f" · {member_text(t, roster.group, member)}")]


def _shows(user: str, names: Mapping[str, str]) -> Block:
    return say(cut_plain(person_name(names, user), BUTTON_TEXT_MAX), f"members {person(user)}")


def _owned(count: int | None) -> dict[str, int | str]:
    """What the words about somebody's open items take; None: more than are counted."""
    return {"owned": _MORE if count is None else count, "most": COUNTED_MAX}


def _takes_out(t: Translator, card: MemberCard) -> Block:
    """Asks first: to come back one joins again."""
    name = cut_plain(card.name, NAME_SHOWN)
    return asks_first(
        say(t("button-remove-member"), f"members {person(card.user)} remove", style="danger"),
        title=t("remove-member-title"),
        text=t("remove-member-text", person=name, **_owned(card.owned)),
        confirm=t("button-remove-member"),
        deny=t("button-cancel"),
    )


def _role(t: Translator, group: Group, member: Member) -> str:
    role = t(f"role-{member.role.value}")
    if not member.themes:
        return role
    themes = t.list([theme_name(t, group, key) for key in sorted(member.themes)])
    return t("member-role-leads", role=role, themes=cut_plain(themes, THEMES_SHOWN))
