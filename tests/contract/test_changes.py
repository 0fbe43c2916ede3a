"""The numbered history of a group."""

from __future__ import annotations

from domain.change import Change, ChangeKind, NewChange
from domain.reference import Reference, Series
from domain.repositories import GroupRecord
from tests.contract.desk import Desk
from tests.contract.samples import LATER, LEAD, MEMBER, NOW, told

MOVE = NewChange(
    kind=ChangeKind.MOVED,
    subject=Reference(Series.RECOMMENDATION, 2),
    theme="charging",
    before="proposed",
    after="under_review",
    comment="because",
)


def numbers(changes: tuple[Change, ...]) -> list[int]:
    return [change.number for change in changes]


async def test_an_empty_history_ends_at_nought(desk: Desk) -> None:
    assert await desk.read(lambda record: record.changes.last_number) == 0
    assert await desk.write(lambda record: record.changes.append([], LEAD, NOW)) == ()
    assert await desk.read(lambda record: record.changes.between(0, 10, 10)) == ()


async def test_changes_come_back_as_they_were_told(desk: Desk) -> None:
    stored = await desk.write(lambda record: record.changes.append([MOVE, told(MEMBER)], LEAD, NOW))
    assert numbers(stored) == [1, 2]
    assert (stored[0].actor, stored[0].at, stored[0].comment) == (LEAD, NOW, "because")
    assert await desk.read(lambda record: record.changes.between(0, 2, 10)) == stored


async def test_a_transaction_sees_its_own_last_number(desk: Desk) -> None:
    def append_twice(record: GroupRecord) -> list[int]:
        first = record.changes.append([told()], LEAD, NOW)
        seen = record.changes.last_number
        second = record.changes.append([told()], LEAD, NOW)
        return [*numbers(first), seen, *numbers(second), *numbers(record.changes.between(0, 9, 9))]

    assert await desk.write(append_twice) == [1, 1, 2, 1, 2]


async def test_a_range_is_open_below_and_closed_above(desk: Desk) -> None:
    await desk.write(lambda record: record.changes.append([told()] * 7, LEAD, NOW))
    assert numbers(await desk.read(lambda record: record.changes.between(2, 5, 10))) == [3, 4, 5]
    assert numbers(await desk.read(lambda record: record.changes.between(2, 7, 2))) == [3, 4]
    assert numbers(await desk.read(lambda record: record.changes.between(5, 5, 10))) == []


