"""The scribe: lines in a meeting's thread become records, over the events that Slack sends."""

from __future__ import annotations

from datetime import date

import pytest

from domain.action import Action
from domain.item import WITHDRAWN, Item
from domain.language import Language
from domain.obstacle import Obstacle, Severity
from domain.ports import UnitOfWork
from domain.recommendation import Recommendation
from tests.integration.cast import CHANNELS, USERS
from tests.integration.gathering import WHERE, Gathering
from tests.integration.office import Office
from tests.integration.ways import on_both_engines, over_sockets
from tests.integration.words import ENGLISH, words


@pytest.fixture
def tick_seconds() -> float:
    """Emoji and answers are given by the outbox."""
    return 0.05


async def gathered(office: Office) -> tuple[Item, ...]:
    """Everything that was recorded in M-1."""

    def query(uow: UnitOfWork) -> tuple[Item, ...]:
        return uow.workspace("T0EVGROUP").group(1).meetings.items_of(1)

    return await office.bot.services.store.read(query)


async def recorded(office: Office) -> dict[str, str]:
    """Everything that was recorded in M-1: its words, or its status when that is another one."""
    return {
        str(item.reference): WITHDRAWN if item.status == WITHDRAWN else item.text.original
        for item in await gathered(office)
    }


@on_both_engines
async def test_a_message_is_recorded_corrected_and_taken_back(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    ts = await gathering.writes("doe-us", thread, "Hello\n#note The census is late\nnota: Falta el mapa")
    assert await recorded(office) == {"N-1": "The census is late", "N-2": "Falta el mapa"}
    assert await gathering.reactions("doe-us", thread, ts) == {"memo"}

    await gathering.edits("doe-us", ts, "Hello\n#note The census is late, by a month\nnota: Falta el mapa")
    assert await recorded(office) == {"N-1": "The census is late, by a month", "N-2": "Falta el mapa"}
    await gathering.edits("doe-us", ts, "nota: Falta el mapa\n#decision Go on")
    assert await recorded(office) == {"N-1": "Go on", "N-2": "Falta el mapa"} or await recorded(office) == {
        "N-1": WITHDRAWN,
        "N-2": "Falta el mapa",
        "N-3": "Go on",
    }
    await gathering.deletes("doe-us", ts)
    assert set((await recorded(office)).values()) == {WITHDRAWN}


async def test_a_line_is_in_the_language_it_is_clearly_written_in(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    await gathering.writes(
        "doe-us", thread, "#note Falta el mapa de la red\nnota: The census is late\nnota: 12 nodos"
    )
    languages = {item.text.original: item.text.language for item in await gathered(office)}
    assert languages == {
        "Falta el mapa de la red": Language.SPANISH,
        "The census is late": Language.ENGLISH,
        "12 nodos": Language.SPANISH,
    }


async def held(office: Office) -> tuple[Obstacle | None, Recommendation | None, Action | None]:
    """The first of each."""

    def query(uow: UnitOfWork) -> tuple[Obstacle | None, Recommendation | None, Action | None]:
        record = uow.workspace("T0EVGROUP").group(1)
        return record.obstacles.get(1), record.recommendations.get(1), record.actions.get(1)

    return await office.bot.services.store.read(query)


@on_both_engines
async def test_lines_say_with_pairs_what_commands_do(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    doe = USERS["doe-us"]
    await gathering.writes("doe-us", thread, "#obstacle Grid limits severity:high country:mx")
    ts = await gathering.writes("doe-us", thread, "#action Write to the minister owner:me due:2099-03-01")
    line = "#recommend Build trams owner:@doe-us for O-1 due 2099-03-31 priority"
    await gathering.writes("chair-us", thread, line)
    obstacle, proposal, action = await held(office)
    assert obstacle is not None
    assert proposal is not None
    assert action is not None
    assert (obstacle.text.original, obstacle.severity) == ("Grid limits", Severity.HIGH)
    assert obstacle.countries == ("MX",)
    assert (action.text.original, action.owner, str(action.due_on)) == (
        "Write to the minister",
        doe,
        "2099-03-01",
    )
    assert (proposal.text.original, proposal.answers, proposal.owner) == ("Build trams", (1,), doe)
    assert (str(proposal.due_on), proposal.priority) == ("2099-03-31", True)
    await gathering.edits("doe-us", ts, "#action Call the minister due:2099-04-01")
    action = (await held(office))[2]
    assert action is not None
    assert (action.text.original, str(action.due_on)) == ("Call the minister", "2099-04-01")


@on_both_engines
async def test_pairs_that_stay_in_a_text_are_told_in_the_thread(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    lines = "#obstacle Grid limits\n#note Grid severity:high\n#note Plain: prose"
    await gathering.writes("doe-us", thread, lines)
    await gathering.writes("doe-us", thread, "#recommend Build trams for O-1 due friday priority")
    assert await recorded(office) == {
        "N-1": "Grid severity:high",
        "N-2": "Plain: prose",
        "O-1": "Grid limits",
        "R-1": "Build trams due friday priority",
    }
    proposal = (await held(office))[1]
    assert proposal is not None
    assert proposal.answers == (1,)
    told = await gathering.replies("doe-us", thread)
    for reference, said in (("N-1", "severity:high"), ("R-1", "priority"), ("R-1", "due friday")):
        assert words(office, ENGLISH, "refusal-scribed-words", reference=reference, words=said) in told
    assert "N-2" not in told
    await gathering.writes("doe-us", thread, "#obstacle Grid severity:enormous")
    assert "“enormous”" in await gathering.replies("doe-us", thread)
    assert "O-2" not in await recorded(office)


async def test_a_day_in_the_thread_is_read_with_its_hour_or_asked_about(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    await gathering.writes("doe-us", thread, "#compromiso Llamar para el 31 de marzo de 2099 a las 5")
    action = (await held(office))[2]
    assert action is not None
    assert (action.text.original, str(action.due_on)) == ("Llamar a las 5", "2099-03-31")
    await gathering.writes("doe-us", thread, "#action Count posts due june 31\n#obtacle No light")
    assert set(await recorded(office)) == {"A-1"}
    told = await gathering.replies("doe-us", thread)
    assert words(office, ENGLISH, "problem-date-impossible", word="june 31") in told
    assert words(office, ENGLISH, "problem-mark-unknown", word="#obtacle") in told
    await gathering.writes(
        "doe-us", thread, "#action Tell them by friday at the plant\n#obstaculos Falta luz"
    )
    assert set(await recorded(office)) == {"A-1", "A-2", "O-1"}
    told = await gathering.replies("doe-us", thread)
    assert words(office, ENGLISH, "refusal-scribed-words", reference="A-2", words="by friday") in told


async def test_what_nobody_marked_is_not_kept(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    before = await office.changes()
    await gathering.writes("doe-us", thread, "I note that it is late\nhttps://example.org")
    await office.people.message(USERS["doe-us"], CHANNELS[WHERE], "#note outside of the thread")
    other = await office.people.message(USERS["doe-us"], CHANNELS[WHERE], "Something else")
    await gathering.writes("doe-us", other, "#note in another thread")
    assert await office.changes() == before


@over_sockets
async def test_names_of_people_in_a_line_are_understood(office: Office, gathering: Gathering) -> None:
    thread = await gathering.starts("oem-us")
    await gathering.writes("oem-us", thread, "#action @lead-infra ask @doe-us for the data due friday")
    card = await office.asks("oem-us", WHERE, "/wg show A-1")
    assert "ask @doe-us for the data" in card
    assert words(office, ENGLISH, "card-owner", name="lead-infra") in card


@on_both_engines
async def test_a_line_with_a_list_below_keeps_its_date_owner_theme_and_obstacles(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    thread = await gathering.starts("oem-us")
    lines = (
        "#action @lead-infra Send the census due march 20\n- by state\n- by sector due april 3",
        "acción: Enviar el censo tema:gobernanza para el 20 de marzo\n  por estado",
        "#recommend Publish a map for O-1:\n• of stations",
    )
    await gathering.writes("doe-us", thread, "\n".join(lines))
    await office.asks("doe-us", WHERE, "/wg action Send the maps due march 20\n- of stations")

    items = {str(item.reference): item for item in await gathered(office)}
    assert {name: (item.text.original, item.due_on) for name, item in items.items()} == {
        "A-1": ("Send the census\n- by state\n- by sector due april 3", date(2027, 3, 20)),
        "A-2": ("Enviar el censo\n  por estado", date(2027, 3, 20)),
        "A-3": ("Send the maps\n- of stations", date(2027, 3, 20)),
        "R-1": ("Publish a map:\n• of stations", None),
    }
    assert (items["A-1"].owner, items["A-2"].theme) == (USERS["lead-infra"], "governance")
    assert "O-1" in await office.asks("oem-us", WHERE, "/wg show R-1")


@over_sockets
async def test_a_mention_beside_marked_lines_is_read_once_and_without_the_bot_s_id(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    await gathering.writes("oem-us", thread, "#decision First the census\n@rapporteur obstacle No training")
    await gathering.writes("oem-us", thread, "@rapporteur #note said")
    assert await recorded(office) == {"N-1": "First the census", "N-2": "said"}
    assert "N-" not in await gathering.replies("oem-us", thread)
    await gathering.writes("oem-us", thread, "@rapporteur note said to the bot")
    assert (await recorded(office))["N-3"] == "said to the bot"


@over_sockets
async def test_a_deleted_message_leaves_what_was_agreed_and_says_so(
    office: Office, gathering: Gathering
) -> None:
    await office.asks("oem-us", WHERE, "/wg obstacle No map")
    thread = await gathering.starts("oem-us")
    ts = await gathering.writes("doe-us", thread, "#recommend Publish a map for O-1")
    await office.asks("lead-infra", WHERE, "/wg move R-1 under review")
    await gathering.deletes("doe-us", ts)
    assert await recorded(office) == {"R-1": "Publish a map"}
    assert "“withdraw R-1”" in await gathering.replies("doe-us", thread)


async def test_a_line_that_cannot_be_recorded_is_answered_in_the_thread(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    lines = ("#note", "#note theme:enrgy nothing", "#recommend map for O-9", "#note ok")
    await gathering.writes("doe-us", thread, "\n".join(lines))
    answer = await gathering.replies("doe-us", thread)
    assert words(office, ENGLISH, "refusal-text-empty") in answer
    assert words(office, ENGLISH, "problem-theme-unknown", word="enrgy") in answer
    assert words(office, ENGLISH, "refusal-reference-unknown", reference="O-9") in answer
    assert await recorded(office) == {"N-1": "ok"}


@over_sockets
@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("observer-us", "refusal-observer-reads-only"),
        ("guest-us", "refusal-guest-reads-only"),
        ("stranger", "refusal-guest-reads-only"),
        ("newcomer-us", "refusal-members-only"),
        ("late-us", "refusal-members-only"),
    ],
)
async def test_who_only_reads_is_told_so_once(
    office: Office, gathering: Gathering, who: str, refusal: str
) -> None:
    thread = await gathering.starts("oem-us")
    for number in range(2):
        await gathering.writes(who, thread, f"#note {number}")
    answer = await gathering.replies("oem-us", thread)
    assert answer.count(words(office, ENGLISH, refusal)) == 2  # once for the eye, once aloud
    assert await recorded(office) == {}


@over_sockets
async def test_after_the_end_new_lines_are_refused_and_old_ones_corrected(
    office: Office, gathering: Gathering
) -> None:
    thread = await gathering.starts("oem-us")
    ts = await gathering.writes("doe-us", thread, "#note in time")
    await gathering.ends("oem-us")
    await gathering.writes("doe-us", thread, "#note too late")
    assert words(office, ENGLISH, "refusal-meeting-ended", reference="M-1") in await gathering.replies(
        "doe-us", thread
    )
    await gathering.edits("doe-us", ts, "#note in good time")
    assert await recorded(office) == {"N-1": "in good time"}
    minutes = (await gathering.meeting(1)).minutes
    assert minutes is not None
    assert "in good time" in await gathering.replies("doe-us", minutes)
