"""`evidence`, typed and pressed."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.parts.message import Message
from tests.fakes.scene import CHAIR, LEAD, MEMBER
from tests.unit.handlers.talk import Talk, lines

MAP = "https://example.org/map"


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    for line in ("obstacle No map", "obstacle No plugs", "recommend Publish a map for O-1"):
        await talk.channel(line)
    return talk


def links(message: Message) -> list[dict[str, Any]]:
    """Every link in the rich text of a message."""
    parts = [part for block in message.blocks if block["type"] == "rich_text" for part in block["elements"]]
    sections = [one for part in parts for one in (part["elements"] if "style" in part else [part])]
    return [run for section in sections for run in section["elements"] if run["type"] == "link"]


async def test_evidence_says_its_kind_what_it_is_for_and_where_it_leads(talk: Talk) -> None:
    answer = await talk.hears(f"evidence <{MAP}> Map of stations kind:data theme:charging for R-1,O-2")
    assert answer.in_channel
    assert answer.message.text == (
        "*E-1* evidence, Charging, data, for R-1 and O-2: Map of stations\nhttps://example.org/map"
    )
    assert links(answer.message) == [{"type": "link", "url": MAP, "text": MAP}]
    assert {"show E-1", "status theme:charging", "undo E-1 v1"} <= set(lines(answer))


async def test_what_slack_makes_of_an_address_is_understood(talk: Talk) -> None:
    await talk.channel("evidencia <http://gob.mx/sre|gob.mx/sre> Comunicado")
    await talk.channel(f"evidence <{MAP}?a=1&amp;b=2|The &lt;map&gt;>")
    stored = talk.record.evidence.by_number
    assert [(one.address, one.text.original) for one in stored.values()] == [
        ("http://gob.mx/sre", "Comunicado"),
        (f"{MAP}?a=1&b=2", "The <map>"),
    ]
    assert stored[1].text.language == "es"


async def test_a_title_is_never_a_live_mention_nor_markup(talk: Talk) -> None:
    told = await talk.channel(f"evidence {MAP} &lt;!channel&gt; *Q&amp;A* <@U0X|lead>")
    assert told.startswith("*E-1* evidence, no theme, source: &lt;!channel&gt; *Q&amp;A* @lead\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("evidence Map of stations", "There is no web address in it"),
        (f"evidence {MAP}", f"What does {MAP} show?"),
        (f"evidence {MAP} for R-1", f"What does {MAP} show?"),
        ("evidence javascript:alert(1) Map", "“javascript:alert(1)” is no web address"),
        ("evidence ftp://example.org Map", "“ftp://example.org” is no web address"),
        ("evidence https:// Map", "“https://” cannot be read as a web address"),
        ("evidence https://localhost/x Map", "“https://localhost/x” cannot be read as a web address"),
        ("evidence https://a:b@example.org Map", "This address carries a user name or password"),
        (f"evidence {MAP}{'x' * 3000} Map", "An address has at most 3,000 characters; this one has 3,023"),
        (f"evidence {MAP} Map kind:rumour", "I do not know the kind of evidence “rumour”."),
        (f"evidence {MAP} Map theme:nowhere", "I do not know the theme “nowhere”"),
        (f"evidence {MAP} Map for N-1", "N-1 takes no evidence"),
        (f"evidence {MAP} Map for O-9", "I cannot find O-9 in this group"),
        ("evidence E-9 for O-1", "I cannot find E-9 in this group"),
        ("evidence E-9", "What should E-9 be attached to?"),
    ],
)
async def test_what_cannot_be_recorded_is_said_to_the_person_alone(line: str, words: str, talk: Talk) -> None:
    assert (await talk.alone(line)).startswith(words)
    assert talk.record.evidence.by_number == {}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("evidencia Mapa", "Falta la dirección web"),
        (f"evidencia {MAP}", f"¿Qué muestra {MAP}?"),
        ("evidencia javascript:alert(1) Mapa", "“javascript:alert(1)” no es una dirección web"),
        ("evidencia https://localhost/x Mapa", "“https://localhost/x” no se entiende como una dirección web"),
        ("evidencia https://a:b@example.org Mapa", "Esta dirección lleva un usuario o una contraseña"),
        (f"evidencia {MAP}{'x' * 3000} Mapa", "Una dirección tiene como máximo 3,000 caracteres"),
        (f"evidencia {MAP} Mapa tipo:rumor", "No conozco el tipo de evidencia “rumor”."),
        (f"evidencia {MAP} Mapa para N-1", "N-1 no admite evidencias"),
        ("evidencia E-9", "¿Con qué se vincula E-9?"),
    ],
)
async def test_the_same_is_said_in_spanish(line: str, words: str, talk: Talk) -> None:
    await talk.alone("idioma español")
    assert (await talk.alone(line)).startswith(words)


async def test_an_address_that_is_there_offers_to_attach_it_and_to_record_it_again(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Map for O-1", LEAD)
    answer = await talk.hears("evidence <http://www.example.org/map/> Q&amp;A kind:data for R-1,O-1")
    assert not answer.in_channel
    assert "it is *E-1*, recorded by" in answer.message.text
    again = "evidence <http://www.example.org/map/> Q&amp;A kind:data for R-1,O-1 again:E-1"
    assert lines(answer) == ["evidence E-1 for R-1", "show E-1", again]
    attached = await talk.presses("evidence E-1 for R-1", message="1700.7")
    assert attached.in_channel
    assert "now supports R-1" in attached.message.text
    pressed = await talk.presses(again, message="1700.7")
    assert pressed.message.text.startswith("*E-2* evidence, no theme, data, for R-1 and O-1: Q&amp;A\n")
    assert (await talk.presses(again, message="1700.7")).message.text.startswith("*E-2*")
    assert sorted(talk.record.evidence.by_number) == [1, 2]


async def test_a_title_too_long_for_a_button_is_sent_again_by_its_author(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Map")
    answer = await talk.hears(f"evidence {MAP} {'long ' * 500}")
    assert lines(answer) == ["show E-1"]
    assert "send it again with `again:E-1` at its end" in answer.message.text
    await talk.channel(f"evidence {MAP} {'long ' * 500} again:E-1")


async def test_evidence_is_attached_and_taken_away_once(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Map & more")
    assert await talk.channel("evidence E-1 for O-1, R-1") == "*E-1* now supports O-1 and R-1: Map &amp; more"
    assert (await talk.alone("evidence E-1 for O-1")).startswith("E-1 was attached to O-1 already")
    answer = await talk.hears("evidence E-1 not for O-1")
    assert answer.message.text == "*E-1* no longer supports O-1: Map &amp; more"
    assert lines(answer) == ["show E-1", "undo E-1 v3"]
    assert (await talk.alone("evidencia E-1 sin O-2")).startswith("E-1 was not attached to O-2")
    await talk.channel("undo E-1")
    assert set(map(str, talk.record.evidence.by_number[1].supports)) == {"R-1", "O-1"}


async def test_who_may_not_take_it_away_is_told_so(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Map for O-1", CHAIR)
    assert (await talk.alone("evidence E-1 not for O-1")).startswith("This is for the lead of the theme")


async def test_its_items_show_it_and_it_shows_its_items(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Map for O-1,R-1")
    card = (await talk.hears("show O-1")).message
    assert "Evidence" in str(card.blocks)
    assert {"type": "link", "url": MAP, "text": "example.org"} in links(card)
    whole = (await talk.hears("ver E-1")).message
    assert {"type": "link", "url": MAP, "text": MAP} in links(whole)
    assert "Obstacles it supports" in str(whole.blocks)
    assert "supports R-1" in str(whole.blocks)


async def test_the_rest_of_the_evidence_is_a_press_away(talk: Talk) -> None:
    for number in range(12):
        await talk.channel(f"evidence {MAP}/{number} Map {number} for O-1")
    card = await talk.hears("show O-1")
    assert "show O-1 evidence" in lines(card)
    page = await talk.presses("show O-1 evidence")
    assert page.message.text.startswith("*O-1 · Evidence (12)*\nE-1 Map 0\n")
    assert lines(page)[-3:] == ["show O-1 evidence after:10", "show O-1", "show O-1 evidence"]
    last = await talk.presses("show O-1 evidence after:10")
    assert last.message.text == "*O-1 · Evidence (12)*\nE-11 Map 10\nE-12 Map 11"
    none = await talk.hears("show R-1 evidence")
    assert none.message.text == "*R-1 · Evidence (0)*\nNothing recorded that fits."
    assert (await talk.alone("show O-1 nonsense")).startswith(
        "I do not know what kind of record “nonsense” is."
    )


async def test_evidence_is_listed_found_withdrawn_and_recorded_again(talk: Talk) -> None:
    await talk.channel(f"evidence {MAP} Charging stations for O-1")
    assert "E-1 Charging stations" in (await talk.hears("list evidence")).message.text
    assert "E-1 Charging stations" in (await talk.hears("listar evidencias")).message.text
    assert "E-1 Charging stations" in (await talk.hears("find station kind:evidence")).message.text
    await talk.channel("undo E-1")
    pressed = await talk.again("E-1")
    told = f"*E-2* evidence, no theme, source, for O-1: Charging stations\n{MAP}\n"
    assert pressed.message.text.startswith(told)
    assert "withdrawn" in await talk.channel("withdraw E-2")
    assert (await talk.alone("evidence E-2 for R-1")).startswith("E-2 was withdrawn and is evidence")
    assert (await talk.alone("done E-2")).startswith("“done” is not a status of this item")
    assert (await talk.alone(f"assign E-2 <@{MEMBER}|m>")).startswith("E-2 takes no owner and no date")