async def test_the_latest_changes_are_those_to_items_newest_first(desk: Desk) -> None:
    talent = NewChange(kind=ChangeKind.RECORDED, subject=Reference(Series.NOTE, 1), theme="talent")
    await desk.write(lambda record: record.changes.append([MOVE, talent, told()], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([MOVE, told()], LEAD, LATER))
    assert numbers(await desk.read(lambda record: record.changes.latest(None, 10))) == [4, 2, 1]
    assert numbers(await desk.read(lambda record: record.changes.latest(None, 2))) == [4, 2]
    assert numbers(await desk.read(lambda record: record.changes.latest("talent", 10))) == [2]


async def test_the_latest_changes_of_an_item_come_newest_first(desk: Desk) -> None:
    other = NewChange(kind=ChangeKind.MOVED, subject=Reference(Series.OBSTACLE, 2))
    await desk.write(lambda record: record.changes.append([MOVE, other, MOVE, told(), MOVE], LEAD, NOW))
    history = await desk.read(
        lambda record: record.changes.latest_of(Reference(Series.RECOMMENDATION, 2), 10)
    )
    assert numbers(history) == [5, 3, 1]
    latest = await desk.read(lambda record: record.changes.latest_of(Reference(Series.RECOMMENDATION, 2), 2))
    assert numbers(latest) == [5, 3]
    assert (
        await desk.read(lambda record: record.changes.latest_of(Reference(Series.RECOMMENDATION, 3), 10))
        == ()
    )


async def test_the_latest_changes_of_a_person_are_theirs_to_items_newest_first(desk: Desk) -> None:
    await desk.write(lambda record: record.changes.append([MOVE, told(), MOVE], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([MOVE], MEMBER, NOW))
    await desk.write(lambda record: record.changes.append([told(), MOVE], LEAD, LATER))
    assert numbers(await desk.read(lambda record: record.changes.latest_by(LEAD, 10))) == [6, 3, 1]
    assert numbers(await desk.read(lambda record: record.changes.latest_by(LEAD, 2))) == [6, 3]
    assert numbers(await desk.read(lambda record: record.changes.latest_by(MEMBER, 10))) == [4]
    assert await desk.read(lambda record: record.changes.latest_by("U0NOBODY", 10)) == ()


async def test_the_latest_changes_of_a_person_to_the_group_are_theirs_newest_first(desk: Desk) -> None:
    await desk.write(lambda record: record.changes.append([told(), MOVE, told()], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([told(), MOVE], MEMBER, LATER))
    assert numbers(await desk.read(lambda record: record.changes.latest_to_group_by(LEAD, 10))) == [3, 1]
    assert numbers(await desk.read(lambda record: record.changes.latest_to_group_by(LEAD, 1))) == [3]
    assert numbers(await desk.read(lambda record: record.changes.latest_to_group_by(MEMBER, 10))) == [4]
    assert await desk.read(lambda record: record.changes.latest_to_group_by("U0NOBODY", 10)) == ()


async def test_the_latest_changes_of_a_person_to_an_item_are_theirs_alone(desk: Desk) -> None:
    other = NewChange(kind=ChangeKind.MOVED, subject=Reference(Series.OBSTACLE, 2))
    await desk.write(lambda record: record.changes.append([MOVE, other, MOVE], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([MOVE], MEMBER, NOW))
    await desk.write(lambda record: record.changes.append([MOVE], LEAD, LATER))

    async def latest(actor: str, limit: int) -> list[int]:
        return numbers(
            await desk.read(
                lambda record: record.changes.latest_of_by(Reference(Series.RECOMMENDATION, 2), actor, limit)
            )
        )

    assert await latest(LEAD, 10) == [5, 3, 1]
    assert await latest(LEAD, 2) == [5, 3]
    assert await latest(MEMBER, 10) == [4]
    assert await latest("U0NOBODY", 10) == []


async def test_a_history_is_read_page_by_page_the_newest_first(desk: Desk) -> None:
    in_theme = NewChange(kind=ChangeKind.MOVED, subject=Reference(Series.OBSTACLE, 2), theme="talent")
    await desk.write(
        lambda record: record.changes.append([MOVE, told(), in_theme, MOVE, in_theme], LEAD, NOW)
    )

    async def page(
        of: Reference | None = None, theme: str | None = None, before: int | None = None, limit: int = 10
    ) -> list[int]:
        return numbers(
            await desk.read(
                lambda record: record.changes.page(of=of, theme=theme, before=before, limit=limit)
            )
        )

    assert await page() == [5, 4, 3, 2, 1]
    assert await page(limit=2) == [5, 4]
    assert await page(before=4, limit=2) == [3, 2]
    assert await page(theme="talent") == [5, 3]
    assert await page(theme="talent", before=5) == [3]
    assert await page(of=Reference(Series.OBSTACLE, 2)) == [5, 3]
    assert await page(of=Reference(Series.OBSTACLE, 2), before=3) == []
    assert await page(of=Reference(Series.NOTE, 2)) == []
    assert await page(before=10**18) == [5, 4, 3, 2, 1]


async def test_a_change_says_of_which_edition_of_a_text_it_was(desk: Desk) -> None:
    spoken = NewChange(kind=ChangeKind.POSITIONED, subject=MOVE.subject, after="support", edition=7)
    await desk.write(lambda record: record.changes.append([spoken, MOVE], LEAD, NOW))
    stored = await desk.read(lambda record: record.changes.between(0, 9, 9))
    assert [change.edition for change in stored] == [7, None]


async def test_changes_that_are_stored_together_are_one_write(desk: Desk) -> None:
    """Whatever the clock says: several interactions may fall on one instant."""
    await desk.write(lambda record: record.changes.append([MOVE, MOVE, MOVE], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([MOVE], LEAD, NOW))
    await desk.write(lambda record: record.changes.append([MOVE, MOVE], LEAD, NOW))
    stored = await desk.read(lambda record: record.changes.between(0, 9, 9))
    assert [change.write for change in stored] == [1, 1, 1, 4, 5, 5]
    assert [change.step for change in stored] == [0, 1, 2, 0, 0, 1]


async def test_a_change_says_to_whom_it_happened(desk: Desk) -> None:
    change = NewChange(kind=ChangeKind.ROLE_CHANGED, before="member", after="lead", person=MEMBER)
    stored = await desk.write(lambda record: record.changes.append([change, MOVE], LEAD, NOW))
    assert [each.person for each in stored] == [MEMBER, None]
    assert await desk.read(lambda record: record.changes.between(0, 2, 10)) == stored
