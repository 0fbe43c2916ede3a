"""Members of a group, people of a workspace, and their receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from domain.group import Sector
from domain.language import Language
from domain.people import Person, Profile, Role
from domain.ports import Store, UnitOfWork
from domain.receipt import Receipt
from tests.contract.desk import Desk
from tests.contract.samples import CHAIR, ELSEWHERE, LATER, LEAD, LEADER, MEMBER, NOW, PROFILE, WORKSPACE
from tests.jobs import over


async def person(store: Store, user: str, workspace: str = WORKSPACE) -> Profile | None:
    return await store.read(lambda uow: uow.workspace(workspace).people.get(user))


async def save(store: Store, profile: Profile) -> None:
    await store.write(lambda uow: uow.workspace(profile.person.workspace).people.save(profile))


async def test_a_member_comes_back_as_they_joined(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    assert await desk.read(lambda record: record.members.get(LEAD)) == LEADER
    assert await desk.read(lambda record: record.members.get(MEMBER)) is None


async def test_a_member_is_saved_in_their_new_role(desk: Desk) -> None:
    await desk.write(lambda record: record.members.add(LEADER, NOW))
    chair = replace(
        LEADER,
        role=Role.CHAIR,
        themes=frozenset(),
        country="US",
        sector=Sector.INDUSTRY,
        organisation="Plant",
    )
    await desk.write(lambda record: record.members.save(chair))
    assert await desk.read(lambda record: record.members.get(LEAD)) == chair


async def test_all_members_are_listed(desk: Desk) -> None:
    everybody = {replace(LEADER, user=user) for user in (CHAIR, LEAD, MEMBER)}
    for member in everybody:
        await desk.write(over(member, lambda record, member: record.members.add(member, NOW)))
    assert set(await desk.read(lambda record: record.members.all())) == everybody


async def test_a_person_who_is_no_member_cannot_be_saved_as_one(durable_desk: Desk) -> None:
    with pytest.raises(LookupError):
        await durable_desk.write(lambda record: record.members.save(LEADER))


async def test_a_profile_comes_back_as_slack_told_it(store: Store) -> None:
    await save(store, PROFILE)
    assert await person(store, LEAD) == PROFILE
    assert await person(store, MEMBER) is None


async def test_the_same_user_id_of_another_workspace_is_another_person(store: Store) -> None:
    await save(store, PROFILE)
    stranger = replace(PROFILE, person=Person(ELSEWHERE, LEAD), name="somebody else")
    await save(store, stranger)
    assert await person(store, LEAD) == PROFILE
    assert await person(store, LEAD, ELSEWHERE) == stranger


async def test_a_later_profile_replaces_the_former_and_keeps_the_language_chosen(store: Store) -> None:
    await save(store, PROFILE)
    await store.write(lambda uow: uow.workspace(WORKSPACE).people.choose_language(LEAD, Language.ENGLISH))
    later = replace(
        PROFILE, name="lead", zone=None, locale_language=None, is_admin=False, is_guest=True, fetched_at=LATER
    )
    await save(store, later)
    assert await person(store, LEAD) == replace(later, chosen_language=Language.ENGLISH)


async def test_a_profile_with_a_chosen_language_brings_it_along(store: Store) -> None:
    await save(store, PROFILE)
    await save(store, replace(PROFILE, chosen_language=Language.SPANISH))
    assert await person(store, LEAD) == replace(PROFILE, chosen_language=Language.SPANISH)


async def test_somebody_slack_told_nothing_of_cannot_choose_a_language(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.write(lambda uow: uow.workspace(WORKSPACE).people.choose_language(LEAD, Language.ENGLISH))


async def test_many_people_are_those_who_are_known(durable: Store) -> None:
    known = {replace(PROFILE, person=Person(WORKSPACE, f"U{number}")) for number in range(700)}

    def save_all(uow: UnitOfWork) -> None:
        for profile in known:
            uow.workspace(WORKSPACE).people.save(profile)

    await durable.write(save_all)
    wanted = [f"U{number}" for number in range(1400)]
    assert set(await durable.read(lambda uow: uow.workspace(WORKSPACE).people.many(wanted))) == known
    assert await durable.read(lambda uow: uow.workspace(WORKSPACE).people.many(())) == ()


async def test_a_person_is_not_saved_in_another_workspace(durable: Store) -> None:
    with pytest.raises(ValueError, match="not of workspace"):
        await durable.write(lambda uow: uow.workspace(ELSEWHERE).people.save(PROFILE))


async def test_a_receipt_is_found_by_its_key_in_its_workspace(store: Store) -> None:
    receipt = Receipt("N-12", {"theme": "charging", "note": "¿qué?"})
    await store.write(lambda uow: uow.workspace(WORKSPACE).receipts.add("trigger-1", receipt, NOW))
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).receipts.find("trigger-1")) == receipt
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).receipts.find("trigger-2")) is None
    assert await store.read(lambda uow: uow.workspace(ELSEWHERE).receipts.find("trigger-1")) is None


async def test_the_same_key_of_two_workspaces_is_two_receipts(store: Store) -> None:
    for workspace in (WORKSPACE, ELSEWHERE):
        await store.write(
            over(
                workspace,
                lambda uow, workspace: uow.workspace(workspace).receipts.add(
                    "trigger", Receipt(workspace), NOW
                ),
            )
        )
    found = await store.read(lambda uow: uow.workspace(ELSEWHERE).receipts.find("trigger"))
    assert found == Receipt(ELSEWHERE)


async def test_a_key_is_stored_once(durable: Store) -> None:
    async def add(subject: str) -> None:
        await durable.write(
            lambda uow: uow.workspace(WORKSPACE).receipts.add("trigger", Receipt(subject), NOW)
        )

    await add("N-1")
    with pytest.raises(Exception, match=r"(?i)unique"):
        await add("N-2")
    found = await durable.read(lambda uow: uow.workspace(WORKSPACE).receipts.find("trigger"))
    assert found == Receipt("N-1")


def store_receipt(uow: UnitOfWork, workspace: str, at: datetime) -> None:
    uow.workspace(workspace).receipts.add(f"at {at}", Receipt("N-1"), at)


async def test_old_receipts_of_every_workspace_are_forgotten(store: Store) -> None:
    for number, workspace in enumerate((WORKSPACE, ELSEWHERE, WORKSPACE)):
        await store.write(partial(store_receipt, workspace=workspace, at=NOW + timedelta(days=number)))
    assert await store.write(lambda uow: uow.forget_receipts(NOW + timedelta(days=2))) == 2
    assert await store.write(lambda uow: uow.forget_receipts(NOW + timedelta(days=2))) == 0
    kept = f"at {NOW + timedelta(days=2)}"
    assert await store.read(lambda uow: uow.workspace(WORKSPACE).receipts.find(kept)) is not None
