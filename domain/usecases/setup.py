"""What a person may set up."""

from __future__ import annotations

from dataclasses import dataclass

from domain.group import Group
from domain.language import Names
from domain.people import Member, Person, Role
from domain.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetupOptions:
    """Groups the person chairs (number and names), the chosen one of them, and whether they may found one.

    `held` is the one of them that the channel belongs to, `digests` how many of its digests are posted there.
    """

    chaired: tuple[tuple[int, Names], ...]
    group: Group | None
    may_found: bool
    held: Group | None = None
    digests: int = 0


def setup_options(
    person: Person, uow: UnitOfWork, chosen: int | None = None, channel: str | None = None
) -> SetupOptions:
    """The options of a person in a channel; `chosen` must be one of the groups they chair to come back."""
    workspace = uow.workspace(person.workspace)
    profile = workspace.people.get(person.user)
    mine = set(workspace.groups_of(person.user))
    chaired = tuple(
        (number, names)
        for number, names in workspace.groups()
        if number in mine and _chairs(workspace.group(number).members.get(person.user))
    )
    group = next((workspace.group(number).group for number, _ in chaired if number == chosen), None)
    may_found = profile is not None and profile.is_admin and not profile.reads_only
    binding = workspace.channels.get(channel) if channel is not None else None
    if channel is None or binding is None or binding.group not in dict(chaired):
        return SetupOptions(chaired, group, may_found)
    held = workspace.group(binding.group)
    digests = len(held.subscriptions.of_channel(channel))
    return SetupOptions(chaired, group, may_found, held.group, digests)


def _chairs(member: Member | None) -> bool:
    return member is not None and member.role is Role.CHAIR
