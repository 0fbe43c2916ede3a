"""Who is asking, and of which group: the small snapshot that requests are read against."""

from __future__ import annotations

from dataclasses import dataclass

from domain.group import Group
from domain.language import Language, Names
from domain.people import Member, Person, Profile
from domain.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a request is read against.

    `group` is the one of the channel, else the person's only one, else None with `choices` (the number and
    names of each group of theirs). `theme` is the key of the theme the channel is bound to. `profile` is None
    for a person not seen yet. `elsewhere`: they meant another group than the one that is found here.
    `outside`: the group is the person's, and the channel no group's. `spoken` is the language of the command
    or form that is answered.
    """

    person: Person
    channel: str | None
    profile: Profile | None
    group: Group | None = None
    member: Member | None = None
    theme: str | None = None
    choices: tuple[tuple[int, Names], ...] = ()
    elsewhere: bool = False
    outside: bool = False
    spoken: Language | None = None

    @property
    def language(self) -> Language:
        """The language answers are given in: the person's, else that they speak, else the group's first.

        Else English.
        """
        if self.profile is not None and self.profile.language is not None:
            return self.profile.language
        if self.spoken is not None:
            return self.spoken
        return self.group.languages[0] if self.group is not None else Language.ENGLISH

    @property
    def may_set_up(self) -> bool:
        """Whether there may be something here for them to set up, where no group is known.

        Administrators of the workspace found groups; whoever is in several may chair one of them.
        """
        if self.profile is None or self.profile.reads_only:
            return False
        return self.profile.is_admin or bool(self.choices)

    @property
    def zone(self) -> str:
        """The IANA zone the person reads times in: their own, else the group's, else UTC."""
        if self.profile is not None and self.profile.reading_zone is not None:
            return self.profile.reading_zone
        return self.group.zone if self.group is not None else "UTC"


def situate(person: Person, channel: str | None, uow: UnitOfWork, chosen: int | None = None) -> Situation:
    """The situation of a person in a channel (None: the Home tab).

    `chosen` is the group they say they mean; it counts where the channel has none and they are in it.
    """
    workspace = uow.workspace(person.workspace)
    profile = workspace.people.get(person.user)
    binding = workspace.channels.get(channel) if channel else None
    if binding is not None:
        found, theme = binding.group, binding.theme
    else:
        mine = workspace.groups_of(person.user)
        if chosen in mine:
            mine = (chosen,)
        if len(mine) != 1:
            choices = tuple(named for named in workspace.groups() if named[0] in mine)
            return Situation(
                person=person,
                channel=channel,
                profile=profile,
                choices=choices,
                elsewhere=chosen is not None,
            )
        found, theme = mine[0], None
    record = workspace.group(found)
    return Situation(
        person=person,
        channel=channel,
        profile=profile,
        group=record.group,
        member=record.members.get(person.user),
        theme=theme,
        elsewhere=chosen not in {None, found},
        outside=binding is None and channel is not None,
    )


def remember_profile(profile: Profile, uow: UnitOfWork) -> None:
    """Keep what Slack says of a person; the language they chose stays."""
    uow.workspace(profile.person.workspace).people.save(profile)


def refresh_profile(profile: Profile, uow: UnitOfWork) -> None:
    """Keep what Slack says anew of a person, when we know them: nobody else is any of our business."""
    people = uow.workspace(profile.person.workspace).people
    if people.get(profile.person.user) is not None:
        people.save(profile)
