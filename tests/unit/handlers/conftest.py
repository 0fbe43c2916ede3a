"""The album of golden files, one a view, each case in both languages; and a house to ask at its desk."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

import pytest

from domain.language import Language
from handlers.parts.message import Message
from handlers.parts.modals import View
from handlers.words.translator import Translator
from tests.goldens import FOLDER, PAYLOADS, Goldens
from tests.rendering import said_lines, view_text
from tests.unit.handlers.accepted import message_violations, unreadable_buttons, view_violations
from tests.unit.handlers.desk.house import House
from tests.unit.handlers.material import WORDS
from tests.unit.handlers.talk import Talk

Shown: TypeAlias = Message | View
Cases: TypeAlias = Mapping[str, Callable[[Translator], Shown]]


T = TypeVar("T")


def each(subjects: Mapping[str, T], show: Callable[[Translator, T], Shown]) -> Cases:
    """One case for each subject, shown the same way."""
    return {name: _of(subject, show) for name, subject in subjects.items()}


def _of(subject: T, show: Callable[[Translator, T], Shown]) -> Callable[[Translator], Shown]:
    return lambda t: show(t, subject)


@dataclass(frozen=True, slots=True)
class Album:
    """Compares whole views with their golden files; whatever it is shown must please Slack too."""

    goldens: Goldens
    payloads: Goldens

    def compare(self, name: str, cases: Cases) -> None:
        shown = [
            (f"{case} ({language.value})", show(WORDS.for_language(language)), language)
            for case, show in cases.items()
            for language in Language
        ]
        parts = [f"=== {case}\n{_read(view, language)}\n" for case, view, language in shown]
        self.goldens.compare(name, "\n".join(parts))
        self.keep(name, {case: view for case, view, _ in shown})

    def keep(self, name: str, shown: Mapping[str, Shown]) -> None:
        """The same as payloads, one a line, for `check-slack --blocks`."""
        entries = [
            json.dumps({"case": case, **_sent(view)}, ensure_ascii=False) for case, view in shown.items()
        ]
        self.payloads.compare(name, "[\n" + ",\n".join(entries) + "\n]")


def _sent(shown: Shown) -> dict[str, Any]:
    if isinstance(shown, Message):
        return {"kind": "message", "payload": {"text": shown.text, "blocks": list(shown.blocks)}}
    return {"kind": "view", "payload": dict(shown)}


def _read(shown: Shown, language: Language) -> str:
    if not isinstance(shown, Message):
        assert view_violations(shown) == []
        return view_text(shown)
    assert message_violations(shown, WORDS.for_language(language)) == []
    assert unreadable_buttons(shown) == []
    return "\n".join(said_lines({"text": shown.text, "blocks": shown.blocks}))


@pytest.fixture
def album(request: pytest.FixtureRequest) -> Album:
    update = request.config.getoption("--update-golden")
    return Album(Goldens(FOLDER / "views", update=update), Goldens(PAYLOADS, update=update, suffix=".json"))


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def talk(house: House) -> Talk:
    """Nothing was said yet; what a module's tests find said, its own `talk` says with this one."""
    return Talk(house, house.router())
