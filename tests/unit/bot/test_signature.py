"""What Slack signed is taken, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.signature import SignatureVerifier

from bot.signature import TOLERANCE_SECONDS, signed_by_slack

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
STAMP = str(int(NOW.timestamp()))
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
BODY = b"command=%2Fwg&text=note"

secrets = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=64).filter(str.strip)
bodies = st.binary(max_size=300)


def sign(body: bytes = BODY, secret: str = SECRET, stamp: str = STAMP) -> str:
    base = b"v0:" + stamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


@given(body=bodies, secret=secrets)
def test_any_body_signed_with_any_secret_is_taken(body: bytes, secret: str) -> None:
    assert signed_by_slack(secret, STAMP, sign(body, secret), body, NOW)


@given(text=st.text(st.characters(exclude_categories=["Cs"])), secret=secrets)
def test_what_slacks_own_library_signs_is_taken(text: str, secret: str) -> None:
    signature = SignatureVerifier(secret).generate_signature(timestamp=STAMP, body=text)
    assert signature is not None
    assert signed_by_slack(secret, STAMP, signature, text.encode(), NOW)


@given(body=st.binary(min_size=1, max_size=300), data=st.data())
def test_a_body_with_any_byte_flipped_is_refused(body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body) - 1))
    flipped = bytearray(body)
    flipped[at] ^= data.draw(st.integers(1, 255))
    assert not signed_by_slack(SECRET, STAMP, sign(body), bytes(flipped), NOW)


@given(at=st.integers(0, 66), character=st.characters(codec="utf-8"))
def test_a_signature_with_any_character_changed_is_refused(at: int, character: str) -> None:
    right = sign()
    wrong = right[:at] + character + right[at + 1 :]
    assert signed_by_slack(SECRET, STAMP, wrong, BODY, NOW) is (wrong == right)


@given(secret=secrets.filter(lambda secret: secret != SECRET))
def test_another_secret_is_refused(secret: str) -> None:
    assert not signed_by_slack(SECRET, STAMP, sign(secret=secret), BODY, NOW)


@pytest.mark.parametrize(
    ("away", "fresh"),
    [
        (0, True),
        (TOLERANCE_SECONDS, True),
        (-TOLERANCE_SECONDS, True),
        (TOLERANCE_SECONDS + 1, False),
        (-TOLERANCE_SECONDS - 1, False),
    ],
)
def test_a_timestamp_counts_for_five_minutes_both_ways(away: int, *, fresh: bool) -> None:
    now = NOW + timedelta(seconds=away)
    assert signed_by_slack(SECRET, STAMP, sign(), BODY, now) is fresh


def test_the_timestamp_is_signed_too() -> None:
    later = str(int(STAMP) + 1)
    assert not signed_by_slack(SECRET, later, sign(), BODY, NOW)


MALFORMED_STAMPS = [
    None,
    "",
    " ",
    "now",
    f"{STAMP}.0",
    f"-{STAMP}",
    f"+{STAMP}",
    f" {STAMP}",
    f"{STAMP} ",
    f"{STAMP}\n",
    "1_764_000_000",
    "0x6925",
    "1e9",
    "nan",
    "inf",
    "".join(chr(0x0660 + int(digit)) for digit in STAMP),
    "²" * 10,
    "9" * 400,
    "9" * 5000,
    STAMP + "\x00",
    "\udcff" * 10,
]


@pytest.mark.parametrize("stamp", MALFORMED_STAMPS, ids=lambda stamp: ascii(stamp)[:20])
def test_a_malformed_timestamp_is_refused_and_raises_nothing(stamp: str | None) -> None:
    signature = sign(stamp=stamp) if stamp is not None and stamp.isprintable() else sign()
    assert not signed_by_slack(SECRET, stamp, signature, BODY, NOW)


MALFORMED_SIGNATURES = [
    None,
    "",
    "v0=",
    "v0",
    "=",
    sign().removeprefix("v0="),
    sign().replace("v0=", "v1="),
    sign().upper(),
    sign() + "0",
    sign()[:-1],
    f" {sign()}",
    f"{sign()} ",
    f"{sign()}, {sign()}",
    sign() + "\x00",
    "v0=" + "ñ" * 64,
    "v0=" + "\udcff" * 64,
    "v0=" + "\ud800" * 64,
    "\U0001f50f",
]


@pytest.mark.parametrize("signature", MALFORMED_SIGNATURES, ids=lambda signature: ascii(signature)[:20])
def test_a_malformed_signature_is_refused_and_raises_nothing(signature: str | None) -> None:
    assert not signed_by_slack(SECRET, STAMP, signature, BODY, NOW)
