"""What holds of every date phrase, whatever the day."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.dates import absolute, relative
from handlers.grammar.dates.absolute import PASSED
from handlers.grammar.dates.period import YEARS
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader, Rule
from handlers.grammar.dates.words import (
    DAYS_AWAY,
    MONTHS,
    NUMBERS,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    may_name_day,
)

days = st.dates(date(YEARS[0] + 1, 1, 1), date(YEARS[-1] - 1, 12, 31))
readers = st.builds(Reader, days, st.booleans(), st.booleans())
SMALL = "in of de del la el the next last proximo pasado fin end mid q1 t2 2027 31 0 / - . ' , eom quincena"
words = st.sampled_from(sorted({*DAYS_AWAY, *MONTHS, *NUMBERS, *ORDINALS, *UNITS, *WEEKDAYS, *SMALL.split()}))


@given(readers, st.lists(words, max_size=6).map(" ".join) | st.text(max_size=60))
def test_any_words_are_a_period_in_order_or_none(reader: Reader, phrase: str) -> None:
    found = read_period(phrase, reader)

    assert found is None or (found.first <= found.due <= found.last or found.first == found.last)


@pytest.mark.parametrize("rule", [*relative.RULES, *absolute.RULES])
@given(data=st.data())
def test_what_a_rule_reads_may_name_a_day(rule: Rule, data: st.DataObject) -> None:
    assert may_name_day(data.draw(st.from_regex(rule.pattern, fullmatch=True)))


@pytest.mark.parametrize("phrase", ["para los coches de la red", "by the border", "sin falta", ""])
def test_words_without_a_number_or_a_word_for_days_name_none(phrase: str) -> None:
    assert not may_name_day(phrase)


@given(readers, days)
def test_a_day_written_out_is_that_day(reader: Reader, day: date) -> None:
    english = format_date(day, "EEEE, MMMM d, y", locale="en")
    spanish = format_date(day, "EEEE d 'de' MMMM 'de' y", locale="es_MX")

    for phrase in (day.isoformat(), english, spanish):
        found = read_period(phrase, reader)
        assert found is not None
        assert (found.first, found.last) == (day, day)


@given(readers, days)
def test_a_numeric_date_follows_the_readers_custom(reader: Reader, day: date) -> None:
    pattern = "dd/MM/y" if reader.day_first else "MM/dd/y"
    found = read_period(format_date(day, pattern, locale="en"), reader)

    assert found is not None
    assert found.first == day


@given(days, st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_one_of_the_seven_days_ahead_or_behind(today: date, name: str) -> None:
    ahead = read_period(name, Reader(today, day_first=True))
    behind = read_period(name, Reader(today, day_first=True, past=True))

    assert ahead is not None
    assert behind is not None
    assert today < ahead.first <= today + timedelta(days=7)
    assert today - timedelta(days=7) < behind.first <= today
    assert ahead.first.weekday() == behind.first.weekday() == WEEKDAYS[name]


@given(days, st.sampled_from(sorted(MONTHS)), st.integers(1, 28))
def test_a_date_without_a_year_is_the_nearest_one_in_its_direction(today: date, month: str, day: int) -> None:
    ahead = read_period(f"{day} {month}", Reader(today, day_first=True))
    behind = read_period(f"{day} {month}", Reader(today, day_first=True, past=True))

    assert behind is not None
    assert today - timedelta(days=366) < behind.first <= today
    has_just_passed = timedelta() < today - behind.first <= PASSED
    assert (ahead is None) is has_just_passed
    assert ahead is None or today <= ahead.first < today + timedelta(days=366)
