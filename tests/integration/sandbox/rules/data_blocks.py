"""Rules of tables, charts, markdown, alerts and cards."""

from bot.sandbox.validator import Rule
from tests.integration.sandbox.rules.figures import Json, Pair, block, figures, modal_block
from tests.unit.bot.sandbox.validator import builders as b


def pies(count: int) -> Json:
    return b.pie(*[b.point(f"L{n}") for n in range(count)])


ROWS = (
    figures(
        "table",
        "100 rows, 20 columns, one table a message",
        block(Rule.TABLE_ROWS_MAX, b.table(*[b.row()] * 100), b.table(*[b.row()] * 101)),
        block(Rule.TABLE_COLUMNS_MAX, b.table(b.row(20)), b.table(b.row(21))),
        Pair(
            "message",
            Rule.TABLE_PER_MESSAGE_MAX,
            b.message(b.table(), b.section()),
            b.message(b.table(), b.table()),
        ),
    ),
    figures(
        "data_table",
        "header + 1 to 100 rows, 20 columns, `caption` required, `page_size` 1 to 100; header cells "
        "are raw_text",
        block(Rule.DATATABLE_ROWS_MAX, b.data_table(*[b.row()] * 101), b.data_table(*[b.row()] * 102)),
        block(Rule.DATATABLE_ROWS_MIN, b.data_table(*[b.row()] * 2), b.data_table(b.row())),
        block(
            Rule.DATATABLE_COLUMNS_MAX,
            b.data_table(b.row(20), b.row(20)),
            b.data_table(b.row(21), b.row(21)),
        ),
        block(Rule.DATATABLE_CAPTION_REQUIRED, b.data_table(), b.without(b.data_table(), "caption")),
        block(Rule.DATATABLE_PAGE_SIZE, b.data_table(page_size=100), b.data_table(page_size=101)),
        block(Rule.DATATABLE_PAGE_SIZE, b.data_table(page_size=1), b.data_table(page_size=0)),
        block(
            Rule.DATATABLE_HEADER_RAW_TEXT,
            b.data_table(b.row(), [b.element("raw_number", value=1, text="1")]),
            b.data_table([b.element("raw_number", value=1, text="1")], b.row()),
        ),
    ),
    figures(
        "data_visualization (June 2026)",
        "at most 2 a message; title 50; pie, bar, area, line; at most 6 segments or series; labels match the "
        "axis categories; messages only",
        Pair("message", Rule.CHART_PER_MESSAGE_MAX, b.message(*[b.pie()] * 2), b.message(*[b.pie()] * 3)),
        block(Rule.CHART_TITLE_MAX, b.pie(title=b.letters(50)), b.pie(title=b.letters(51))),
        block(
            Rule.CHART_TYPE,
            b.pie(),
            {**b.pie(), "chart": {"type": "radar", "segments": [b.point()]}},
        ),
        block(Rule.CHART_SEGMENTS_MAX, pies(6), pies(7)),
        block(
            Rule.CHART_SERIES_MAX,
            b.bars(*[b.series(name=f"S{n}") for n in range(6)]),
            b.bars(*[b.series(name=f"S{n}") for n in range(7)]),
        ),
        block(Rule.CHART_LABELS_MATCH, b.bars(b.series("A")), b.bars(b.series("B"))),
        Pair("modal", Rule.CHART_MESSAGE_ONLY, b.modal(b.section()), b.modal(b.pie())),
        Pair("home", Rule.CHART_MESSAGE_ONLY, b.home(b.section()), b.home(b.pie())),
    ),
    figures(
        "markdown block",
        "12,000 characters cumulative",
        Pair(
            "message",
            Rule.MARKDOWN_PER_MESSAGE_MAX,
            b.message(*[b.element("markdown", text=b.letters(6000))] * 2),
            b.message(*[b.element("markdown", text=b.letters(n)) for n in (6000, 6001)]),
        ),
    ),
    figures(
        "alert",
        "modals only · container, carousel: not in modals · card: title 150, subtitle 150, body 200",
        Pair("message", Rule.ALERT_MODAL_ONLY, b.message(b.section()), b.message(b.alert())),
        modal_block(Rule.CONTAINER_NOT_IN_MODAL, b.alert(), b.container()),
        modal_block(Rule.CAROUSEL_NOT_IN_MODAL, b.section(), b.carousel(b.card())),
        *(
            block(rule, b.card(**{key: b.plain(b.letters(n))}), b.card(**{key: b.plain(b.letters(n + 1))}))
            for key, n, rule in (
                ("title", 150, Rule.CARD_TITLE_MAX),
                ("subtitle", 150, Rule.CARD_SUBTITLE_MAX),
                ("body", 200, Rule.CARD_BODY_MAX),
            )
        ),
    ),
)
