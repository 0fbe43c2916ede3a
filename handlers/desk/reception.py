"""The reception: who is asking, of which group, in which language."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.language import Language
from domain.people import Person, Profile
from domain.ports import StoreUnavailable, UnitOfWork
from domain.usecases.situation import Situation, remember_profile, situate
from handlers.desk.request import Services

STALE_AFTER = timedelta(days=7)
"""How long what Slack said of a person is believed; user_change tells us of most changes sooner."""


async def receive(
    services: Services, person: Person, channel: str | None, now: datetime, chosen: int | None = None
) -> Situation:
    """The situation, with the profile of a person not known yet fetched and kept.

    A known person's is fetched anew after a while: should Slack be slow or silent, the old one serves, and
    Slack is left alone about them for some time. `chosen` is the group a person of several groups says they
    mean; it must be one of theirs. When Slack does not tell us of a new person the profile stays None, and
    use cases refuse.
    """

    def query(uow: UnitOfWork) -> Situation:
        return situate(person, channel, uow, chosen)

    situation = await services.store.glance((person, channel, chosen), query)
    known = situation.profile
    if known is not None and now - known.fetched_at < STALE_AFTER:
        return situation
    told = await _told(services, person, now, known=known is not None)
    if told is None:
        return situation
    profile = profile_of(person, told, now)
    try:
        await services.store.write(lambda uow: remember_profile(profile, uow))
    except StoreUnavailable:
        if known is None:
            raise
        return situation
    return await services.store.glance((person, channel, chosen), query)


async def _told(
    services: Services, person: Person, now: datetime, *, known: bool
) -> Mapping[str, Any] | None:
    if not known:
        return await services.slack.user(person.workspace, person.user)
    if services.silences.lasts(person, now):
        return None
    try:
        async with asyncio.timeout(services.budget.acquaintance):
            told = await services.slack.user(person.workspace, person.user)
    except TimeoutError:
        told = None
    if told is None:
        services.silences.note(person, now)
    return told


def profile_of(person: Person, user: Mapping[str, Any], now: datetime) -> Profile:
    """The profile in a `user` object of Slack (users.info with locale, or user_change)."""
    shown = user.get("profile", {})
    foreign = bool(user.get("is_stranger")) or user.get("team_id", person.workspace) != person.workspace
    return Profile(
        person=person,
        name=shown.get("display_name") or shown.get("real_name") or user.get("name") or person.user,
        locale_language=Language.of_locale(user.get("locale")),
        zone=user.get("tz"),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_stranger=foreign,
        is_deactivated=bool(user.get("deleted")),
        fetched_at=now,
    )
