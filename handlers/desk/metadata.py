"""What a modal remembers between opening and submitting: where it came from, and nothing that is trusted."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.language import Language
from handlers.parts.group_numbers import GROUP_MAX

PRIVATE_METADATA_MAX = 3000
"""Characters (docs.slack.dev, views: private_metadata)."""


class Metadata(BaseModel):
    """Kept in `private_metadata`. The channel and group are authorised again when the form comes back."""

    model_config = ConfigDict(frozen=True)

    channel: str | None = None
    group: int | None = Field(default=None, ge=1, le=GROUP_MAX)
    language: Language = Language.ENGLISH
    home: bool = False
    """Whether it was opened from the Home tab, which then shows what came of it."""
    subject: str | None = None
    """The item that the form is about, as `R-2`, and the version of it that was shown."""
    version: int | None = None
    person: str | None = None
    """The member that the form is about (user id), and what tells whether they changed since."""
    seen: str | None = None
    spoken: Language | None = None
    """The language of the verb that opened it, where it is not the person's: of a text that shows none."""
    source: str | None = None
    """The address of the message that is recorded."""
    length: int | None = None
    """Characters of that message, where it is longer than a record."""

    @classmethod
    def read(cls, text: str) -> Metadata:
        """What `write` wrote; empty for anything else, so that the use case decides."""
        try:
            return cls.model_validate_json(text)
        except ValidationError:
            return cls()

    def write(self) -> str:
        """For `private_metadata`."""
        return self.model_dump_json(exclude_none=True, exclude=set() if self.home else {"home"})
