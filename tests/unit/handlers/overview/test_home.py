"""The Home tab."""

from __future__ import annotations

from dataclasses import replace

from domain.outlook import Heap
from domain.people import Role
from domain.standing import Standing
from domain.usecases.situation import Situation
from domain.usecases.waiting import Duty, Mine
from handlers.overview.home_views import Glance, home_view
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.digests.made import EMPTY_STANDING, standing
from tests.unit.handlers.material import (
    ADMINISTRATOR,
    GROUP,
    IN_SEVERAL,
    NAMES,
    NOW,
    NOWHERE,
    action,
    names,
    recommendation,
    situation,
)

OTHER = names("Second group", "Segundo grupo")
NOTHING = Mine({}, {})


def glance(figures: Standing | None = None) -> Glance:
    """A group in which nothing waits and no meeting is to come."""
    return Glance(figures=figures or standing(), mine=NOTHING, upcoming=(), today=NOW.date())


BUSY = replace(
    glance(),
    mine=Mine(
        {
            Duty.ACTIONS: Heap((action(1), action(2)), 2),
            Duty.POSITIONS: Heap((recommendation(4),), 1),
            Duty.RECOMMENDATIONS: Heap((recommendation(5),), 12),
        },
        NAMES,
    ),
)


def at_home(anywhere: Situation) -> Situation:
    return replace(anywhere, channel=None)


def test_the_home_of_each(album: Album) -> None:
    album.compare(
        "home",
        {
            "member": lambda t: home_view(t, situation(Role.MEMBER), glance(), "/rapporteur"),
            "chair of a new group": lambda t: home_view(
                t, situation(Role.CHAIR), glance(EMPTY_STANDING), "/rapporteur"
            ),
            "chair with much to do, in two groups": lambda t: home_view(
                t, situation(Role.CHAIR), BUSY, "/rapporteur", ((7, GROUP.names), (8, OTHER))
            ),
            "observer": lambda t: home_view(t, situation(Role.OBSERVER), glance(), "/rapporteur"),
            "in several groups": lambda t: home_view(t, at_home(IN_SEVERAL), None, "/rapporteur"),
            "in no group": lambda t: home_view(t, at_home(NOWHERE), None, "/rapporteur"),
            "administrator in no group": lambda t: home_view(t, at_home(ADMINISTRATOR), None, "/rapporteur"),
        },
    )
