"""Plain blocks: whatever stands in them, Slack takes them, and nothing that people wrote is markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.validator import check_message, check_view
from handlers.parts.bars import CELLS, bar
from handlers.parts.blocks import (
    Block,
    actions,
    bullets,
    button,
    context,
    divider,
    faint,
    header,
    paragraph,
    said,
    section,
    strong,
)
from handlers.parts.limits import ACTIONS_MAX, BUTTON_TEXT_MAX, BUTTON_VALUE_MAX, HEADER_MAX, SECTION_TEXT_MAX
from handlers.parts.measure import characters
from handlers.parts.modals import checks, field, modal, notice, option, reading, select, text_input
from handlers.words.slack_text import ELLIPSIS, escape, length
from tests.unit.handlers.material import EN, ES, WORDS

_PIECES = st.sampled_from(
    ["&", "<", ">", "<!channel>", "<@U1>", "*", "`", "ñ", "👩\u200d🔧", "e\u0301", "word "]
)
contents = st.builds(
    lambda pieces, times: "".join(pieces) * times,
    st.lists(
        _PIECES | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1, max_size=4
    ),
    st.sampled_from([1, 30, 400]),
).filter(str.strip)


def refused(*blocks: Block) -> list[str]:
    return [violation.message for violation in check_message({"text": "said", "blocks": list(blocks)})]


@given(content=contents)
def test_any_content_of_a_header_a_section_or_small_print_is_taken(content: str) -> None:
    for made in (header(content), section(escape(content)), context(escape(content))):
        assert refused(made, divider()) == []


@given(content=contents)
def test_what_is_too_long_is_cut_and_says_so(content: str) -> None:
    for text, whole, limit in (
        (header(content)["text"]["text"], content, HEADER_MAX),
        (section(escape(content))["text"]["text"], escape(content), SECTION_TEXT_MAX),
    ):
        assert length(text) <= limit
        assert text == whole or text.endswith(ELLIPSIS)


@given(content=contents.map(lambda text: text[:3000]))
def test_what_people_wrote_stands_in_rich_text_to_the_letter(content: str) -> None:
    made = paragraph(strong("R-2 "), said(content), faint(" (original)"))
    assert made["elements"][0]["elements"][1] == {"type": "text", "text": content}
    assert refused(made, bullets([[said(content)], [strong(content)]])) == []


@given(label=contents, value=st.text(st.characters(exclude_categories=["Cs"]), max_size=BUTTON_VALUE_MAX))
def test_any_button_that_carries_its_line_is_taken(label: str, value: str) -> None:
    made = button(label, "say:line", value)
    assert length(made["text"]["text"]) <= BUTTON_TEXT_MAX
    assert made["value"] == value
    assert refused(actions(made)) == []


def test_a_button_carries_2000_characters_and_not_2001() -> None:
    assert button("again", "say:line", "x" * BUTTON_VALUE_MAX)["value"] == "x" * BUTTON_VALUE_MAX
    with pytest.raises(ValueError, match="at most 2000"):
        button("again", "say:line", "x" * (BUTTON_VALUE_MAX + 1))


def test_a_button_has_a_style_when_it_is_given_one() -> None:
    assert "style" not in button("stop", "say:stop", "stop")
    assert button("stop", "say:stop", "stop", style="danger")["style"] == "danger"


def test_a_row_has_at_most_25_buttons() -> None:
    row = actions(*(button("go", f"say:{number}", str(number)) for number in range(ACTIONS_MAX + 1)))
    assert [made["value"] for made in row["elements"]] == [str(number) for number in range(ACTIONS_MAX)]
    assert refused(row) == []


@given(label=contents, hint=contents, metadata=st.text(max_size=100))
def test_any_words_of_a_form_are_taken(label: str, hint: str, metadata: str) -> None:
    options = [option(label, "a"), option(hint, "b")]
    blocks = [
        field("text", label, text_input(limit=3000, multiline=True), hint=hint),
        field("one", label, select(options, initial="b"), optional=True),
        field("several", label, checks(options, initial=frozenset({"a"}))),
    ]
    assert check_view(modal("form", label, hint, label, blocks, metadata)) == []


def test_a_field_starts_with_nothing_unless_told() -> None:
    options = [option("A", "a"), option("B", "b")]
    for element in (text_input(limit=10), select(options), select(options, initial="c"), checks(options)):
        assert not any(key.startswith("initial") for key in element)
    assert select(options, initial="b")["initial_option"] == options[1]
    assert checks(options, initial=frozenset("ab"))["initial_options"] == options
    assert text_input(limit=10, initial="UTC")["initial_value"] == "UTC"


@given(text=contents, title=contents)
def test_any_notice_is_taken(text: str, title: str) -> None:
    for language in (EN, ES):
        assert check_view(notice(WORDS.for_language(language), title, escape(text))) == []


def test_an_answer_in_a_modal_keeps_its_buttons_and_where_it_was_asked() -> None:
    blocks = [section("said"), actions(button("go", "say:go", "go")), divider()]
    view = reading(WORDS.for_language(EN), blocks, "where")
    assert view["blocks"] == blocks
    assert view["private_metadata"] == "where"
    assert check_view(view) == []


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ([], 0),
        ([divider()], 0),
        ([header("four"), section("three")], 9),
        ([paragraph(said("a"), strong("bc"))], 3),
        ([bullets([[said("a")], [said("b"), faint("c")]])], 3),
        ([actions(button("go", "say:a long line", "a long line"))], 2),
        ([said("👩")], 2),
    ],
)
def test_the_length_of_a_message_is_that_of_its_texts(blocks: list[Block], count: int) -> None:
    assert characters(blocks) == count


@given(count=st.integers(-5, 10_000), total=st.integers(-5, 10_000))
def test_a_bar_has_ten_cells_and_shows_whatever_there_is(count: int, total: int) -> None:
    drawn = bar(count, total)
    assert set(drawn) <= {"▰", "▱"}
    if count <= total:
        assert len(drawn) == CELLS
    assert ("▰" in drawn) == (count > 0 and total > 0)


@pytest.mark.parametrize(
    ("count", "total", "full"), [(0, 7, 0), (1, 1000, 1), (1, 2, 5), (96, 100, 10), (7, 7, 10), (3, 0, 0)]
)
def test_a_bar_is_full_in_proportion(count: int, total: int, full: int) -> None:
    assert bar(count, total) == "▰" * full + "▱" * (CELLS - full)
