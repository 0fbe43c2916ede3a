"""The README says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings
from domain.language import Language
from handlers.grammar.verbs import Verb

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
RUNNING = (ROOT / "docs" / "running.md").read_text("utf-8")
PICTURES = (ROOT / "docs" / "pictures.md").read_text("utf-8")
ROWS = [line for line in README.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_has_a_row_with_its_names_in_both_languages(verb: Verb) -> None:
    english, spanish = verb.name_in(Language.ENGLISH), verb.name_in(Language.SPANISH)
    assert [row for row in ROWS if row.startswith(f"| `{english} · {spanish}")], f"{english} · {spanish}"


def test_the_table_has_no_other_rows() -> None:
    assert len(ROWS) == len(Verb)


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    texts = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"^ {4}make ([a-z-]+)", texts, re.MULTILINE))
    assert named
    assert named <= targets


def test_every_file_that_is_linked_exists() -> None:
    for text, folder in ((README, ROOT), (RUNNING, ROOT / "docs"), (PICTURES, ROOT / "docs")):
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
        assert links
        assert [link for link in links if not (folder / link).exists()] == []


def test_every_picture_is_shown() -> None:
    shown = set(re.findall(r"\]\(images/([^)]+)\)", PICTURES))
    assert shown == {picture.name for picture in (ROOT / "docs" / "images").iterdir()}


@pytest.mark.parametrize("text", [README, RUNNING], ids=["README", "running"])
def test_every_setting_that_is_named_is_read(text: str) -> None:
    settings = (ROOT / "bot" / "settings.py").read_text("utf-8")
    named = set(re.findall(r"`([A-Z][A-Z_]{3,})`", text))
    assert named
    assert {name for name in named if f'"{name}"' not in settings} == set()


def test_what_is_said_of_settings_that_are_not_set_is_so() -> None:
    said = dict(re.findall(r"^\| `([A-Z_]+)` \| `([^`]+)` \|", RUNNING, re.MULTILINE))
    fields = Settings.model_fields.values()
    default = {str(field.validation_alias): str(field.default) for field in fields}
    assert set(said) == {"DATABASE_URL", "RAPPORTEUR_COMMAND", "RAPPORTEUR_COMMAND_ES"}
    assert said == {name: default[name] for name in said}


def test_a_number_of_a_decision_that_is_missing_is_explained() -> None:
    numbers = {int(page.name[:4]) for page in (ROOT / "docs" / "decisions").glob("*.md")}
    missing = set(range(1, max(numbers))) - numbers
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert {int(number) for number in re.findall(r"there is no (\d+)", contributing)} == missing
