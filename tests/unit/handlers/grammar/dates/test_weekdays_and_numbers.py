"""`jueves 18`, `monday the 15th`, `para el 15`: read on Wednesday 3 March 2027; asked where two disagree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from handlers.grammar.dates.disagreements import disagreement
from handlers.grammar.dates.period import Period
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader
from handlers.grammar.dates.words import WEEKDAYS
from handlers.grammar.problems import ProblemCode

READER = Reader(date(2027, 3, 3), day_first=True)
FIFTEENTH = date(2027, 3, 15)
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
readers = st.builds(Reader, days, st.booleans(), st.booleans())


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("lunes 15", FIFTEENTH),
        ("el lunes 15", FIFTEENTH),
        ("para el lunes 15", FIFTEENTH),
        ("hasta el lunes, 15", FIFTEENTH),
        ("lun 15", FIFTEENTH),
        ("lunes día 15", FIFTEENTH),
        ("due monday 15", FIFTEENTH),
        ("Monday the 15th", FIFTEENTH),
        ("next monday 15", FIFTEENTH),
        ("este miércoles 3", date(2027, 3, 3)),
        ("lunes 12 del próximo mes", date(2027, 4, 12)),
        ("para el 15", FIFTEENTH),
        ("hasta el 15", FIFTEENTH),
        ("antes del 15", FIFTEENTH),
        ("al 15", FIFTEENTH),
        ("a más tardar el día 15", FIFTEENTH),
        ("no later than the 15th", FIFTEENTH),
        ("due the 2nd", date(2027, 4, 2)),
        ("lunes 15/03", FIFTEENTH),
        ("el lunes, 15/03/2027", FIFTEENTH),
        ("mañana jueves 4", date(2027, 3, 4)),
        ("tomorrow, Thursday", date(2027, 3, 4)),
        ("pasado mañana viernes 5 de marzo", date(2027, 3, 5)),
    ],
)
def test_a_number_behind_a_weekday_or_an_article_is_a_day_of_the_month(phrase: str, day: date) -> None:
    found = read_period(phrase, READER)
    assert found is not None
    assert (found.first, found.last) == (day, day)


@pytest.mark.parametrize(
    "phrase", ["due 15", "para 15", "para los 15", "hasta las 10", "lunes 32", "lunes 0"]
)
def test_another_number_is_no_day(phrase: str) -> None:
    assert read_period(phrase, READER) is None
    assert disagreement(phrase, READER) is None


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("jueves 19", ("viernes 19 de marzo", "jueves 18 de marzo")),
        ("el jueves 2", ("viernes 2 de abril", "jueves 1 de abril")),
        ("martes 3", ("miércoles 3 de marzo", "martes 9 de marzo")),
        ("thursday the 19th", ("Friday March 19", "Thursday March 18")),
        ("thu 19", ("Friday March 19", "Thursday March 18")),
        ("lunes 5", ("viernes 5 de marzo", "lunes 8 de marzo", "lunes 5 de abril")),
        ("viernes 5 de junio", ("sábado 5 de junio", "viernes 4 de junio")),
    ],
)
def test_a_weekday_that_is_not_that_days_is_asked_about(phrase: str, meant: tuple[str, ...]) -> None:
    assert read_period(phrase, READER) is None
    found = disagreement(phrase, READER)
    assert found is not None
    problem = found.problem()
    assert (problem.code, problem.suggestions) == (ProblemCode.WEEKDAY_DISAGREES, meant)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("para el lunes 1 de marzo", "miércoles 1 de marzo de 2028"),
        ("el 1 de marzo", "miércoles 1 de marzo de 2028"),
        ("due mar 1", "Wednesday March 1, 2028"),
        ("lunes 01/03", "Wednesday March 1, 2028"),
        ("February 3", "Thursday February 3, 2028"),
    ],
)
def test_a_day_that_has_just_passed_is_asked_about_with_its_year(phrase: str, meant: str) -> None:
    assert read_period(phrase, READER) is None
    found = disagreement(phrase, READER)
    assert found is not None
    problem = found.problem()
    assert (problem.code, problem.suggestions) == (ProblemCode.DATE_PASSED, (meant,))
    assert read_period(meant, READER) == Period.of_day(found.days[0])


@pytest.mark.parametrize("phrase", ["mañana viernes", "mañana jueves 5", "mañana jueves 4 de abril"])
def test_a_day_away_that_is_not_that_weekday_is_no_day(phrase: str) -> None:
    assert read_period(phrase, READER) is None


@pytest.mark.parametrize("phrase", ["February 2", "March 3", "mar 1 2027", "lunes 1 de marzo de 2027"])
def test_a_day_long_past_or_with_its_year_is_that_day(phrase: str) -> None:
    assert read_period(phrase, READER) is not None
    assert disagreement(phrase, READER) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "mar 8-10",
        "due mar 8 - 10",
        "8-10 mar",
        "mon 8 to wed 10",
        "para el 8 al 10 de marzo",
        "friday-monday",
    ],
)
def test_several_days_are_asked_about_and_are_no_year(phrase: str) -> None:
    assert read_period(phrase, READER) is None
    found = disagreement(phrase, READER)
    assert found is not None
    assert found.problem().code is ProblemCode.DATE_RANGE


@pytest.mark.parametrize("phrase", ["by 5 to 10 days", "lunes 8 a 10", "from friday 12 to monday 15", "3-5"])
def test_amounts_hours_and_what_is_moved_are_not_several_days(phrase: str) -> None:
    found = disagreement(phrase, READER)
    assert found is None or found.code is not ProblemCode.DATE_RANGE


@given(readers, st.sampled_from(sorted(WEEKDAYS)), st.integers(1, 31))
def test_a_weekday_and_a_number_are_their_day_or_the_question_which(
    reader: Reader, weekday: str, number: int
) -> None:
    read, asked = read_period(f"{weekday} {number}", reader), disagreement(f"{weekday} {number}", reader)
    assert (read is None) is (asked is not None)
    if read is not None:
        assert (read.first.weekday(), read.first.day, read.last) == (WEEKDAYS[weekday], number, read.first)
    if asked is not None:
        of_number, of_weekday, *right = asked.days
        assert (of_number.day, of_weekday.weekday()) == (number, WEEKDAYS[weekday])
        assert abs(of_number - of_weekday) < timedelta(days=7)
        assert {(day.weekday(), day.day) for day in right} <= {(WEEKDAYS[weekday], number)}
        for day, said in zip(asked.days, asked.problem().suggestions, strict=True):
            meant = read_period(said, reader)
            assert meant is not None
            assert (meant.first, meant.last) == (day, day)


@given(readers.filter(lambda reader: not reader.past), st.integers(0, 27))
def test_a_day_of_the_coming_four_weeks_may_be_said_by_weekday_and_number(reader: Reader, ahead: int) -> None:
    day = reader.today + timedelta(days=ahead)
    for locale, pattern in (("es_MX", "'para el' EEEE d"), ("en", "'due' EEEE d"), ("es_MX", "'hasta el' d")):
        found = read_period(format_date(day, pattern, locale=locale), reader)
        assert found is not None
        assert (found.first, found.last) == (day, day)
