"""Forms, declared once: each field says how it is asked and what it is read as.

    class NoteForm(Form):
        text: Annotated[str, Asked("field-text", Words(multiline=True), refusals=TEXT)]
        theme: Annotated[str | None, Asked("field-theme", Search(source="themes"))] = None

makes the blocks, reads what comes back, and knows beside which field a refusal is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from domain.refusal import Refusal, RefusalCode
from handlers.interaction import FieldValue
from handlers.parts.blocks import Block, section
from handlers.parts.modals import View, field, modal
from handlers.parts.widgets import Search, Setting, Widget, Words, words_for

Entered: TypeAlias = Mapping[str, FieldValue]
"""What stands in the fields of a form, by name; a field that is not shown is not there."""

Condition: TypeAlias = Callable[[Setting, Entered], bool]


class FieldsWrong(Exception):  # noqa: N818 - an answer to the person, not a malfunction
    """Fields that are empty or hold what they cannot; the message of each by the field's name."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__(", ".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class Asked:
    """How a field is asked. `label` and `hint` are messages; a hint of its own for some items is worded.

    `wakes`: what else is asked depends on it. `when`: shown only then. `needed`: must be filled in then,
    where the model itself does not say so. `refusals` are told beside it. `above` is a message that
    stands over it.
    """

    label: str
    widget: Widget
    hint: str | Callable[[Setting], str] | None = None
    wakes: bool = False
    when: Condition | None = None
    needed: Condition | None = None
    refusals: frozenset[RefusalCode] = frozenset()
    above: str | None = None


class Form(BaseModel):
    """What was entered, checked. Fields are declared with `Annotated[TYPE, Asked(…)]`."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)
    _emptied: frozenset[str] = PrivateAttr(default=frozenset())

    @classmethod
    def asked(cls) -> Iterator[tuple[str, Asked]]:
        """The fields in their order."""
        for name, info in cls.model_fields.items():
            yield from ((name, one) for one in info.metadata if isinstance(one, Asked))

    @classmethod
    def shown(cls, setting: Setting, entered: Entered) -> Iterator[tuple[str, Asked]]:
        """Those that are asked now."""
        for name, asked in cls.asked():
            if asked.when is None or asked.when(setting, entered):
                yield name, asked

    @classmethod
    def blocks(cls, setting: Setting, entered: Entered) -> list[Block]:
        """The fields that are asked now, with what stands in them."""
        made: list[Block] = []
        for name, asked in cls.shown(setting, entered):
            if asked.above is not None:
                made.append(section(setting.t(asked.above)))
            made.append(cls._block(name, asked, setting, entered))
        return made

    @classmethod
    def read(cls, setting: Setting, entered: Entered) -> Self:
        """The form; what was not asked counts for nothing. Raises FieldsWrong with messages in words."""
        values = {name: _sound(value) for name, value in entered.items() if _is_given(value) or value == ()}
        shown = dict(cls.shown(setting, entered))
        empty = [
            name
            for name in shown
            if not _is_given(entered.get(name)) and cls._is_needed(name, setting, entered)
        ]
        if empty:
            raise FieldsWrong(dict.fromkeys(empty, setting.t("field-needed")))
        try:
            form = cls.model_validate({name: values[name] for name in shown if name in values})
        except ValidationError as error:
            wrong = {str(problem["loc"][0]): setting.t("field-wrong") for problem in error.errors()}
            raise FieldsWrong(wrong) from error
        form._emptied = frozenset(name for name in shown if not _is_given(entered.get(name)))  # noqa: SLF001 - its own
        return form

    def emptied(self, name: str) -> bool:
        """Whether the field was asked, and nothing stands in it."""
        return name in self._emptied

    @classmethod
    def field_of(cls, refusal: Refusal, shown: Sequence[str]) -> str | None:
        """Beside which of the fields that are shown a refusal is told."""
        named = refusal.facts.get("field")
        if isinstance(named, str) and named in shown:
            return named
        return next(
            (name for name, asked in cls.asked() if refusal.code in asked.refusals and name in shown), None
        )

    @classmethod
    def written(cls, entered: Entered) -> str | None:
        """The first field of long text in which something stands: somebody's work, not to be lost."""
        return next(
            (
                name
                for name, asked in cls.asked()
                if isinstance(asked.widget, Words) and asked.widget.multiline and _is_given(entered.get(name))
            ),
            None,
        )

    @classmethod
    def differences(cls, setting: Setting, entered: Entered, present: Entered) -> list[tuple[str, str]]:
        """The label of each field in which something else was entered than is there now, and what that is."""
        return [
            (setting.t(asked.label), words_for(asked.widget, setting, present[name]))
            for name, asked in cls.shown(setting, entered)
            if name in present and _same(entered.get(name)) != _same(present[name])
        ]

    @classmethod
    def source(cls, name: str) -> str | None:
        """Among what a field of this name searches."""
        widget = next((asked.widget for known, asked in cls.asked() if known == name), None)
        return widget.source if isinstance(widget, Search) else None

    @classmethod
    def _is_needed(cls, name: str, setting: Setting, entered: Entered) -> bool:
        asked = dict(cls.asked())[name]
        return cls.model_fields[name].is_required() or (
            asked.needed is not None and asked.needed(setting, entered)
        )

    @classmethod
    def _block(cls, name: str, asked: Asked, setting: Setting, entered: Entered) -> Block:
        t = setting.t
        made = field(
            name,
            t(asked.label),
            asked.widget.element(setting, entered.get(name)),
            hint=t(asked.hint) if isinstance(asked.hint, str) else asked.hint and asked.hint(setting),
            optional=not cls._is_needed(name, setting, entered),
        )
        return made | ({"dispatch_action": True} if asked.wakes else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the fields: `title` and `submit` are messages, `lead` blocks above the fields."""

    callback: str
    title: str
    submit: str = "button-save"
    lead: Sequence[Block] = ()


def form_view(model: type[Form], frame: Frame, setting: Setting, entered: Entered, metadata: str) -> View:
    """The form with what stands in it so far."""
    t = setting.t
    blocks = [*frame.lead, *model.blocks(setting, entered)]
    return modal(frame.callback, t(frame.title), t(frame.submit), t("button-cancel"), blocks, metadata)


def _sound(value: FieldValue) -> FieldValue:
    """Without lone surrogates, which no text may hold: what else is wrong in a text, the domain knows."""
    if isinstance(value, str):
        return value.encode("utf-8", "ignore").decode("utf-8")
    return None if value is None else tuple(one.encode("utf-8", "ignore").decode("utf-8") for one in value)


def _same(value: FieldValue) -> frozenset[str]:
    """Equal for values that mean the same: in another order, or nothing in another way."""
    values = (value.strip(),) if isinstance(value, str) else value or ()
    return frozenset(filter(None, values))


def _is_given(value: FieldValue) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)
