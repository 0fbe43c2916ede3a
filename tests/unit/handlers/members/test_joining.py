"""Joining the group of the channel."""

from __future__ import annotations

from domain.people import Role
from domain.usecases.membership import Joined
from handlers.members.joining_views import join_view, joined_view
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import GROUP, member


def test_the_form_and_the_welcome(album: Album) -> None:
    album.compare(
        "join",
        {
            "form": lambda t: join_view(t, GROUP, "{}"),
            "welcome": lambda t: joined_view(t, Joined(member(Role.MEMBER), GROUP)),
        },
    )
