"""What Slack makes of typed text."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import encode_command, encode_message, escape, mentions_user, rich_text, unescape


@dataclass
class Names:
    users: dict[str, str] = field(default_factory=lambda: {"lead-infra": "U1", "member.jalisco": "U2"})
    channels: dict[str, str] = field(default_factory=lambda: {"general": "C1", "méxico": "C2"})
    broadcasts: bool = True

    def user_id(self, handle: str) -> str | None:
        return self.users.get(handle.lower())

    def channel_id(self, name: str) -> str | None:
        return self.channels.get(name)

    def may_broadcast(self) -> bool:
        return self.broadcasts


NAMES = Names()


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("", ""),
        ("  note x ", "note x"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("action @lead-infra call", "action <@U1|lead-infra> call"),
        ("ask @Lead-Infra", "ask <@U1|Lead-Infra>"),
        ("with @member.jalisco.", "with <@U2|member.jalisco>."),
        ("(@lead-infra)", "(<@U1|lead-infra>)"),
        ("@nobody stays", "@nobody stays"),
        ("in #general, #méxico", "in <#C1|general>, <#C2|méxico>"),
        ("#unknown stays", "#unknown stays"),
        ("mail lead@lead-infra.org", "mail lead@lead-infra.org"),
        ("https://example.org/#general?u=@lead-infra", "https://example.org/#general?u=@lead-infra"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        ("<@U1> by hand", "&lt;@U1&gt; by hand"),
        ("one\ntwo", "one\ntwo"),
        ("due <!channel>", "due &lt;!channel&gt;"),
        ("@here", "@here"),
    ],
)
def test_a_command_is_encoded_as_slack_sends_it(typed: str, sent: str) -> None:
    assert encode_command(typed, NAMES) == sent


def test_without_escaping_names_stay_as_typed() -> None:
    assert encode_command("@lead-infra < #general", NAMES, mentions=False) == "@lead-infra &lt; #general"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("@lead-infra: look", "<@U1>: look"),
        ("#general", "<#C1|general>"),
        ("@here and @channel", "<!here> and <!channel>"),
        ("see https://example.org/a.", "see <https://example.org/a>."),
        ("(https://example.org/?a=1&b=2)", "(<https://example.org/?a=1&amp;b=2>)"),
        ("write to a@b.org", "write to <mailto:a@b.org|a@b.org>"),
        ("`@lead-infra <x>` @lead-infra", "`@lead-infra &lt;x&gt;` <@U1>"),
        ("```\n#general\n``` #general", "```\n#general\n``` <#C1|general>"),
        ("<@U1>", "&lt;@U1&gt;"),
    ],
)
def test_a_message_is_encoded_as_slack_keeps_it(typed: str, kept: str) -> None:
    assert encode_message(typed, NAMES) == kept


def test_rich_text_names_what_is_mentioned() -> None:
    block = rich_text("hi <@U1> in <#C1|general> &amp; <!here> <https://a.org|A>")

    assert block["elements"][0]["elements"] == [
        {"type": "text", "text": "hi "},
        {"type": "user", "user_id": "U1"},
        {"type": "text", "text": " in "},
        {"type": "channel", "channel_id": "C1"},
        {"type": "text", "text": " & "},
        {"type": "broadcast", "range": "here"},
        {"type": "text", "text": " "},
        {"type": "link", "url": "https://a.org", "text": "A"},
    ]


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [("<@U1> hi", True), ("<@U1|lead>", True), ("<@U11>", False), ("&lt;@U1&gt;", False)],
)
def test_a_mention_is_of_one_user(text: str, *, mentioned: bool) -> None:
    assert mentions_user(text, "U1") is mentioned


@given(st.text())
def test_escaping_is_taken_back(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text(alphabet="ab@#<>&|.-_ /:`\n"))
def test_nothing_typed_becomes_an_entity_unless_it_names_somebody(text: str) -> None:
    nobody = Names(users={}, channels={})

    assert unescape(encode_command(text, nobody)) == text.strip()
    assert "<@" not in encode_message(text, nobody)
    assert "<#" not in encode_message(text, nobody)


def test_what_somebody_may_not_announce_to_all_stays_text() -> None:
    assert encode_message("@channel", Names(broadcasts=False)) == "@channel"
    assert encode_message("@channel", Names()) == "<!channel>"
