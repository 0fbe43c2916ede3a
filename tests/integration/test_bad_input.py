"""What cannot be done, row by row: the person reads why in their language, alone, and nothing is stored."""

from __future__ import annotations

import pytest

from domain.language import Language
from tests.integration.cast import LOBBY
from tests.integration.office import DIRECT, Office
from tests.integration.words import COMMANDS, ENGLISH, SPANISH, SPEAKERS, words
from tests.integration.working_group import make_another

both_languages = pytest.mark.parametrize("language", [ENGLISH, SPANISH], ids=str)

TYPED: dict[str, tuple[str, str, dict[str, str | int]]] = {
    "only a theme behind note": ("nota theme:infrastructure", "verb-note.help", {}),
    "only obstacles behind recommend": ("recommend for O-1", "verb-recommend.help", {}),
    "an unknown verb": ("frobnicate it", "problem-verb-unknown", {"word": "frobnicate"}),
    "markup for a verb": ("<b>&x", "problem-verb-unknown", {"word": "<b>&x"}),
    "an unknown theme for a note": (
        "note theme:plumbing pipes",
        "problem-theme-unknown",
        {"word": "plumbing"},
    ),
    "an unknown theme for a status": ("estado plumbing", "problem-theme-unknown", {"word": "plumbing"}),
    "an unknown theme for a list": ("list theme:plumbing", "problem-theme-unknown", {"word": "plumbing"}),
    "an unknown word in a list": ("list xylophones", "problem-word-unknown", {"word": "xylophones"}),
    "an unknown status in a list": ("list status:sleepy", "problem-status-unknown", {"word": "sleepy"}),
    "an unknown person in a list": ("list by:somebody", "problem-person-unknown", {"word": "somebody"}),
    "an unknown reference": ("show N-99", "refusal-reference-unknown", {"reference": "N-99"}),
    "an unknown obstacle to answer": (
        "recommend Build it for O-99",
        "refusal-reference-unknown",
        {"reference": "O-99"},
    ),
    "no reference behind show": ("ver la lista", "verb-show.help", {}),
    "a page that is none": ("list before:x", "problem-word-unknown", {"word": "before:"}),
    "an unknown word in a digest": (
        "digest frequently",
        "problem-digest-word-unknown",
        {"word": "frequently"},
    ),
    "a day that is none": ("digest weekly someday 09:00", "problem-day-missing", {}),
    "a time that is none": ("resumen semanal lunes 25:00", "problem-time-unknown", {"word": "25:00"}),
    "a digest without a time": ("digest weekly mon", "problem-time-missing", {}),
    "a digest without a day": ("digest weekly 09:00", "problem-day-missing", {}),
    "a digest in an unknown zone": (
        "digest mon 09:00 zone:Atlantis",
        "problem-zone-unknown",
        {"word": "Atlantis"},
    ),
    "a digest about an unknown theme": (
        "digest mon 09:00 theme:plumbing",
        "problem-theme-unknown",
        {"word": "plumbing"},
    ),
    "an unknown digest": ("digest pause D-9", "refusal-subscription-unknown", {"number": 9}),
    "an unknown language": ("language klingon", "problem-language-unknown", {"word": "klingon"}),
    "help about an unknown verb": ("help frobnicate", "problem-verb-unknown", {"word": "frobnicate"}),
    "joining twice": ("join", "refusal-already-member", {}),
    "setting up without being chair": ("setup", "refusal-chair-only", {}),
    "a digest of a channel by no lead": ("digest mon 09:00", "digest-none-whose", {}),
}


@both_languages
@pytest.mark.parametrize("row", TYPED)
async def test_what_cannot_be_understood_or_done_is_explained(
    office: Office, row: str, language: Language
) -> None:
    line, message, facts = TYPED[row]

    await _is_told(
        office,
        SPEAKERS[language],
        "ev-group",
        f"{COMMANDS[language]} {line}",
        words(office, language, message, **facts),
    )


LONG = {"letters": "x", "ampersands": "&", "brackets": "<", "emoji": "🔋", "families": "👩‍👩‍👧"}


@both_languages
@pytest.mark.parametrize("letter", LONG)
async def test_a_text_of_3001_characters_is_refused(office: Office, letter: str, language: Language) -> None:
    unit = LONG[letter]
    text = (unit * 3001)[:3001]

    await _is_told(
        office,
        SPEAKERS[language],
        "ev-group",
        f"{COMMANDS[language]} note {text}",
        words(office, language, "refusal-text-too-long", limit=3000, length=3001),
    )


@pytest.mark.parametrize("letter", LONG)
async def test_a_text_of_3000_characters_is_recorded_and_every_answer_about_it_is_valid(
    office: Office, letter: str
) -> None:
    unit = LONG[letter]
    text = (unit * 3000)[:3000].rstrip("\u200d")
    recorded = await office.asks("oem-us", "infrastructure", f"/wg obstacle {text}")
    shown = await office.asks("oem-us", "infrastructure", "/wg show O-1")
    for line in ("status", "list", "recommend Build it for O-1", "show R-1"):
        await office.asks("oem-us", "infrastructure", f"/wg {line}")
    await office.asks("chair-mx", "infrastructure", "/wg digest mon 09:00")
    await office.asks("chair-mx", "infrastructure", "/wg digest preview")

    assert text in recorded
    assert text in shown


