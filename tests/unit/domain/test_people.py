"""What Slack says of a person, and what follows from it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.language import Language
from domain.people import Person, Profile

SEEN_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def seen(
    *,
    chosen: Language | None = None,
    locale: Language | None = None,
    guest: bool = False,
    stranger: bool = False,
) -> Profile:
    return Profile(
        person=Person("T0001", "U0001"),
        name="member-mx",
        locale_language=locale,
        zone=None,
        is_guest=guest,
        is_stranger=stranger,
        chosen_language=chosen,
        fetched_at=SEEN_AT,
    )


@pytest.mark.parametrize(
    ("chosen", "locale", "language"),
    [
        (Language.SPANISH, Language.ENGLISH, Language.SPANISH),
        (None, Language.ENGLISH, Language.ENGLISH),
        (Language.SPANISH, None, Language.SPANISH),
        (None, None, None),
    ],
)
def test_a_chosen_language_goes_before_that_of_slack(
    chosen: Language | None, locale: Language | None, language: Language | None
) -> None:
    assert seen(chosen=chosen, locale=locale).language is language


@pytest.mark.parametrize(
    ("guest", "stranger", "reads_only"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_guests_and_people_of_other_workspaces_only_read(
    *, guest: bool, stranger: bool, reads_only: bool
) -> None:
    assert seen(guest=guest, stranger=stranger).reads_only is reads_only


def test_the_same_user_id_in_another_workspace_is_another_person() -> None:
    assert Person("T0001", "U0001") != Person("T0002", "U0001")
