"""The words of attachments; their blocks are those of the message.

Source: reference/messaging/attachments; types also from @slack/types 2.16 (MessageAttachment). They are
older than Slack's strictness: keys that are not known here pass, and null stands for nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import Boolean, ListOf, Nullable, Place, Spec, String
from bot.sandbox.validator.violations import Violation


@dataclass(frozen=True, slots=True)
class Known:
    """An object of which some keys are known, and any other passes."""

    specs: Mapping[str, Spec]

    def check(self, value: object, place: Place) -> Iterator[Violation]:
        if not isinstance(value, dict):
            yield place.violation(Rule.FIELD_TYPE, "must provide an object")
            return
        for key in self.specs.keys() & value.keys():
            yield from self.specs[key].check(value[key], place.at(key))


_WORDS = Nullable(String())
_FIELD = Known(MappingProxyType({"title": _WORDS, "value": _WORDS, "short": Nullable(Boolean())}))
_TEXTS = (
    *("fallback", "color", "pretext", "title", "title_link", "text", "footer", "footer_icon"),
    *("author_name", "author_subname", "author_link", "author_icon", "image_url", "thumb_url"),
)

#: One attachment of a message.
ATTACHMENT: Spec = Known(
    MappingProxyType({**dict.fromkeys(_TEXTS, _WORDS), "fields": Nullable(ListOf(item=_FIELD, minimum=0))})
)
