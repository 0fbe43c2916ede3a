"""What Slack says of the people of one workspace, and the language and zone they chose."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, bindparam, func, literal, select, update

from domain.language import Language
from domain.people import Person, Profile
from storage.repositories.chunks import chunked
from storage.session import Session
from storage.statements import upsert
from storage.tables.groups import working_group
from storage.tables.people import person
from storage.tables.preparations import prepared

_SAID = (
    "name",
    "locale_language",
    "zone",
    "is_admin",
    "is_guest",
    "is_stranger",
    "is_deactivated",
    "fetched_at",
)
_OF_WORKSPACE = person.c.workspace == bindparam("of_workspace")
_OF_USER = person.c.user_id == bindparam("of_user")
GET = select(person).where(_OF_WORKSPACE, _OF_USER)
_MANY = select(person).where(_OF_WORKSPACE, person.c.user_id.in_(bindparam("users", expanding=True)))
_SAVE = upsert(
    person,
    ["workspace", "user_id"],
    lambda said: {
        **{name: said[name] for name in _SAID},
        "chosen_language": func.coalesce(said.chosen_language, person.c.chosen_language),
        "chosen_zone": func.coalesce(said.chosen_zone, person.c.chosen_zone),
    },
)
_TOLD = ("name", "is_guest", "is_stranger", "is_deactivated")
"""What digests rest on: how people are called in them, and whether they may read them."""
_IS_SAID_ALREADY = (
    select(literal(1))
    .where(_OF_WORKSPACE, _OF_USER, *(person.c[name] == bindparam(f"said_{name}") for name in _TOLD))
    .exists()
)
_ITS_GROUPS = select(working_group.c.id).where(working_group.c.workspace == bindparam("of_workspace"))
_MAKE_VOID = (
    update(prepared).values(version=-1).where(prepared.c.group_id.in_(_ITS_GROUPS), ~_IS_SAID_ALREADY)
)
"""No subscription has that version: what was read before and is brought only now is void as well."""
_CHOOSE = update(person).where(_OF_WORKSPACE, _OF_USER).values(chosen_language=bindparam("language"))
_CHOOSE_ZONE = update(person).where(_OF_WORKSPACE, _OF_USER).values(chosen_zone=bindparam("chosen"))


class PersonRows:
    """The people of one workspace, by user id."""

    def __init__(self, connection: Session, workspace: str) -> None:
        self._connection = connection
        self._workspace = workspace

    def get(self, user: str) -> Profile | None:
        row = self._connection.execute(GET, self._key(user)).one_or_none()
        return None if row is None else _profile(row)

    def many(self, users: Collection[str]) -> tuple[Profile, ...]:
        """Those of them that are known, in no particular order."""
        return tuple(
            _profile(row)
            for chunk in chunked(set(users))
            for row in self._connection.execute(_MANY, {"of_workspace": self._workspace, "users": chunk})
        )

    def save(self, profile: Profile) -> None:
        """Store what Slack says: digests that were prepared before somebody was called otherwise are void.

        Raises ValueError for a person of another workspace.
        """
        if profile.person.workspace != self._workspace:
            raise ValueError(f"{profile.person} is not of workspace {self._workspace}")
        said = {f"said_{name}": getattr(profile, name) for name in _TOLD}
        self._connection.execute(_MAKE_VOID, self._key(profile.person.user) | said)
        self._connection.execute(_SAVE.on(self._connection), _values(profile))

    def choose_language(self, user: str, language: Language) -> None:
        """Raises LookupError for a person Slack told us nothing of."""
        chosen = self._connection.execute(_CHOOSE, self._key(user) | {"language": language.value})
        if chosen.rowcount == 0:
            raise LookupError(f"no person {user} to choose a language")

    def choose_zone(self, user: str, zone: str | None) -> None:
        """Raises LookupError for a person Slack told us nothing of."""
        chosen = self._connection.execute(_CHOOSE_ZONE, self._key(user) | {"chosen": zone})
        if chosen.rowcount == 0:
            raise LookupError(f"no person {user} to choose a zone")

    def _key(self, user: str) -> dict[str, Any]:
        return asked(self._workspace, user)


def asked(workspace: str, user: str) -> dict[str, Any]:
    """The parameters of GET."""
    return {"of_workspace": workspace, "of_user": user}


def _values(profile: Profile) -> dict[str, Any]:
    return {
        "workspace": profile.person.workspace,
        "user_id": profile.person.user,
        "name": profile.name,
        "locale_language": _code(profile.locale_language),
        "zone": profile.zone,
        "is_admin": profile.is_admin,
        "is_guest": profile.is_guest,
        "is_stranger": profile.is_stranger,
        "is_deactivated": profile.is_deactivated,
        "chosen_language": _code(profile.chosen_language),
        "chosen_zone": profile.chosen_zone,
        "fetched_at": profile.fetched_at,
    }


def _code(language: Language | None) -> str | None:
    return None if language is None else language.value


def _language(code: str | None) -> Language | None:
    return None if code is None else Language(code)


def _profile(row: Row[Any]) -> Profile:
    return Profile(
        person=Person(row.workspace, row.user_id),
        name=row.name,
        locale_language=_language(row.locale_language),
        zone=row.zone,
        is_admin=row.is_admin,
        is_guest=row.is_guest,
        is_stranger=row.is_stranger,
        is_deactivated=row.is_deactivated,
        chosen_language=_language(row.chosen_language),
        chosen_zone=row.chosen_zone,
        fetched_at=row.fetched_at,
    )
