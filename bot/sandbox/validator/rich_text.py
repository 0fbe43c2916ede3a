"""The rich_text block: sections, lists, quotes and preformatted text, and what stands in them.

Source: reference/block-kit/blocks/rich-text-block and the pages of its elements. Elements that only Slack's
own client composes (canvas, work object and workflow mentions and the like) are not known here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.validator import limits
from bot.sandbox.validator.rules import Rule
from bot.sandbox.validator.specs import (
    Boolean,
    Field,
    Integer,
    ListOf,
    Record,
    Spec,
    String,
    Tagged,
    optional,
    required,
    typed,
)

_WORD = required(String(empty=Rule.FIELD_EMPTY))

_TEXT_STYLE = optional(
    Record(fields={name: optional(Boolean()) for name in ("bold", "italic", "strike", "code", "underline")})
)
_MENTION_STYLE = optional(
    Record(
        fields={
            name: optional(Boolean())
            for name in ("bold", "italic", "strike", "highlight", "client_highlight", "unlink")
        }
    )
)


def _inline(kind: str, style: Field = _TEXT_STYLE, **fields: Field) -> Record:
    return Record(fields={"type": typed(kind), **fields, "style": style})


_INLINE: Mapping[str, Spec] = MappingProxyType(
    {
        "text": _inline("text", text=required(String(empty=Rule.RICH_TEXT_EMPTY))),
        "link": _inline("link", url=_WORD, text=optional(String()), unsafe=optional(Boolean())),
        "emoji": _inline(
            "emoji", name=_WORD, unicode=optional(String()), skin_tone=optional(Integer(minimum=1))
        ),
        "user": _inline("user", _MENTION_STYLE, user_id=_WORD),
        "usergroup": _inline("usergroup", _MENTION_STYLE, usergroup_id=_WORD),
        "channel": _inline("channel", _MENTION_STYLE, channel_id=_WORD),
        "team": _inline("team", team_id=_WORD),
        "broadcast": _inline(
            "broadcast",
            range=required(
                String(choices=("here", "channel", "everyone"), mismatch=Rule.RICH_TEXT_BROADCAST)
            ),
        ),
        "color": _inline("color", value=_WORD),
        "date": _inline(
            "date",
            timestamp=required(Integer()),
            format=_WORD,
            url=optional(String()),
            fallback=optional(String()),
        ),
    }
)


def _inlines(allowed: frozenset[str] | None = None) -> Field:
    return required(
        ListOf(
            item=Tagged(
                catalogue=_INLINE,
                unknown=Rule.RICH_TEXT_ELEMENT_UNKNOWN,
                misplaced=Rule.RICH_TEXT_ELEMENT_MISPLACED,
                allowed=allowed,
            ),
            minimum=0,
        )
    )


_BORDER = optional(Integer(minimum=0, maximum=1))
_SECTION = Record(fields={"type": typed("rich_text_section"), "elements": _inlines()})

_PARTS: Mapping[str, Spec] = MappingProxyType(
    {
        "rich_text_section": _SECTION,
        "rich_text_list": Record(
            fields={
                "type": typed("rich_text_list"),
                "style": required(String(choices=("bullet", "ordered"), mismatch=Rule.RICH_TEXT_LIST_STYLE)),
                "elements": required(
                    ListOf(
                        item=Tagged(
                            catalogue={"rich_text_section": _SECTION},
                            unknown=Rule.RICH_TEXT_ELEMENT_MISPLACED,
                            misplaced=Rule.RICH_TEXT_ELEMENT_MISPLACED,
                        )
                    )
                ),
                "indent": optional(
                    Integer(
                        minimum=0, maximum=limits.RICH_TEXT_INDENT_MAX, outside=Rule.RICH_TEXT_LIST_INDENT
                    )
                ),
                "offset": optional(Integer(minimum=0)),
                "border": _BORDER,
            }
        ),
        "rich_text_preformatted": Record(
            fields={
                "type": typed("rich_text_preformatted"),
                "elements": _inlines(frozenset({"text", "link"})),
                "border": _BORDER,
                "language": optional(String()),
            }
        ),
        "rich_text_quote": Record(
            fields={"type": typed("rich_text_quote"), "elements": _inlines(), "border": _BORDER}
        ),
    }
)


def rich_text(**identity: Field) -> Record:
    """A rich_text object; `identity` is the block_id where it stands as a block or as a cell."""
    return Record(
        fields={
            "type": typed("rich_text"),
            **identity,
            "elements": required(
                ListOf(
                    item=Tagged(
                        catalogue=_PARTS,
                        unknown=Rule.RICH_TEXT_ELEMENT_UNKNOWN,
                        misplaced=Rule.RICH_TEXT_ELEMENT_MISPLACED,
                    ),
                    minimum=0,
                )
            ),
        }
    )
