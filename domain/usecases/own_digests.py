"""What of a digest that was posted concerns one reader, told to them alone; and who may mute it."""

from __future__ import annotations

from dataclasses import replace

from domain.coverage import coverage_in
from domain.delivery import DeliveryKind
from domain.digest import Digest
from domain.language import Language
from domain.people import Role
from domain.permissions import leads
from domain.ports import UnitOfWork
from domain.refusal import Refusal, RefusalCode
from domain.usecases.digest_facts import stretch_of
from domain.usecases.digests import Scope, compose
from domain.usecases.origin import Origin, enter
from domain.usecases.reading import names_of
from domain.usecases.subscriptions import subscription_in

MASTERS_NAMED = 10
"""People who are named as those who can mute a digest."""


def own_digest(origin: Origin, group: int, key: str, language: Language, uow: UnitOfWork) -> Digest:
    """The range of the delivery with that key, as far as it concerns whoever asks. Raises Refusal.

    The key is input like any other: it names a digest of the very channel that it is asked in, or none.
    """
    scene = enter(uow, origin, group)
    found = scene.record.subscriptions.delivery(key)
    if found is None or found.kind is not DeliveryKind.DIGEST or found.subscription is None:
        raise Refusal(RefusalCode.DIGEST_GONE)
    subscription = scene.record.subscriptions.get(found.subscription)
    if subscription is None or subscription.channel != origin.channel:
        raise Refusal(RefusalCode.DIGEST_GONE)
    user = scene.actor.person.user
    coverage = replace(coverage_in(found.facts), mine_of=None, concerning=user)
    return compose(scene.workspace, scene.record, Scope(coverage, (language,)), stretch_of(found.facts))


def masters(origin: Origin, group: int, channel: str, number: int, uow: UnitOfWork) -> tuple[str, ...]:
    """The names of those who can mute the digest: who leads its themes, and the chairs. Raises Refusal."""
    scene = enter(uow, origin, group)
    themes = subscription_in(scene, channel, number).themes
    members = [
        member
        for member in scene.record.members.all()
        if member.role is Role.CHAIR or (themes and all(leads(member, theme) for theme in themes))
    ][:MASTERS_NAMED]
    names = names_of(scene.workspace, [member.user for member in members])
    return tuple(names.get(member.user, member.user) for member in members)
