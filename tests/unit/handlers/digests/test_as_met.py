"""What a digest says of its coverage, of those without a word, of meetings that never were, of one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.coverage import EVERYTHING, Coverage
from domain.digest import Digest, Posted
from domain.group import Sector
from domain.language import Language
from domain.recurrence import Weekly
from domain.silence import Silence
from handlers.digests import views
from handlers.digests.buttons import digest_buttons
from handlers.digests.sections import SHOWN_MAX
from handlers.parts.recurrences import recurrence_words
from tests.rendering import said_lines
from tests.unit.handlers.digests.made import whole
from tests.unit.handlers.digests.weeks import FULL_WEEK, ahead
from tests.unit.handlers.material import EN, ES, GROUP, MEMBER, NOW, WORDS, ZONE, by_reference

TS = [WORDS.for_language(language) for language in (EN, ES)]


def shown(digest: Digest, language: Language = EN) -> str:
    made = whole(WORDS.for_language(language), digest)
    return "\n".join(said_lines({"text": made.text, "blocks": list(made.blocks)}))


@pytest.mark.parametrize(
    "coverage",
    [
        Coverage(sectors=(Sector.INDUSTRY,)),
        Coverage(countries=("MX",)),
        Coverage(mine_of=MEMBER),
        Coverage(concerning=MEMBER),
    ],
)
def test_figures_of_the_whole_group_do_not_stand_over_a_part_of_it(coverage: Coverage) -> None:
    assert "12 recommendations" in shown(replace(FULL_WEEK, coverage=EVERYTHING))
    told = shown(replace(FULL_WEEK, coverage=coverage, trend=None, by_theme=()))
    assert "12 recommendations" not in told
    assert "By status" not in told


@pytest.mark.parametrize(("language", "title"), [(EN, "sector: industry"), (ES, "sector: industria")])
def test_the_title_names_what_narrows_a_digest(language: Language, title: str) -> None:
    narrowed = replace(FULL_WEEK, coverage=Coverage(sectors=(Sector.INDUSTRY,)), trend=None, by_theme=())
    assert shown(narrowed, language).splitlines()[0].endswith(f" · {title}")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (EN, "government and industry; Mexico"),
        (ES, "al gobierno y a la industria; a México"),
    ],
)
def test_sectors_and_countries_without_a_word_are_told_apart(language: Language, told: str) -> None:
    silence = Silence((Sector.GOVERNMENT, Sector.INDUSTRY), ("MX",), ())
    assert told in shown(replace(FULL_WEEK, silence=silence), language)


@pytest.mark.parametrize(("language", "told"), [(EN, "every day"), (ES, "todos los días")])
def test_seven_weekdays_are_every_day(language: Language, told: str) -> None:
    assert recurrence_words(WORDS.for_language(language), Weekly(frozenset(range(7)))) == told


@pytest.mark.parametrize(("language", "told"), [(EN, "it was not opened"), (ES, "no se abrió")])
def test_a_new_meeting_that_never_was_is_told_with_its_day(language: Language, told: str) -> None:
    meeting = ahead()
    past = replace(meeting, arrangement=replace(meeting.arrangement, starts_at=NOW - timedelta(days=2)))
    effects = replace(FULL_WEEK.effects, recorded=(past.reference,))
    said = shown(replace(FULL_WEEK, effects=effects, items=by_reference(past), upcoming=()), language)
    (line,) = [line for line in said.splitlines() if line.startswith("• *M-12*")][:SHOWN_MAX]
    assert "2027" in line
    assert line.endswith(told)


@pytest.mark.parametrize(
    ("language", "told"),
    [(EN, "Mar 8, 2027, 8:54 AM to 9:00 AM"), (ES, "8 mar 2027, de 8:54 a.m. a 9:00 a.m.")],
)
def test_a_period_of_one_day_names_the_day_once(language: Language, told: str) -> None:
    assert told in shown(replace(FULL_WEEK, since=NOW - timedelta(minutes=6)), language)


def test_in_two_languages_no_second_line_holds_a_status_alone() -> None:
    (part,) = views.parts(WORDS, GROUP, ZONE, replace(FULL_WEEK, languages=(EN, ES)))
    made = part.message(rich=False)
    lines = said_lines({"text": made.text, "blocks": list(made.blocks)})
    assert any("confirmed / confirmado" in line for line in lines)
    assert not {"confirmado", "identificado → confirmado"} & set(lines)
    assert not any(line.startswith("para el ") for line in lines)


def test_to_pause_everybodys_digest_asks_first_in_both_languages() -> None:
    posted = Posted("digest:T0001/1/D-1:2027-03-08", 1, None, None)
    pause = digest_buttons(TS, replace(FULL_WEEK, posted=posted))[-1]
    assert pause["text"]["text"] == "Pause this digest · Pausar este resumen"
    assert pause["confirm"]["title"]["text"] == "Pause this digest? · ¿Pausar este resumen?"
    assert "Nadie en este canal" in pause["confirm"]["text"]["text"]
