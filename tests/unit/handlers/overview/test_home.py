"""The Home tab."""

from __future__ import annotations

from dataclasses import replace

from domain.people import Role
from domain.usecases.situation import Situation
from handlers.overview.home import home_view
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EMPTY_STANDING, IN_SEVERAL, NOWHERE, situation, standing


def at_home(anywhere: Situation) -> Situation:
    return replace(anywhere, channel=None)


def test_the_home_of_each(album: Album) -> None:
    album.compare(
        "home",
        {
            "member": lambda t: home_view(t, situation(Role.MEMBER), standing(), "/rapporteur"),
            "chair of a new group": lambda t: home_view(
                t, situation(Role.CHAIR), EMPTY_STANDING, "/rapporteur"
            ),
            "in several groups": lambda t: home_view(t, at_home(IN_SEVERAL), None, "/rapporteur"),
            "in no group": lambda t: home_view(t, at_home(NOWHERE), None, "/rapporteur"),
        },
    )
