"""Fresh identifiers in the forms that Slack gives them."""

import secrets


def identifier(prefix: str) -> str:
    """Such as `V0A1B2C3D4E`: a letter or two and eleven characters."""
    return f"{prefix}0{secrets.token_hex(5).upper()}"


def short_identifier() -> str:
    """Five characters: what Slack gives blocks and elements that the app left unnamed."""
    return secrets.token_urlsafe(4)[:5]
