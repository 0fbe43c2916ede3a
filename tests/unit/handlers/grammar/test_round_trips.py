"""What is written as a line is read back as the same."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import available_timezones

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.group import Sector
from domain.language import Language
from domain.recurrence import Weekly
from domain.reference import RecordKind, Reference, Series
from domain.register import Order, Trait
from domain.schedule import Schedule
from handlers.grammar.command import parse
from handlers.grammar.contradictions import Part, together
from handlers.grammar.coverages import Covered
from handlers.grammar.filters import read_filters
from handlers.grammar.moves import SERIES_KINDS, MoveWanted, read_move
from handlers.grammar.references import find_reference, split_answers
from handlers.grammar.schedules import DigestWanted, read_digest
from handlers.grammar.statuses import statuses_of
from handlers.grammar.wanted import ME, Wanted
from handlers.grammar.zones import is_zone
from tests.fakes.setting import setting_with
from tests.unit.handlers.grammar.lists import Themes


@given(
    st.sampled_from([Series.OBSTACLE, Series.RECOMMENDATION]),
    st.integers(1, 999),
    st.sampled_from(Language),
    st.integers(1, 99),
)
def test_the_moves_of_buttons_round_trip(
    series: Series, number: int, language: Language, version: int
) -> None:
    reference = Reference(series, number)
    for status in statuses_of({SERIES_KINDS[series]}):
        read = read_move(f"{reference} {status} v{version}", language)
        assert read == MoveWanted(reference=reference, to=status, version=version)


@given(st.sampled_from(Series), st.integers(min_value=1, max_value=999_999_999))
def test_references_round_trip(series: Series, number: int) -> None:
    reference = Reference(series, number)

    assert find_reference(str(reference)) == reference
    assert find_reference(f"{series.value.lower()} {number}") == reference


@given(
    st.lists(st.integers(1, 999), min_size=1, max_size=8, unique=True),
    st.sampled_from([",", ", ", " y ", " and "]),
)
def test_obstacles_behind_a_recommendation_round_trip(numbers: list[int], between: str) -> None:
    references = tuple(Reference(Series.OBSTACLE, number) for number in numbers)
    listed = between.join(map(str, references))

    assert split_answers(f"Publish a map for {listed}") == ("Publish a map", references)
    assert split_answers(f"Publicar un mapa para {listed}.") == ("Publicar un mapa", references)


USERS = st.none() | st.just(ME) | st.from_regex(r"[UW][A-Z0-9]{5,10}", fullmatch=True)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(
    wanted=st.builds(
        Wanted,
        kinds=st.frozensets(st.sampled_from(RecordKind)),
        theme=st.sampled_from([None, "infrastructure", "human-capital"]),
        everywhere=st.booleans(),
        author=USERS,
        owner=USERS,
        mine=st.booleans(),
        owed=st.booleans(),
        sector=st.none() | st.sampled_from(Sector),
        country=st.sampled_from([None, "MX", "US"]),
        quarter=st.sampled_from([None, "2027-Q1", "2031-Q4"]),
        driver=st.sampled_from([None, "jobs"]),
        meeting=st.none() | st.integers(1, 10**8),
        since=DAYS,
        until=DAYS,
        traits=st.frozensets(st.sampled_from(Trait), max_size=2),
        order=st.none() | st.sampled_from(Order),
        table=st.booleans(),
        before=st.none() | st.integers(min_value=0, max_value=10**9),
        key=st.sampled_from(["", "in_progress", "human-capital", "2027-03-31"]),
    ),
    data=st.data(),
)
def test_lists_round_trip(themes: Themes, wanted: Wanted, data: st.DataObject) -> None:
    statuses = st.frozensets(st.sampled_from(sorted(statuses_of(wanted.kinds or frozenset(RecordKind)))))
    wanted = replace(
        wanted,
        theme=None if wanted.everywhere else wanted.theme,
        statuses=data.draw(statuses),
        key="" if wanted.before is None else wanted.key,
    )
    assume(isinstance(together([Part("", wanted)]), Wanted))

    assert read_filters(parse(wanted.line(after=wanted.cursor)), setting_with(themes)) == wanted


@settings(deadline=None)  # the first digest builds the table of zones
@given(
    days=st.frozensets(st.integers(0, 6), min_size=1),
    at=st.times().map(lambda at: time(at.hour, at.minute)),
    zone=st.sampled_from(sorted(zone for zone in available_timezones() if is_zone(zone))),
    keys=st.lists(st.sampled_from(["infrastructure", "human-capital", "suppliers"]), unique=True),
    languages=st.lists(st.sampled_from(Language), unique=True),
    skip_quiet=st.booleans(),
)
def test_digests_round_trip(
    themes: Themes,
    *,
    days: frozenset[int],
    at: time,
    zone: str,
    keys: list[str],
    languages: list[Language],
    skip_quiet: bool,
) -> None:
    wanted = DigestWanted(
        schedule=Schedule(Weekly(days), at, zone),
        covered=Covered(themes=tuple(keys) or None),
        languages=tuple(languages),
        skip_quiet=skip_quiet,
    )

    assert read_digest(wanted.line().removeprefix("digest "), themes, "UTC") == wanted
