"""Searching: whose record, which page, what when nothing is found."""

from __future__ import annotations

import pytest

from domain.reference import RecordKind, Reference, Series
from domain.refusal import RefusalCode
from domain.register import Filter
from domain.search import Phrase, Prefix, Query, Word
from domain.usecases.finding import Finding, Sought, find
from domain.usecases.reading import PAGE_SIZE
from tests.fakes.scene import LEAD, MEMBER
from tests.unit.domain.usecases.stage import OBSERVER, Stage

CHARGERS = Query((Word("charger"),))


def sought(stage: Stage, query: Query = CHARGERS, filter_: Filter | None = None, **more: object) -> Finding:
    asked = Sought(query=query, filter=filter_ or Filter(), **more)  # type: ignore[arg-type]  # any of its fields
    return find(stage.origin(OBSERVER), 1, asked, stage.uow)


def test_what_has_every_word_is_found_page_by_page(stage: Stage) -> None:
    notes = [stage.note(stage.entry(f"chargers {number}")) for number in range(PAGE_SIZE + 2)]
    stage.note(stage.entry("something else"))
    first = sought(stage)
    rest = sought(stage, before=first.results.next_before)
    found = [hit.item for page in (first, rest) for hit in page.results.hits]
    assert found == notes[::-1]
    assert (len(first.results.hits), rest.results.next_before) == (PAGE_SIZE, None)
    assert first.wider is None


def test_the_filter_narrows_and_its_person_is_named(stage: Stage) -> None:
    stage.note(stage.entry("chargers", theme="talent"))
    obstacle = stage.obstacle(stage.entry("chargers", theme="talent"))
    wanted = Filter(kinds=frozenset({RecordKind.OBSTACLE}), theme="talent", author=MEMBER)
    finding = sought(stage, filter_=wanted)
    assert [hit.item for hit in finding.results.hits] == [obstacle]
    assert (finding.filter, finding.names) == (wanted, {MEMBER: MEMBER})


def test_a_theme_the_group_does_not_have_is_refused(stage: Stage) -> None:
    refused = stage.refused(lambda: sought(stage, filter_=Filter(theme="unknown")))
    assert refused.code is RefusalCode.THEME_UNKNOWN


def test_a_reference_that_exists_is_the_only_answer(stage: Stage) -> None:
    note = stage.note(stage.entry("see O-1"))
    obstacle = stage.obstacle()
    mentions = Query((Phrase(("o", "1")),))
    finding = sought(stage, mentions, reference=obstacle.reference)
    assert [(hit.item, dict(hit.spans)) for hit in finding.results.hits] == [(obstacle, {})]
    unknown = sought(stage, mentions, reference=Reference(Series.OBSTACLE, 9))
    assert [hit.item for hit in unknown.results.hits] == [note]


@pytest.mark.parametrize(
    "filter_",
    [
        Filter(kinds=frozenset({RecordKind.NOTE})),
        Filter(theme="talent"),
        Filter(statuses=frozenset({"confirmed"})),
        Filter(author=LEAD),
        Filter(concerns=LEAD),
    ],
)
def test_an_item_that_the_filter_leaves_out_is_not_found_by_its_reference(
    filter_: Filter, stage: Stage
) -> None:
    stage.obstacle()
    wanted = stage.obstacle()
    stage.obstacle()
    mentions = Query((Phrase(("o", "2")),))
    assert sought(stage, mentions, filter_, reference=wanted.reference).results.hits == ()


def test_with_a_filter_that_an_item_passes_its_reference_finds_it_alone(stage: Stage) -> None:
    stage.obstacle()
    wanted = stage.obstacle()
    stage.obstacle(stage.entry("see O-2"))
    filter_ = Filter(kinds=frozenset({RecordKind.OBSTACLE}), theme="charging", author=MEMBER)
    finding = sought(stage, Query((Phrase(("o", "2")),)), filter_, reference=wanted.reference)
    assert [hit.item for hit in finding.results.hits] == [wanted]


def test_what_passes_the_filter_and_mentions_an_item_that_does_not_is_found(stage: Stage) -> None:
    obstacle = stage.obstacle()
    note = stage.note(stage.entry("see O-1"))
    notes = Filter(kinds=frozenset({RecordKind.NOTE}))
    finding = sought(stage, Query((Phrase(("o", "1")),)), notes, reference=obstacle.reference)
    assert [hit.item for hit in finding.results.hits] == [note]


def test_where_nothing_is_found_beginnings_are_offered_if_they_find_something(stage: Stage) -> None:
    stage.note(stage.entry("batteries and chargers"))
    begun = sought(stage, Query((Word("batt"), Word("charg"))))
    assert begun.results.hits == ()
    assert begun.wider == Query((Prefix("batt"), Prefix("charg")))
    assert sought(stage, Query((Word("batt"), Word("nothing")))).wider is None
    assert sought(stage, Query((Phrase(("batt",)),))).wider is None
    elsewhere = sought(stage, Query((Word("batt"),)), Filter(theme="talent"))
    assert elsewhere.wider is None
