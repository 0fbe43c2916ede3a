"""Requests as Slack would send them, each its own."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bot.envelopes import is_command
from bot.signature import signed_by_slack
from tests.bench.groups import CHANNELS, PEOPLE, SECRET
from tests.bench.typed import STATUSES, Typist, Verb
from tests.fakes.scene import FOUNDED_AT
from tests.fakes.time import ManualClock

REQUESTS = 48


def typed(path: Path, verb: Verb, groups: int) -> list[dict[str, str]]:
    """The fields of each request; every one is signed by Slack and a command."""
    Typist(ManualClock(FOUNDED_AT), count(1)).write(path, verb, groups, REQUESTS)
    found: list[dict[str, str]] = []
    for line in path.read_text("ascii").splitlines():
        timestamp, signature, body = line.split(" ")
        assert signed_by_slack(SECRET, timestamp, signature, body.encode(), FOUNDED_AT)
        found.append({name: values[0] for name, values in parse_qs(body).items()})
    assert all(is_command(fields) for fields in found)
    assert len({fields["trigger_id"] for fields in found}) == REQUESTS
    return found


def test_no_two_notes_say_the_same(tmp_path: Path) -> None:
    texts = {fields["text"] for fields in typed(tmp_path / "requests", Verb.NOTE, 16)}
    assert len(texts) == REQUESTS
    assert all(text.startswith("note line ") for text in texts)


@pytest.mark.parametrize("groups", [1, 16])
def test_everybody_types_in_their_group(tmp_path: Path, groups: int) -> None:
    found = typed(tmp_path / "requests", Verb.STATUS, groups)
    assert {fields["text"] for fields in found} == {"status"}
    assert {fields["user_id"] for fields in found} == set(PEOPLE)
    assert {fields["channel_id"] for fields in found} == set(CHANNELS[:groups])


def test_in_a_mixed_load_everybody_types_both(tmp_path: Path) -> None:
    found = typed(tmp_path / "requests", Verb.MIXED, 16)
    notes = [fields["text"] for fields in found if fields["text"].startswith("note line ")]
    assert len(notes) == REQUESTS // (1 + STATUSES)
    assert {fields["text"] for fields in found} == {"status", *notes}
