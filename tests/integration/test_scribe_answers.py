"""What the scribe leaves as it is, and tells: what the group built on, and what is too much."""

from __future__ import annotations

import pytest

from domain.item import WITHDRAWN
from domain.language import Language
from domain.ports import UnitOfWork
from tests.integration.cast import CHANNELS
from tests.integration.gathering import WHERE, Gathering
from tests.integration.office import DIRECT, Office
from tests.integration.ways import on_both_engines, over_sockets
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words


@pytest.fixture
def tick_seconds() -> float:
    """Answers are given by the outbox."""
    return 0.05


async def statuses(office: Office) -> dict[str, str]:
    """Of what was recorded in M-1."""

    def query(uow: UnitOfWork) -> dict[str, str]:
        items = uow.workspace("T0EVGROUP").group(1).meetings.items_of(1)
        return {str(item.reference): str(item.status) for item in items}

    return await office.bot.services.store.read(query)


@over_sockets
async def test_deleting_a_message_leaves_what_others_built_on_and_says_so(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    lines = "#obstacle No map\n#recommend Count first\n#note said"
    ts = await gathering.writes("doe-us", thread, lines)
    await office.asks("lead-infra", WHERE, "/wg recommend Publish a map for O-1")
    await office.asks("lead-infra", WHERE, "/wg move R-1 under review")
    await office.asks("chair-us", WHERE, "/wg support R-1")
    await office.asks("lead-infra", WHERE, "/wg move R-1 proposed because it waits")
    await gathering.deletes("doe-us", ts)
    assert (await statuses(office))["N-1"] == WITHDRAWN
    assert (await statuses(office))["O-1"] == "identified"
    answer = await gathering.replies("doe-us", thread)
    assert words(office, ENGLISH, "scribe-not-recorded", person="") not in answer
    assert words(office, ENGLISH, "refusal-scribed-answered", reference="O-1", by="R-2") in answer
    assert "“withdraw R-1”" in answer


@over_sockets
@pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)
async def test_whoever_withdraws_is_told_what_stands_on_it(office: Office, language: Language) -> None:
    who, verb = SPEAKERS[language], "withdraw" if language is ENGLISH else "retirar"
    await office.asks(who, WHERE, "/wg obstacle No map")
    await office.asks("chair-us", WHERE, "/wg recommend Publish a map for O-1")
    answer = await office.asks(who, WHERE, f"{COMMANDS[language]} {verb} O-1")
    assert words(office, language, "moved-still-answered", answers="R-1", reference="O-1", count=1) in answer


@over_sockets
async def test_after_the_end_a_note_stays_a_note_and_the_answer_says_so(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    ts = await gathering.writes("doe-us", thread, "#note in time")
    await gathering.ends("oem-us")
    await gathering.edits("doe-us", ts, "#decision in good time")
    told = words(office, ENGLISH, "refusal-scribed-kind", reference="N-1", kind="note")
    assert told in await gathering.replies("doe-us", thread)


@over_sockets
async def test_a_refused_correction_is_told_as_what_stays(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    ts = await gathering.writes("doe-us", thread, "#note said")
    await gathering.edits("doe-us", ts, "#note theme:enrgy said")
    answer = await gathering.replies("doe-us", thread)
    assert f"N-1: {words(office, ENGLISH, 'problem-theme-unknown', word='enrgy')}" in answer
    assert (
        words(office, ENGLISH, "scribe-stayed", person="<@U0DOEUS>") in answer or "stays as it was" in answer
    )
    assert "was not recorded" not in answer


@on_both_engines
@over_sockets
async def test_the_author_of_a_message_in_a_channel_that_was_released_is_told_alone(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    edited = await gathering.writes("doe-us", thread, "#note one\n#note two")
    deleted = await gathering.writes("doe-us", thread, "#note three")
    other = await gathering.writes("doe-us", thread, "hello")
    await gathering.ends("oem-us")
    await office.bot.services.store.write(
        lambda uow: uow.workspace("T0EVGROUP").channels.release(CHANNELS[WHERE])
    )
    before = await gathering.replies("doe-us", thread)
    await gathering.edits("doe-us", edited, "#note one\n#note 2")
    await gathering.deletes("doe-us", deleted)
    await gathering.edits("doe-us", other, "#note new")
    assert await gathering.replies("doe-us", thread) == before
    said = await office.reads("doe-us", DIRECT)
    for reference in ("N-2", "N-3"):
        facts = {"references": reference, "reference": reference}
        assert words(office, ENGLISH, "refusal-scribed-elsewhere", **facts) in said
    assert set((await statuses(office)).values()) == {"recorded"}


@on_both_engines
@over_sockets
async def test_of_a_very_long_message_the_first_lines_are_recorded_and_the_others_named(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    lines = ["#note" if number < 20 else f"#note line {number}" for number in range(120)]
    ts = await gathering.writes("doe-us", thread, "\n".join(lines))
    assert len(await statuses(office)) == 30
    assert await gathering.reactions("doe-us", thread, ts) == {"memo"}
    answer = await gathering.replies("doe-us", thread)
    told: dict[str, str | int] = {"count": 70, "lines": "51\N{EN DASH}120", "most": 50}
    assert words(office, ENGLISH, "refusal-scribed-lines", **told) in answer
