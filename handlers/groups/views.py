"""The forms of `setup`, and what is said when they are done."""

from __future__ import annotations

from collections.abc import Sequence

from domain.group import Group, Sector
from domain.language import Language, Names
from domain.text import NAME_MAX, TEXT_MAX
from domain.usecases.groups import ChannelBound
from handlers.parts.blocks import section
from handlers.parts.modals import View, checks, field, modal, notice, option, select, text_input
from handlers.parts.naming import group_name, scope_name
from handlers.words.slack_text import escape
from handlers.words.translator import Translator

NEW = "new"
ALL_THEMES = "-"
"""Values of options that are no group and no theme; keys of themes are never a lone dash."""

CHOOSE, FOUND, BIND = "setup-choose", "setup-found", "setup-bind"


def choose_view(
    t: Translator, groups: Sequence[tuple[int, Names]], metadata: str, *, may_found: bool
) -> View:
    """Step one: which group the channel is to belong to."""
    options = [option(names.in_language(t.language), str(number)) for number, names in groups]
    if may_found:
        options.append(option(t("setup-new-group"), NEW))
    blocks = [section(t("setup-choose-intro")), field("group", t("field-group"), select(options))]
    return modal(CHOOSE, t("setup-title"), t("button-next"), t("button-cancel"), blocks, metadata)


def bind_view(t: Translator, group: Group, theme: str | None, metadata: str) -> View:
    """Step two: which theme of the group the channel is about."""
    options = [option(t("theme-all"), ALL_THEMES)]
    options += [option(each.names.in_language(t.language), each.key) for each in group.themes]
    blocks = [
        section(t("setup-bind-intro", group=escape(group_name(t, group)))),
        field("theme", t("field-theme"), select(options, initial=theme or ALL_THEMES)),
    ]
    return modal(BIND, t("setup-title"), t("button-save"), t("button-cancel"), blocks, metadata)


def found_view(t: Translator, zone: str, metadata: str) -> View:
    """A new group."""
    languages = [option(t(f"language-{language.value}"), language.value) for language in Language]
    sectors = [option(t(f"sector-{sector.value}"), sector.value) for sector in Sector]
    blocks = [
        section(t("setup-found-intro")),
        field("name_en", t("field-name-en"), text_input(limit=NAME_MAX), optional=True),
        field("name_es", t("field-name-es"), text_input(limit=NAME_MAX), optional=True),
        field(
            "themes",
            t("field-themes"),
            text_input(limit=TEXT_MAX, multiline=True),
            hint=t("field-themes-hint"),
        ),
        field("countries", t("field-countries"), text_input(limit=NAME_MAX), hint=t("field-countries-hint")),
        field("sectors", t("field-sectors"), checks(sectors, initial=frozenset(Sector))),
        field("languages", t("field-languages"), checks(languages, initial=frozenset(Language))),
        field("zone", t("field-zone"), text_input(limit=NAME_MAX, initial=zone), hint=t("field-zone-hint")),
        section(t("setup-found-you")),
        field("organisation", t("field-organisation"), text_input(limit=NAME_MAX)),
        field("sector", t("field-sector"), select(sectors)),
        field("country", t("field-country"), text_input(limit=NAME_MAX)),
    ]
    return modal(FOUND, t("setup-title"), t("button-found"), t("button-cancel"), blocks, metadata)


def done_view(t: Translator, bound: ChannelBound) -> View:
    """What the channel belongs to now, and what one can do next. Other groups are named to their members."""
    group = escape(group_name(t, bound.group))
    if bound.binding is None:
        return notice(t, t("setup-title"), t("setup-founded", group=group))
    if bound.binding.group != bound.group.id:
        return notice(t, t("setup-title"), _kept(t, group, bound.holder))
    theme = escape(scope_name(t, bound.group, bound.binding.theme))
    said = [t("setup-bound", group=group, theme=theme)]
    if bound.stopped:
        said.append(t("setup-digests-stopped", count=bound.stopped))
    return notice(t, t("setup-title"), " ".join(said))


def _kept(t: Translator, group: str, holder: Group | None) -> str:
    """The group stands, but the channel belongs to another one."""
    if holder is None:
        return t("setup-founded-elsewhere", group=group)
    return t("setup-founded-kept", group=group, holder=escape(group_name(t, holder)))
