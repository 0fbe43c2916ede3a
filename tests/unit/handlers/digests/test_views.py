"""The words of a digest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.digest import Digest, NetEffects, Revision
from domain.editing import Difference, Field
from domain.item import Item
from domain.language import Language
from domain.obstacle import ObstacleStatus
from domain.reference import RecordKind, Series
from handlers.digests.sections import SHOWN_MAX
from handlers.parts.message import Message
from handlers.words.translator import Translator
from tests.rendering import said_lines
from tests.unit.handlers.accepted import message_violations, posted_violations
from tests.unit.handlers.conftest import Album, each
from tests.unit.handlers.digests.made import NOTHING_NEW, digest, shift, standing, whole
from tests.unit.handlers.material import (
    CHAIR,
    EN,
    ES,
    LEAD,
    WORDS,
    by_reference,
    note,
    obstacle,
    recommendation,
)

NEW: tuple[Item, ...] = (
    note(),
    note(RecordKind.DECISION, 2),
    note(RecordKind.OPPORTUNITY, 3),
    obstacle(),
    recommendation(),
)
EVERYTHING = digest(
    NetEffects(
        recorded=tuple(item.reference for item in NEW),
        moved=(
            shift(Series.RECOMMENDATION, 2, "proposed", "under_review"),
            shift(Series.OBSTACLE, 4, "identified", "confirmed"),
        ),
        progressed=(shift(Series.RECOMMENDATION, 2, "10", "40"),),
        joined=(LEAD, CHAIR),
    ),
    by_reference(*NEW, recommendation(2), obstacle(4)),
    unanswered=(obstacle(), obstacle(4)),
    figures=standing(),
)
ONE_OF_EACH = digest(
    NetEffects(
        recorded=(),
        moved=(shift(Series.RECOMMENDATION, 1, "proposed", "agreed"),),
        progressed=(),
        joined=(LEAD,),
    ),
    by_reference(recommendation()),
    unanswered=(obstacle(),),
    figures=replace(standing("talent"), unanswered=1),
    themes=("talent",),
)
MANY = digest(
    NetEffects(
        recorded=tuple(note(number=number).reference for number in range(1, 12)),
        moved=(),
        progressed=(),
        joined=(),
    ),
    by_reference(*(note(number=number) for number in range(1, 12))),
    unanswered=tuple(obstacle(number) for number in range(1, 11)),
    figures=replace(standing(), unanswered=14),
    themes=("infrastructure", "talent"),
)


def plain(t: Translator, shown: Digest) -> Message:
    return whole(t, shown)


def test_the_plain_digest(album: Album) -> None:
    cases = {
        "everything there is": EVERYTHING,
        "one of each, of one theme": ONE_OF_EACH,
        "more than fit, of two themes": MANY,
        "quiet": digest(),
        "quiet, but obstacles wait": digest(
            NOTHING_NEW, unanswered=(obstacle(),), figures=replace(standing(), unanswered=1)
        ),
    }
    album.compare("digest", each(cases, plain))


def test_the_rich_digest_draws_a_chart_instead_of_bars(album: Album) -> None:
    shown = [whole(WORDS.for_language(language), EVERYTHING, rich=True) for language in (EN, ES)]
    assert [posted_violations(rich) for rich in shown] == [[], []]
    lines = ["\n".join(said_lines({"text": rich.text, "blocks": rich.blocks})) for rich in shown]
    album.goldens.compare("digest-rich", "\n\n".join(lines))
    album.keep("digest-rich", dict(zip((EN.value, ES.value), shown, strict=True)))


def test_what_is_new_and_went_on_shows_where_it_stands() -> None:
    merged = replace(obstacle(), status=ObstacleStatus.MERGED)
    shown = digest(
        NetEffects((merged.reference, note().reference), (), (), ()),
        by_reference(merged, note()),
    )
    lines = said_lines({"text": "", "blocks": list(plain(WORDS.for_language(EN), shown).blocks)})
    (of_merged,) = (line for line in lines if str(merged.reference) in line)
    (of_note,) = (line for line in lines if str(note().reference) in line)
    assert of_merged.endswith(" · merged")
    assert "recorded" not in of_note


def test_a_group_without_recommendations_has_no_chart() -> None:
    rich = whole(WORDS.for_language(EN), digest(), rich=True)
    assert "data_visualization" not in {block["type"] for block in rich.blocks}
    assert message_violations(rich) == []


@pytest.mark.parametrize("language", [EN, ES])
def test_what_does_not_fit_is_counted(language: Language) -> None:
    t = WORDS.for_language(language)
    lists = [block for block in plain(t, MANY).blocks if block["type"] == "rich_text"]
    shown = [block["elements"][1]["elements"] for block in lists]
    assert [len(items) for items in shown] == [SHOWN_MAX + 1, SHOWN_MAX + 1]


def test_obstacles_that_wait_are_counted_whole_though_few_are_listed() -> None:
    lines = said_lines({"text": "", "blocks": plain(WORDS.for_language(EN), MANY).blocks})
    heading = lines.index("*14 obstacles wait for a recommendation*")
    assert lines[heading + SHOWN_MAX + 1] == "• and 6 more"


def test_what_was_corrected_is_told_with_what_it_says_now(album: Album) -> None:
    differences = (
        Difference(field=Field.TEXT, before="Publish a map", after="Publish a national map"),
        Difference(field=Field.THEME, before="talent", after="infrastructure"),
    )
    one = Revision(recommendation().reference, differences)
    two = Revision(obstacle().reference, differences[:1])
    cases = {
        "one": digest(replace(NOTHING_NEW, revised=(one,)), by_reference(recommendation())),
        "two": digest(replace(NOTHING_NEW, revised=(one, two)), by_reference(recommendation(), obstacle())),
    }
    album.compare("digest-corrected", each(cases, plain))