@pytest.mark.parametrize("kind", ["note", "decision", "opportunity", "obstacle", "recommend"])
async def test_a_text_of_invisible_characters_is_empty(office: Office, kind: str) -> None:
    before = await office.changes()

    await office.asks("oem-us", "infrastructure", f"/wg {kind} \u200b\u2060\ufeff")

    assert await office.changes() == before


ROLES: dict[str, tuple[str, str, str]] = {
    "an observer records": ("observer-us", "note Something", "refusal-observer-reads-only"),
    "an observer proposes": ("observer-us", "recommend Something", "refusal-observer-reads-only"),
    "a guest records": ("guest-us", "obstacle Something", "refusal-guest-reads-only"),
    "a Spanish guest records": ("guest-mx", "nota Algo", "refusal-guest-reads-only"),
    "a guest joins": ("guest-us", "join", "refusal-guest-reads-only"),
    "a Spanish guest joins": ("guest-mx", "unirse", "refusal-guest-reads-only"),
    "a newcomer records": ("newcomer-us", "decision Something", "refusal-members-only"),
    "a Spanish newcomer records": ("newcomer-mx", "obstáculo Algo", "refusal-members-only"),
    "a newcomer schedules": ("newcomer-us", "digest mon 09:00", "refusal-members-only"),
    "a newcomer sets up": ("newcomer-mx", "configurar", "refusal-admin-only"),
    "a lead schedules elsewhere": ("lead-suppliers", "digest mon 09:00", "digest-none-whose"),
    "a guest schedules": ("guest-mx", "resumen lunes 9:00", "digest-none-whose"),
}


@pytest.mark.parametrize("row", ROLES)
async def test_nobody_does_what_their_role_does_not_let_them(office: Office, row: str) -> None:
    who, line, message = ROLES[row]
    language = SPANISH if who in {"guest-mx", "newcomer-mx", "lead-suppliers"} else ENGLISH

    await _is_told(office, who, "infrastructure", f"/wg {line}", words(office, language, message))


async def test_a_stranger_reads_what_a_button_shows_and_steers_nothing(office: Office) -> None:
    await office.asks("chair-us", "infrastructure", "/wg note Seen by all")
    await office.asks("chair-us", "infrastructure", "/wg digest mon 09:00")
    before = await office.changes()

    shown = await office.presses("stranger", "infrastructure", "Show it")
    refused = await office.presses("stranger", "infrastructure", "Stop")

    assert "N-1" in shown
    assert "only stranger sees this" in shown
    assert words(office, ENGLISH, "digest-none-whose") in refused
    assert await office.changes() == before


@pytest.mark.parametrize(("who", "language"), [("newcomer-us", ENGLISH), ("newcomer-mx", SPANISH)])
async def test_where_no_group_works_somebody_without_one_is_offered_help(
    office: Office, who: str, language: Language
) -> None:
    line = f"{COMMANDS[language]} note Somewhere"
    await _is_told(office, who, LOBBY, line, words(office, language, "no-group-here"))

    helped = await office.presses(who, LOBBY, words(office, language, "button-help"))

    assert words(office, language, "help-title") in helped


@pytest.mark.parametrize("where", [LOBBY, DIRECT])
async def test_where_no_group_works_a_member_of_one_means_that_one(office: Office, where: str) -> None:
    before = await office.changes()

    answer = await office.asks("oem-us", where, "/wg note From elsewhere")

    assert "*N-1*" in answer
    assert await office.changes() == {group: number + 1 for group, number in before.items()}


@both_languages
@pytest.mark.parametrize("where", [LOBBY, DIRECT])
async def test_where_no_group_works_a_member_of_two_chooses_by_button(
    office: Office, where: str, language: Language
) -> None:
    who = SPEAKERS[language]
    await make_another(office, "second-group", [who], "Second group")
    text = "A&B <i> &lt; group:1 _x_"
    line = f"{COMMANDS[language]} note {text}"
    await _is_told(office, who, where, line, words(office, language, "which-group"))
    before = await office.changes()

    recorded = await office.presses(who, where, "Second group")

    assert f": {text}\n" in recorded
    assert await office.changes() == before | {2: before[2] + 1}


async def test_a_text_too_long_for_a_button_comes_back_to_its_author(office: Office) -> None:
    await make_another(office, "second-group", ["oem-us"], "Second group")
    text = "long " * 400
    before = await office.changes()

    answer = await office.asks("oem-us", LOBBY, f"/wg note {text}")

    assert words(office, ENGLISH, "which-group-long") in answer
    assert text.strip() in answer
    assert await office.changes() == before


async def _is_told(office: Office, who: str, where: str, line: str, expected: str) -> None:
    """The person alone reads the expected words, and no group has a new change."""
    before = await office.changes()
    everybody = await office.messages("chair-us", where) if where != DIRECT else []

    answer = await office.asks(who, where, line)

    assert expected in answer.replace("\n    ", "\n")
    assert f"(only {who} sees this)" in answer
    assert await office.changes() == before
    if where != DIRECT:
        assert await office.messages("chair-us", where) == everybody
