"""The blocks that show figures, in messages alone: a table and a chart.

https://docs.slack.dev/reference/block-kit/blocks/table-block and .../data-visualization-block
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from slack_sdk.models.blocks import TableBlock, TableBlockColumnSettings

from views.blocks import Block
from views.markup import shorten

CHART_TITLE, CHART_LABEL = 50, 20

_TABLE = TableBlock(rows=[[{"type": "raw_text", "text": "…"}]]).to_dict()
_WRAPPED = TableBlockColumnSettings(is_wrapped=True).to_dict()


class Series(NamedTuple):
    """What is drawn in one colour: its name, and a value for each of the chart's categories."""

    name: str
    values: Sequence[int]


def table(rows: Sequence[Sequence[str]]) -> Block:
    """Rows of cells, the first of which are the heads of the columns; a message has one table at most."""
    cells = [[{"type": "raw_text", "text": cell} for cell in row] for row in rows]
    return {**_TABLE, "rows": cells, "column_settings": [_WRAPPED for _ in rows[0]]}


def bar_chart(title: str, categories: Sequence[str], series: Sequence[Series]) -> Block:
    """Bars beside each other, for each category one of every series; the SDK has no model of it."""
    labels = [shorten(category, CHART_LABEL) for category in categories]
    drawn = [
        {
            "name": shorten(each.name, CHART_LABEL),
            "data": [{"label": label, "value": value} for label, value in zip(labels, each.values, strict=True)],
        }
        for each in series
    ]
    chart = {"type": "bar", "series": drawn, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": shorten(title, CHART_TITLE), "chart": chart}


def words_of_table(block: Mapping[str, Sequence[Sequence[Mapping[str, str]]]]) -> list[str]:
    """A line for each row, for whoever has the text alone."""
    return [" · ".join(cell["text"] for cell in row) for row in block["rows"]]
