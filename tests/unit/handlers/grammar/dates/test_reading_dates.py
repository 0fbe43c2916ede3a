"""Date phrases of both languages, read on Wednesday 3 March 2027."""

from datetime import date

import pytest

from handlers.grammar.dates.period import Period
from handlers.grammar.dates.reading import read_period
from handlers.grammar.dates.rules import Reader

WEDNESDAY = date(2027, 3, 3)
ENGLISH = Reader(WEDNESDAY, day_first=False)
SPANISH = Reader(WEDNESDAY, day_first=True)
LOOKING_BACK = Reader(WEDNESDAY, day_first=True, past=True)

DUE_IN_ENGLISH = """
today                     2027-03-03
tomorrow                  2027-03-04
the day after tomorrow    2027-03-05
friday                    2027-03-05
Fri                       2027-03-05
by Friday                 2027-03-05
due Friday.               2027-03-05
this friday               2027-03-05
next friday               2027-03-05
monday                    2027-03-08
this wednesday            2027-03-03
wednesday                 2027-03-10
friday next week          2027-03-12
last monday               2027-03-01
in 2 weeks                2027-03-17
in two weeks              2027-03-17
in a couple of weeks      2027-03-17
a week from today         2027-03-10
two weeks from now        2027-03-17
10 days                   2027-03-13
in a month                2027-04-03
in a quarter              2027-06-03
2 weeks ago               2027-02-17
yesterday                 2027-03-02
next week                 2027-03-12
this month                2027-03-31
next month                2027-04-30
next quarter              2027-06-30
next year                 2028-12-31
weekend                   2027-03-07
end of the week           2027-03-05
end of month              2027-03-31
end of next month         2027-04-30
EOM                       2027-03-31
eoq                       2027-03-31
end of year               2027-12-31
end of June               2027-06-30
mid-June                  2027-06-15
early June 2028           2028-06-10
June                      2027-06-30
June 2028                 2028-06-30
June 3                    2027-06-03
June 3rd                  2027-06-03
3rd of June               2027-06-03
3 June                    2027-06-03
June 3rd, 2028            2028-06-03
Jun 3 '28                 2028-06-03
3-Jun-2027                2027-06-03
Friday, June 4            2027-06-04
February 1                2028-02-01
February 29               2028-02-29
2027-06-03                2027-06-03
2027/6/3                  2027-06-03
06/03                     2027-06-03
6/3/27                    2027-06-03
13/06                     2027-06-13
3.6.2027                  2027-06-03
the 15th                  2027-03-15
15th                      2027-03-15
the 2nd                   2027-04-02
the 31st of next month    -
the 31st                  2027-03-31
2027                      2027-12-31
Q1                        2027-03-31
q1 2028                   2028-03-31
2027-Q3                   2027-09-30
first quarter of 2028     2028-03-31
"""

DUE_IN_SPANISH = """
hoy                            2027-03-03
mañana                         2027-03-04
pasado mañana                  2027-03-05
viernes                        2027-03-05
el viernes                     2027-03-05
para el viernes                2027-03-05
a más tardar el viernes        2027-03-05
este viernes                   2027-03-05
el próximo viernes             2027-03-05
viernes próximo                2027-03-05
el viernes que viene           2027-03-05
el miércoles                   2027-03-10
este miércoles                 2027-03-03
el viernes pasado              2027-02-26
el lunes de la próxima semana  2027-03-08
jueves de la semana que viene  2027-03-11
dentro de dos semanas          2027-03-17
en dos semanas                 2027-03-17
en un par de semanas           2027-03-17
2 semanas                      2027-03-17
de aquí a 3 días               2027-03-06
en ocho días                   2027-03-10
de hoy en ocho                 2027-03-10
en 8 días                      2027-03-11
en quince días                 2027-03-17
en un mes                      2027-04-03
hace dos semanas               2027-02-17
dos semanas atrás              2027-02-17
antier                         2027-03-01
la próxima semana              2027-03-12
la semana que entra            2027-03-12
la semana pasada               2027-02-26
este mes                       2027-03-31
el mes que viene               2027-04-30
el próximo trimestre           2027-06-30
fin de semana                  2027-03-07
el próximo fin de semana       2027-03-14
fin de mes                     2027-03-31
a fines de mes                 2027-03-31
a finales del próximo mes      2027-04-30
fin de año                     2027-12-31
finales de junio               2027-06-30
mediados de junio              2027-06-15
principios de junio de 2028    2028-06-10
la quincena                    2027-03-15
la próxima quincena            2027-03-15
junio                          2027-06-30
junio de 2028                  2028-06-30
3 de junio                     2027-06-03
3 de junio del 2028            2028-06-03
el 3 de junio                  2027-06-03
1º de junio                    2027-06-01
1° de junio                    2027-06-01
primero de junio               2027-06-01
3 jun                          2027-06-03
viernes 4 de junio             2027-06-04
antes del 3 de junio           2027-06-03
3 DE JUNIO                     2027-06-03
03/06                          2027-06-03
3/6                            2027-06-03
03-06-2027                     2027-06-03
06/13                          2027-06-13
el 15                          2027-03-15
el día 15                      2027-03-15
15 del mes que viene           2027-04-15
el 2                           2027-04-02
T1 2028                        2028-03-31
1T 2028                        2028-03-31
primer trimestre de 2028       2028-03-31
tercer trimestre               2027-09-30
"""

