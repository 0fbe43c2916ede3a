"""The page before, in any order: also of more matches than are looked up at once."""

from __future__ import annotations

import pytest

from domain.register import Arrangement, Cursor, Filter, Page
from tests.contract.desk import Desk
from tests.contract.furniture import ARRANGEMENTS, furnish
from tests.jobs import over

SIZE = 2


async def pages_of(desk: Desk, filter_: Filter, arrangement: Arrangement) -> list[Page]:
    """Every page, the first one first."""
    found: list[Page] = []
    after: Cursor | None = None
    while not found or after is not None:
        page = await desk.read(
            over(
                after,
                lambda record, after: record.register.page(
                    filter_, arrangement=arrangement, after=after, limit=SIZE
                ),
            )
        )
        found.append(page)
        after = page.following
    return found


@pytest.mark.parametrize("few", [3, 9, 1000])
@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=lambda each: each.order.value)
async def test_every_page_tells_the_one_before(
    durable_desk: Desk, arrangement: Arrangement, few: int
) -> None:
    await durable_desk.write(furnish)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.repositories.paging.COUNTED_MAX", few)
        pages = await pages_of(durable_desk, Filter(), arrangement)
    assert sum(len(page.items) for page in pages) == 42
    assert [page.preceding for page in pages[:2]] == [None, None]
    assert [page.preceding for page in pages[2:]] == [page.following for page in pages[:-2]]
