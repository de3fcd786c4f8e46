"""Slack's sizes, each in one place: characters, items and bytes."""

from typing import Final

MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
VIEW_BYTES: Final = 250_000
VIEW_STACK: Final = 3
VIEW_FRAME_TEXT: Final = 24
"""Title, submit and close of a modal."""
PRIVATE_METADATA: Final = 3_000
ID: Final = 255
"""`block_id`, `action_id`, `callback_id`, `external_id`."""

MESSAGE_TEXT_CUT: Final = 40_000
"""Where Slack cuts a message's text."""

MESSAGE_SIZE: Final = 13_300
"""All that the blocks of one message say, frames included. It stands in no reference: it lies between what was taken
from apps and what was refused (slackapi/bolt-js, issues 2509 and 2867)."""
BLOCK_FRAME: Final = 60
"""What a block takes of it besides its texts; between 43 and 74, by the same figures."""
UPDATED_TEXT: Final = 4_000
"""A message's text in chat.update, which cuts nothing."""

SECTION_TEXT: Final = 3_000
FIELDS: Final = 10
FIELD_TEXT: Final = 2_000
HEADER_TEXT: Final = 150
CONTEXT_ELEMENTS: Final = 10
ACTIONS_ELEMENTS: Final = 25
LABEL_TEXT: Final = 2_000
"""Label and hint of an input."""
ALT_TEXT: Final = 2_000
TITLE_TEXT: Final = 2_000
"""Title of an image."""
URL: Final = 3_000
MARKDOWN_TEXT: Final = 12_000
TABLE_ROWS: Final = 100
TABLE_COLUMNS: Final = 20
TABLES: Final = 1
"""Tables in one message."""
CHARTS: Final = 2
"""Charts in one message."""
CHART_TITLE: Final = 50
"""Also the titles of its axes."""
CHART_LABEL: Final = 20
CHART_SERIES: Final = 6
"""Series of a chart, segments of a pie."""
RICH_TEXT_ELEMENTS: Final = 1_000
VIDEO_TITLE: Final = 200

BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2_000
PLACEHOLDER_TEXT: Final = 150
OPTION_TEXT: Final = 75
OPTION_VALUE: Final = 150
OPTIONS: Final = 100
OPTION_GROUPS: Final = 100
OVERFLOW_OPTIONS: Final = 5
BOXES: Final = 10
"""Options of checkboxes and radio buttons."""
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30
FILES: Final = 10
"""Files in one field."""
INPUT_TEXT: Final = 3_000
"""What a person can type into one field."""
