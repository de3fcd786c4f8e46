"""What Slack asks of the blocks that show figures: tables and charts."""

from typing import Final

from playground import limits
from playground.inspection import Inspection
from playground.shapes import Json

CELLS: Final = ("raw_text", "raw_number", "rich_text")
CHARTS: Final = ("pie", "bar", "area", "line")


def inspect_table(inspection: Inspection, block: Json, path: str) -> None:
    """Look over a table block."""
    rows = block.get("rows")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        inspection.fail(path, "missing required field: rows")
        return
    if len(rows) > limits.TABLE_ROWS:
        inspection.fail(f"{path}/rows", f"no more than {limits.TABLE_ROWS} items allowed")
    for index, row in enumerate(rows):
        if len(row) > limits.TABLE_COLUMNS:
            inspection.fail(f"{path}/rows/{index}", f"no more than {limits.TABLE_COLUMNS} items allowed")
        if not all(isinstance(cell, dict) and cell.get("type") in CELLS for cell in row):
            inspection.fail(f"{path}/rows/{index}", f"must be cells of type {', '.join(CELLS)}")


def inspect_chart(inspection: Inspection, block: Json, path: str) -> None:
    """Look over a data_visualization block."""
    inspection.string(block, "title", path, at_most=limits.CHART_TITLE, required=True)
    chart = block.get("chart")
    if not isinstance(chart, dict) or chart.get("type") not in CHARTS:
        inspection.fail(f"{path}/chart", f"must be a chart of type {', '.join(CHARTS)}")
    elif chart["type"] == "pie":
        _points(inspection, chart, "segments", f"{path}/chart", at_most=limits.CHART_SERIES, least=0)
    else:
        _series(inspection, chart, f"{path}/chart")


def _series(inspection: Inspection, chart: Json, path: str) -> None:
    axes = chart.get("axis_config")
    categories = axes.get("categories") if isinstance(axes, dict) else None
    if not isinstance(categories, list) or not all(isinstance(one, str) for one in categories):
        inspection.fail(f"{path}/axis_config", "missing required field: categories")
        return
    for index, category in enumerate(categories):
        inspection.string({"category": category}, "category", f"{path}/axis_config/{index}", at_most=limits.CHART_LABEL)
    for key in ("x_label", "y_label"):
        inspection.string(axes or {}, key, f"{path}/axis_config", at_most=limits.CHART_TITLE)
    names = []
    for place, series in inspection.items(chart, "series", path, at_most=limits.CHART_SERIES):
        inspection.string(series, "name", place, at_most=limits.CHART_LABEL, required=True)
        names.append(str(series.get("name")))
        labels = _points(inspection, series, "data", place, at_most=len(categories))
        if not set(labels) <= set(categories):
            inspection.fail(f"{place}/data", "labels must be among the categories of axis_config")
    if len(set(names)) < len(names):
        inspection.fail(f"{path}/series", "the names of series must be unique")


def _points(
    inspection: Inspection, owner: Json, key: str, path: str, *, at_most: int, least: float | None = None
) -> list[str]:
    """Labels with values, each more than `least`; gives the labels."""
    labels = []
    for place, point in inspection.items(owner, key, path, at_most=at_most):
        inspection.string(point, "label", place, at_most=limits.CHART_LABEL, required=True)
        labels.append(str(point.get("label")))
        value = point.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float):
            inspection.fail(f"{place}/value", "must be a number")
        elif least is not None and value <= least:
            inspection.fail(f"{place}/value", f"must be greater than {least:g}")
    return labels
