"""Signatures as an app checks them."""

from slack_sdk.signature import Clock, SignatureVerifier

from bot.sandbox.signing import signature, signed_headers


class Standing(Clock):
    def now(self) -> float:
        return 1_700_000_000.0


def verifier(secret: str) -> SignatureVerifier:
    return SignatureVerifier(secret, Standing())


def test_slack_sdk_accepts_what_is_signed() -> None:
    body = "payload=%7B%22a%22%3A%22ñ%22%7D".encode()
    headers = signed_headers("secret", 1_700_000_000, body)

    assert verifier("secret").is_valid_request(body, headers)


def test_another_secret_body_or_time_is_not_accepted() -> None:
    headers = signed_headers("secret", 1_700_000_000, b"a")

    assert not verifier("other").is_valid_request(b"a", headers)
    assert not verifier("secret").is_valid_request(b"b", headers)
    assert not verifier("secret").is_valid_request(b"a", signed_headers("secret", 1_699_999_000, b"a"))


def test_a_signature_names_its_version() -> None:
    assert signature("secret", 0, b"").startswith("v0=")
