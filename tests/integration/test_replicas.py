"""Two processes on one database: what one of them did binds the other, however little it has noticed."""

from __future__ import annotations

import pytest

from bot.demo.workspace import TEAM
from domain.people import Person
from domain.ports import UnitOfWork
from domain.usecases.groups import BindChannel, bind_channel
from domain.usecases.origin import Origin
from storage import answers
from storage.opening import open_store
from tests.integration.cast import CHANNELS, USERS
from tests.integration.office import START, Office
from tests.integration.words import ENGLISH, SPANISH, words
from tests.integration.working_group import FOUNDER, make_another

on_postgresql = pytest.mark.parametrize(
    "office_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)


@on_postgresql
async def test_a_channel_that_another_process_bound_elsewhere_is_no_way_into_its_former_group(
    office: Office, office_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "LASTING_SECONDS", 3600.0)
    await make_another(office, "second-group", ["oem-us"], "Second group")
    speakers = {"oem-us": ENGLISH, "lead-suppliers": SPANISH, "newcomer-us": ENGLISH}
    for who in speakers:
        await office.asks(who, "infrastructure", "/wg status")
    await _bind_in_another_process(office_url, "infrastructure", 2)
    before = await office.changes()

    told = [
        (words(office, language, "refusal-channel-moved"), await office.asks(who, "infrastructure", line))
        for who, language in speakers.items()
        for line in ("/wg note Whose is this", "/wg status", "/wg list")
    ]

    assert [answer for expected, answer in told if expected not in answer] == []
    assert await office.changes() == before


async def _bind_in_another_process(url: str, where: str, group: int) -> None:
    person = Person(TEAM.id, USERS[FOUNDER.handle])
    origin = Origin(person=person, channel=CHANNELS[where], key="elsewhere")

    def job(uow: UnitOfWork) -> None:
        bind_channel(BindChannel(origin=origin, group=group, theme=None), uow, START)

    store = await open_store(url)
    try:
        await store.write(job)
    finally:
        await store.close()
