"""What a mention or a direct message says to the bot."""

from __future__ import annotations

import pytest

from handlers.desk.hearing import Saying, saying_of


def said(text: str) -> Saying:
    event = {
        "type": "app_mention",
        "channel": "C1",
        "user": "U1",
        "text": text,
        "ts": "2.0",
        "thread_ts": "1.0",
    }
    found = saying_of({"team_id": "T1", "event": event}, "UBOT")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("<@UBOT> note said", False),
        ("<@UBOT> note said\n#action send it", True),
        ("<@UBOT> #note said", True),
        ("#decision first\n<@UBOT> obstacle no map", True),
        ("&gt; #decision first\n<@UBOT> obstacle no map", False),
    ],
)
def test_a_message_with_a_line_for_the_scribe_is_told_from_others(text: str, is_marked: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert said(text).marked is is_marked


def test_other_mentions_of_the_bot_are_no_words_of_what_is_said() -> None:
    assert said("<@UBOT> note ask <@UBOT> or <@U2>").line == "note ask or <@U2>"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<@UBOT> note ramp closed :construction:", "note ramp closed :construction:"),
        ("<@UBOT>: note ramp &lt;closed&gt;", "note ramp &lt;closed&gt;"),
        ("<@UBOT> nota falta ver: ", "nota falta ver:"),
        ("<@UBOT> :wave: note ramp closed", ":wave: note ramp closed"),
        (":memo: nota la rampa :tada:", ":memo: nota la rampa :tada:"),
        ("<@UBOT>, :wave: <@UBOT>: hi", ":wave:: hi"),
        ("<@UBOT> - status", "status"),
    ],
)
def test_nothing_of_a_line_is_cut_off_at_its_ends(text: str, line: str) -> None:
    assert said(text).line == line
