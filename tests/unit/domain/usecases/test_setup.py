"""What a person may set up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.people import Person
from domain.usecases.setup import SetupOptions, setup_options
from tests.fakes.scene import CHAIR, CHARTER, LEAD, WORKSPACE
from tests.unit.domain.usecases.stage import ADMIN, NEWCOMER, NOW, UNKNOWN, Stage, profile


@pytest.fixture
def stage() -> Stage:
    """CHAIR chairs groups 1 and 3 and is not in 2."""
    stage = Stage()
    workspace = stage.uow.workspace(WORKSPACE)
    workspace.found_group(CHARTER)
    workspace.found_group(CHARTER).members.add(replace(stage.member(CHAIR)), NOW)
    return stage


def options(stage: Stage, user: str, chosen: int | None = None) -> SetupOptions:
    return setup_options(Person(WORKSPACE, user), stage.uow, chosen)


def test_a_chair_is_offered_the_groups_they_chair(stage: Stage) -> None:
    names = CHARTER.names
    assert options(stage, CHAIR) == SetupOptions(((1, names), (3, names)), None, may_found=False)


@pytest.mark.parametrize(("chosen", "found"), [(1, 1), (3, 3), (2, None), (9, None), (None, None)])
def test_only_a_group_one_chairs_can_be_chosen(stage: Stage, chosen: int | None, found: int | None) -> None:
    group = options(stage, CHAIR, chosen).group
    assert (group.id if group else None) == found


@pytest.mark.parametrize("user", [LEAD, NEWCOMER, UNKNOWN])
def test_others_are_offered_nothing(stage: Stage, user: str) -> None:
    assert options(stage, user, chosen=1) == SetupOptions((), None, may_found=False)


def test_an_administrator_may_found_a_group_unless_they_only_read(stage: Stage) -> None:
    assert options(stage, ADMIN).may_found
    for flag in ("is_guest", "is_stranger"):
        stage.uow.workspace(WORKSPACE).people.save(profile(ADMIN, is_admin=True, **{flag: True}))
        assert not options(stage, ADMIN).may_found
