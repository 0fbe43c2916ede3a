"""One chart of every type, and a table with two pages."""

from tests.browser.shapes import Json

STATUSES = ["Open", "Done"]


def series(name: str, *values: float) -> Json:
    points = [{"label": label, "value": value} for label, value in zip(STATUSES, values, strict=True)]
    return {"name": name, "data": points}


def chart(kind: str, title: str, **more: object) -> Json:
    return {"type": "data_visualization", "title": title, "chart": {"type": kind, **more}}


def axes_chart(kind: str, title: str) -> Json:
    axis = {"categories": STATUSES, "x_label": "Status", "y_label": "Recommendations"}
    return chart(
        kind, title, series=[series("Mexico", 3, 1.5), series("United States", 2, 1200)], axis_config=axis
    )


CHARTS = [
    chart("pie", "Status", segments=[{"label": "Open", "value": 3}, {"label": "Done", "value": 1}]),
    axes_chart("bar", "By country"),
    axes_chart("line", "Over time"),
    axes_chart("area", "Altogether"),
]


def text(value: str) -> Json:
    return {"type": "raw_text", "text": value}


def _row(ref: str, done: int) -> list[Json]:
    return [text(ref), {"type": "raw_number", "value": done, "text": f"{done} %"}]


DATA_TABLE: Json = {
    "type": "data_table",
    "caption": "Register",
    "page_size": 2,
    "rows": [[text("Ref"), text("Progress")], _row("R-1", 40), _row("R-2", 5), _row("R-3", 75)],
}
