"""The plan by quarter and theme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.group import Group
from domain.language import Language
from domain.recommendation import Recommendation
from domain.roadmap import Mark, roadmap
from domain.usecases.roadmap import Plan
from handlers.grammar.command import parse
from handlers.grammar.meant import as_meant
from handlers.grammar.problems import Problem
from handlers.grammar.roadmaps import ANY_FORMAT, FORMATS, RoadmapWanted, read_roadmap, roadmap_line
from handlers.grammar.themes import ThemeNamed
from handlers.overview.roadmap_views import roadmap_message
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.fakes.setting import DRIVERS
from tests.rendering import said_lines
from tests.unit.handlers.accepted import buttons, message_violations
from tests.unit.handlers.conftest import Album
from tests.unit.handlers.material import EN, ES, GROUP, NAMES, WORDS, note, recommendation

TODAY = date(2027, 7, 1)
WHOLE = replace(GROUP, drivers=DRIVERS)


def planned(number: int, due_on: date | None, status: str = "agreed", **more: object) -> Recommendation:
    made = replace(
        recommendation(number), due_on=due_on, status=status, progress=0, priority=False, answers=()
    )
    return replace(made, **more)  # type: ignore[arg-type]  # any of its fields


EVERYTHING = (
    planned(1, date(2027, 3, 31), "in_progress", progress=40, answers=(3, 4), drivers=("jobs", "gone")),
    planned(2, date(2027, 3, 20), "implemented", progress=100),
    planned(3, date(2027, 9, 30), priority=True, owner=None),
    planned(4, date(2027, 9, 1), theme="talent", progress=60, status="partially_implemented"),
    planned(5, date(2027, 8, 1), theme=None, answers=tuple(range(1, 9))),
    planned(6, date(2029, 1, 1), "proposed"),
    planned(7, None, "under_review", owner=None),
    planned(8, date(2026, 12, 31), "implemented", progress=100),
)


def plan(*items: Recommendation, theme: str | None = None, group: Group = WHOLE, cut: bool = False) -> Plan:
    return Plan(theme, roadmap(items, group, TODAY), NAMES, cut)


def shown(t: Translator, made: Plan, *, after: Mark | None = None, document: str | None = None) -> Message:
    return roadmap_message(t, WHOLE, made, after=after, document=document)


def test_the_plan(album: Album) -> None:
    album.compare(
        "roadmap",
        {
            "every part of it": lambda t: shown(t, plan(*EVERYTHING)),
            "one theme": lambda t: shown(t, plan(*EVERYTHING[:3], theme="infrastructure")),
            "as a document": lambda t: shown(t, plan(EVERYTHING[0]), document="pdf"),
            "as any document": lambda t: shown(t, plan(EVERYTHING[0]), document=ANY_FORMAT),
            "more than is read": lambda t: shown(t, plan(EVERYTHING[0], cut=True)),
            "nothing": lambda t: shown(t, plan()),
        },
    )


@pytest.mark.parametrize("language", [EN, ES])
def test_long_plans_come_page_by_page_and_lose_nothing(language: Language) -> None:
    text = replace(note().text, original="ñ" * 3000)
    days = [None, *(date(2027, month, 28) for month in range(3, 13))]
    items = [
        planned(number, days[number % len(days)], theme=("infrastructure", "talent")[number % 2], text=text)
        for number in range(1, 101)
    ]
    t, made = WORDS.for_language(language), plan(*items)
    found: list[str] = []
    after: Mark | None = None
    for _ in range(100):
        message = shown(t, made, after=after)
        assert message_violations(message) == []
        lines = said_lines({"text": "", "blocks": message.blocks})
        found += [line.split()[1].strip("*") for line in lines if line.startswith("• *R-")]
        onward = [
            button["value"] for button in buttons(message) if button["text"]["text"] == t("button-next-page")
        ]
        if not onward:
            break
        read = read_roadmap(onward[0].removeprefix("roadmap "), GROUP.themes)
        assert isinstance(read, RoadmapWanted)
        after = read.after
    assert sorted(found) == sorted(str(item.reference) for item in items)


@pytest.mark.parametrize("name", FORMATS)
def test_documents_are_asked_for_in_both_languages(name: str) -> None:
    for text in (
        f"as {name}",
        f"infra as {name}",
        f"infraestructura en {name}",
        f"como {name.upper()}",
        name,
    ):
        read = read_roadmap(text, GROUP.themes)
        assert isinstance(read, RoadmapWanted), text
        assert read.document == name
        assert read.theme.key == ("infrastructure" if text.startswith("infra") else None)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("document", None),
        ("documento", None),
        ("infra como documento", "infrastructure"),
        ("as a document", None),
        ("file", None),
        ("archivo", None),
    ],
)
def test_a_document_without_a_format_is_asked_for_too(text: str, theme: str | None) -> None:
    read = read_roadmap(text, GROUP.themes)
    assert isinstance(read, RoadmapWanted)
    assert (read.document, read.theme.key) == (ANY_FORMAT, theme)


@pytest.mark.parametrize(
    ("line", "document", "theme"),
    [
        ("export", ANY_FORMAT, None),
        ("exportar", ANY_FORMAT, None),
        ("exportar la hoja de ruta", ANY_FORMAT, None),
        ("exportar infra en pdf", "pdf", "infrastructure"),
        ("download the roadmap as docx", "docx", None),
        ("descargar documento", ANY_FORMAT, None),
    ],
)
def test_to_export_asks_for_the_document(line: str, document: str, theme: str | None) -> None:
    said = as_meant(parse(line), date(2027, 3, 3), GROUP.themes)
    read = read_roadmap(said.rest, GROUP.themes)
    assert said.word == "roadmap"
    assert isinstance(read, RoadmapWanted)
    assert (read.document, read.theme.key) == (document, theme)


@pytest.mark.parametrize(
    "line",
    [
        "export control rules hurt suppliers",
        "exportar a Estados Unidos requiere T-MEC",
        "download speed is slow",
    ],
)
def test_a_sentence_about_exports_asks_for_none(line: str) -> None:
    assert as_meant(parse(line), date(2027, 3, 3), GROUP.themes) == parse(line)


def test_the_line_of_a_page_is_read_as_the_same_page() -> None:
    for theme, after in ((None, None), ("talent", Mark(3, 1, 12)), (None, Mark(0, 0, 1))):
        read = read_roadmap(roadmap_line(theme, after).removeprefix("roadmap "), GROUP.themes)
        assert read == RoadmapWanted(ThemeNamed(key=theme, everything=theme is None), None, after)


def test_a_theme_that_there_is_not_is_a_problem() -> None:
    assert isinstance(read_roadmap("zzz as pdf", GROUP.themes), Problem)
