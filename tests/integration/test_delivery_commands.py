"""`rapporteur deliveries` over real databases: what it shows, what it does, and what it refuses."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from bot.cli import app
from domain.channel import Binding
from domain.delivery import DeliveryState, Lease
from domain.ports import Store
from storage.opening import open_store
from tests.contract.desk import found
from tests.contract.samples import CHANNEL, NOW, PAYLOADS, WORKSPACE, delivery

MINE = Lease("mine")


async def filled(url: str) -> dict[str, int]:
    """A delivery in each of some states; their numbers by state."""
    store = await open_store(url)
    numbers = {}
    for state in (DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.PENDING):
        numbers[state.value] = await _brought_to(store, state)
    await store.close()
    return numbers


async def _brought_to(store: Store, state: DeliveryState) -> int:
    group = 1 if state is not DeliveryState.SENT else (await found(store)).group
    new = replace(delivery(f"digest:{state}", group), channel=f"{CHANNEL}-{state}")
    bound = Binding(new.channel, group, None)
    await store.write(lambda uow: uow.workspace(WORKSPACE).channels.bind(bound))
    number = await store.write(lambda uow: uow.outbox.add(new))
    assert number is not None
    if state is DeliveryState.PENDING:
        return number
    await store.write(lambda uow: uow.outbox.claim(MINE, NOW, 10))
    await store.write(lambda uow: uow.outbox.freeze(number, MINE, PAYLOADS))
    if state is not DeliveryState.FAILED:
        await store.write(lambda uow: uow.outbox.begin(number, MINE, 0, NOW))
    error = None if state is DeliveryState.SENT else "missing_scope"
    await store.write(lambda uow: uow.outbox.settle(number, MINE, state, error))
    return number


@pytest.fixture
def numbers(database_url: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    monkeypatch.setenv("DATABASE_URL", database_url)
    return asyncio.run(filled(database_url))


def said(*line: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["deliveries", *line])
    return result.exit_code, result.output


def shown(number: int) -> dict[str, object]:
    code, output = said("show", str(number), "--json")
    assert code == 0, output
    told: dict[str, object] = json.loads(output)
    return told


def test_the_list_has_a_line_for_each_the_newest_first(numbers: dict[str, int]) -> None:
    code, output = said("list")
    lines = output.splitlines()
    assert code == 0
    heads = ["id", "state", "kind", "workspace", "channel", "due_at", "attempts", "error", "why", "key"]
    assert lines[0].split() == heads
    assert [line.split()[1] for line in lines[1:]] == ["pending", "failed", "uncertain", "sent"]
    assert len(numbers) == 4


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--state", "uncertain"], ["uncertain"]),
        (["--channel", f"{CHANNEL}-failed"], ["failed"]),
        (["--workspace", WORKSPACE, "--limit", "2"], ["pending", "failed"]),
        (["--workspace", "T9"], []),
    ],
)
def test_the_list_is_narrowed(numbers: dict[str, int], options: list[str], expected: list[str]) -> None:
    code, output = said("list", "--json", *options)
    assert code == 0
    assert [one["state"] for one in json.loads(output)] == expected
    assert numbers


def test_what_was_skipped_says_why_in_the_list_and_whole(numbers: dict[str, int], database_url: str) -> None:
    async def take_back() -> None:
        store = await open_store(database_url)
        await store.write(lambda uow: uow.outbox.withdraw(f"digest:{DeliveryState.PENDING}"))
        await store.close()

    asyncio.run(take_back())
    told = shown(numbers["pending"])
    assert (told["state"], told["why"], told["error"]) == ("skipped", "taken back before it was sent", None)
    assert "taken back before it was sent" in said("list", "--state", "skipped")[1]


def test_a_record_from_which_nothing_was_sent_says_so(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert said("list") == (0, "Nothing was sent yet, and nothing waits.\n")
    assert said("list", "--state", "failed") == (0, "There is no such delivery.\n")


def test_nothing_found_is_said(numbers: dict[str, int]) -> None:
    assert said("list", "--workspace", "T9") == (0, "There is no such delivery.\n")
    assert numbers


@pytest.mark.parametrize(
    "line",
    [
        ["list", "--state", "lost"],
        ["list", "--limit", "0"],
        ["list", "--workspace", "\udcff"],
        ["list", "--channel", "\udcff"],
        ["show"],
        ["show", "\udcff"],
        ["retry"],
    ],
)
def test_a_line_that_cannot_be_is_refused(numbers: dict[str, int], line: list[str]) -> None:
    assert said(*line)[0] == 2
    assert numbers


def test_one_is_shown_whole_by_its_number_or_key_and_never_its_words(numbers: dict[str, int]) -> None:
    code, by_number = said("show", str(numbers["uncertain"]))
    assert said("show", "digest:uncertain") == (code, by_number)
    assert code == 0
    assert "missing_scope" in by_number
    assert "not known to have arrived" in by_number
    assert "Uno" not in by_number


@pytest.mark.parametrize("which", ["404", "digest:nothing", "9" * 40, "٣"])
def test_what_there_is_not_is_a_sentence(numbers: dict[str, int], which: str) -> None:
    for verb in ("show", "retry"):
        assert said(verb, which) == (1, "There is no such delivery.\n")
    assert numbers


def test_while_the_bot_has_the_database_one_may_look(numbers: dict[str, int], database_url: str) -> None:
    async def both() -> tuple[int, str]:
        store = await open_store(database_url)
        try:
            return await asyncio.to_thread(said, "show", str(numbers["sent"]))
        finally:
            await store.close()

    assert asyncio.run(both())[0] == 0


def test_an_uncertain_one_is_looked_for_before_it_is_sent_again(numbers: dict[str, int]) -> None:
    code, output = said("retry", "digest:uncertain")
    assert code == 0
    assert "looked for" in output
    told = shown(numbers["uncertain"])
    assert (told["state"], told["error"]) == ("sending", None)
    assert told["parts"][0]["begun_at"] is not None  # type: ignore[index]  # of JSON


def test_sending_without_looking_is_asked_for_by_name_and_warned_of(numbers: dict[str, int]) -> None:
    code, output = said("retry", str(numbers["uncertain"]), "--resend")
    assert code == 0
    assert "twice" in output
    told = shown(numbers["uncertain"])
    assert (told["state"], told["parts"][0]["begun_at"]) == ("pending", None)  # type: ignore[index]  # of JSON


def test_what_failed_is_taken_up_again(numbers: dict[str, int]) -> None:
    assert said("retry", str(numbers["failed"]))[0] == 0
    assert shown(numbers["failed"])["state"] == "pending"


def test_what_arrived_or_is_on_its_way_is_refused_in_a_sentence(numbers: dict[str, int]) -> None:
    assert said("retry", str(numbers["sent"])) == (1, "It has arrived already: nothing is sent again.\n")
    code, output = said("retry", str(numbers["pending"]), "--resend")
    assert (code, "on its way already" in output) == (1, True)
    assert shown(numbers["sent"])["state"] == "sent"


def test_a_database_that_cannot_be_opened_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    code, output = said("list")
    assert code == 1
    assert output.startswith("The database cannot be opened: ")
    assert "Traceback" not in output