SINCE = """
monday                   2027-03-01  2027-03-01
miércoles                2027-03-03  2027-03-03
ayer                     2027-03-02  2027-03-02
2 weeks                  2027-02-17  2027-02-17
hace 2 semanas           2027-02-17  2027-02-17
la semana pasada         2027-02-22  2027-02-28
últimos 30 días          2027-02-01  2027-03-03
las últimas dos semanas  2027-02-17  2027-03-03
last 30 days             2027-02-01  2027-03-03
el mes pasado            2027-02-01  2027-02-28
enero                    2027-01-01  2027-01-31
junio                    2026-06-01  2026-06-30
3 de junio               2026-06-03  2026-06-03
el 15                    2027-02-15  2027-02-15
Q4                       2026-10-01  2026-12-31
this quarter             2027-01-01  2027-03-31
2026                     2026-01-01  2026-12-31
"""

NO_DATES = (
    "",
    "blue",
    "5",
    "15",
    "the",
    "june 31",
    "31 de junio",
    "29 de febrero de 2027",
    "30/30",
    "0/0",
    "2027-13-01",
    "1999",
    "3026-01-01",
    "the blue friday",
    "friday or monday",
    "in 0 colours",
    "q5 2027",
    "the charging station",
    "una semana de talleres",
    "june " * 40,
)


def rows(table: str) -> list[tuple[str, ...]]:
    return [
        tuple(part.strip() for part in line.split("  ") if part.strip())
        for line in table.strip().splitlines()
    ]


@pytest.mark.parametrize(("phrase", "due"), rows(DUE_IN_ENGLISH))
def test_an_english_phrase_says_when_something_is_due(phrase: str, due: str) -> None:
    found = read_period(phrase, ENGLISH)

    assert (str(found.due) if found else "-") == due


@pytest.mark.parametrize(("phrase", "due"), rows(DUE_IN_SPANISH))
def test_a_spanish_phrase_says_when_something_is_due(phrase: str, due: str) -> None:
    found = read_period(phrase, SPANISH)

    assert found is not None
    assert str(found.due) == due


@pytest.mark.parametrize(("phrase", "first", "last"), rows(SINCE))
def test_looking_back_a_phrase_means_what_has_begun(phrase: str, first: str, last: str) -> None:
    assert read_period(phrase, LOOKING_BACK) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("phrase", NO_DATES)
@pytest.mark.parametrize("reader", [ENGLISH, SPANISH, LOOKING_BACK])
def test_what_is_not_wholly_a_date_is_none(phrase: str, reader: Reader) -> None:
    assert read_period(phrase, reader) is None


@pytest.mark.parametrize("phrase", ["viernes 5 de junio", "thursday 5 march", "Thursday, March 5, 2027"])
def test_a_weekday_that_is_not_that_days_makes_no_date(phrase: str) -> None:
    assert read_period(phrase, SPANISH) is None


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2027, 3, 15), "2027-03-15"),
        (date(2027, 3, 16), "2027-03-31"),
        (date(2028, 2, 20), "2028-02-29"),
    ],
)
def test_the_quincena_is_the_fifteenth_or_the_last_of_the_month(today: date, due: str) -> None:
    found = read_period("quincena", Reader(today, day_first=True))

    assert found is not None
    assert str(found.due) == due


def test_a_month_after_a_long_months_last_day_is_the_short_ones_last_day() -> None:
    found = read_period("in a month", Reader(date(2027, 1, 31), day_first=False))

    assert found == Period.of_day(date(2027, 2, 28))


def test_the_calendar_ends_with_its_last_year() -> None:
    reader = Reader(date(2100, 12, 30), day_first=False)

    assert read_period("in 3 months", reader) is None
    assert read_period("next year", reader) is None
