"""PRODUCT's table "Who may", verb by verb and person by person."""

from __future__ import annotations

import pytest

from domain.refusal import Refusal, RefusalCode
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.domain.usecases.stage import (
    ADMIN,
    GUEST,
    NEWCOMER,
    OBSERVER,
    STRANGER,
    TALENT_LEAD,
    UNBOUND,
    VISITING_GUEST,
    everything,
)
from tests.unit.domain.usecases.verbs import VERBS, prepared

PEOPLE = {
    "newcomer": NEWCOMER,
    "admin": ADMIN,
    "visitor": VISITING_GUEST,
    "guest": GUEST,
    "stranger": STRANGER,
    "observer": OBSERVER,
    "member": MEMBER,
    "other-lead": TALENT_LEAD,
    "lead": LEAD,
    "chair": CHAIR,
}
"""`visitor` is a guest outside the group; `guest` and `stranger` were made chairs of it."""
CODES = {
    "yes": None,
    "join": RefusalCode.MEMBERS_ONLY,
    "guest": RefusalCode.GUEST_READS_ONLY,
    "obs": RefusalCode.OBSERVER_READS_ONLY,
    "lead": RefusalCode.LEAD_ONLY,
    "chair": RefusalCode.CHAIR_ONLY,
    "there": RefusalCode.ALREADY_MEMBER,
    "admin": RefusalCode.ADMIN_ONLY,
}
TABLE = """
verb             newcomer admin visitor guest stranger observer member other-lead lead  chair
show             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
list             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
find             yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
status           yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
digests          yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
preview          yes      yes   yes     yes   yes      yes      yes    yes        yes   yes
note             join     join  guest   guest guest    obs      yes    yes        yes   yes
obstacle         join     join  guest   guest guest    obs      yes    yes        yes   yes
recommend        join     join  guest   guest guest    obs      yes    yes        yes   yes
action           join     join  guest   guest guest    obs      yes    yes        yes   yes
position         join     join  guest   guest guest    obs      yes    yes        yes   yes
done-own         join     join  guest   guest guest    obs      yes    yes        yes   yes
assign-own       join     join  guest   guest guest    obs      yes    yes        yes   yes
report-own       join     join  guest   guest guest    obs      yes    yes        yes   yes
withdraw-own     join     join  guest   guest guest    obs      yes    yes        yes   yes
own-digest       join     join  guest   guest guest    obs      yes    yes        yes   yes
report           join     join  guest   guest guest    obs      lead   lead       yes   yes
plan             join     join  guest   guest guest    obs      lead   lead       yes   yes
move             join     join  guest   guest guest    obs      lead   lead       yes   yes
confirm          join     join  guest   guest guest    obs      lead   lead       yes   yes
done             join     join  guest   guest guest    obs      lead   lead       yes   yes
assign           join     join  guest   guest guest    obs      lead   lead       yes   yes
subscribe        join     join  guest   guest guest    obs      lead   lead       yes   yes
pause            join     join  guest   guest guest    obs      lead   lead       yes   yes
digest-now       join     join  guest   guest guest    obs      lead   lead       yes   yes
subscribe-all    join     join  guest   guest guest    obs      lead   lead       lead  yes
withdraw         join     join  guest   guest guest    obs      chair  chair      chair yes
reopen           join     join  guest   guest guest    obs      chair  chair      chair yes
appoint          join     join  guest   guest guest    obs      chair  chair      chair yes
bind             join     join  guest   guest guest    obs      chair  chair      chair yes
join             yes      yes   guest   there there    there    there  there      there there
found            admin    yes   admin   admin admin    admin    admin  admin      admin admin
"""
"""Everything is about the theme charging, in the group's channel; AUTHOR's items are somebody else's."""


def _cells() -> list[tuple[str, str, RefusalCode | None]]:
    (_, *people), *rows = (line.split() for line in TABLE.strip().splitlines())
    return [
        (verb, person, CODES[cell])
        for verb, *cells in rows
        for person, cell in zip(people, cells, strict=True)
    ]


@pytest.mark.repeats
@pytest.mark.parametrize(("verb", "person", "code"), _cells())
def test_a_person_may_what_the_table_says(verb: str, person: str, code: RefusalCode | None) -> None:
    stage = prepared(PEOPLE[person])
    origin = stage.origin(PEOPLE[person])
    before = everything(stage.uow)
    try:
        VERBS[verb](stage, origin)
    except Refusal as refused:
        assert refused.code is code  # noqa: PT017 - a refusal may come, or not
        assert everything(stage.uow) == before
    else:
        assert code is None


def test_the_table_names_every_verb_and_person() -> None:
    cells = _cells()
    assert {(verb, person) for verb, person, _ in cells} == {
        (verb, person) for verb in VERBS for person in PEOPLE
    }


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "found"])
def test_outside_of_the_groups_channels_nobody_but_its_people_gets_anything(verb: str) -> None:
    stage = prepared(NEWCOMER)
    origin = stage.origin(NEWCOMER, channel=UNBOUND)
    refused = stage.code(lambda: VERBS[verb](stage, origin))
    assert refused is RefusalCode.MEMBERS_ONLY
