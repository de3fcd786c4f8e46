"""Every block and every element, as the gallery shows them."""

from playground.shapes import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(name: str) -> Json:
    return {"text": plain(name), "value": name.lower()}


OPTIONS = [option("Red"), option("Green"), option("Blue")]


def field(name: str, element: Json, **more: object) -> Json:
    action_id = f"{element['type']}_{name.lower().replace(' ', '_')}"
    return {
        "type": "input",
        "block_id": name.lower().replace(" ", "_"),
        "label": plain(name),
        "element": {"action_id": action_id, **element},
        **more,
    }


FIELDS: list[Json] = [
    {"type": "section", "block_id": "intro", "text": mrkdwn("Every kind of field, *one* of each.")},
    field(
        "Name",
        {"type": "plain_text_input", "placeholder": plain("As friends call you")},
        hint=plain("At least two letters"),
    ),
    field("Story", {"type": "plain_text_input", "multiline": True}, optional=True),
    field("Address", {"type": "email_text_input"}, optional=True),
    field("Page", {"type": "url_text_input"}, optional=True),
    field("Age", {"type": "number_input", "is_decimal_allowed": False, "min_value": "3"}, optional=True),
    field("Colour", {"type": "static_select", "options": OPTIONS, "placeholder": plain("Pick one")}),
    field("Shades", {"type": "multi_static_select", "options": OPTIONS}, optional=True),
    field("Mentor", {"type": "users_select"}, optional=True),
    field("Guests", {"type": "multi_users_select", "max_selected_items": 2}, optional=True),
    field("Channel", {"type": "channels_select"}, optional=True),
    field("Place", {"type": "conversations_select"}, optional=True),
    field("Day", {"type": "datepicker", "initial_date": "2026-11-20"}),
    field("Hour", {"type": "timepicker"}, optional=True),
    field("Moment", {"type": "datetimepicker"}, optional=True),
    field(
        "Habits",
        {"type": "checkboxes", "options": [{**OPTIONS[0], "description": plain("Warm")}, *OPTIONS[1:]]},
        optional=True,
    ),
    field("City", {"type": "external_select", "min_query_length": 2}, optional=True),
    field("Thoughts", {"type": "rich_text_input"}, optional=True),
    field("Paper", {"type": "file_input"}, optional=True),
    field("Score", {"type": "radio_buttons", "options": OPTIONS}, optional=True),
    {
        "type": "actions",
        "block_id": "more",
        "elements": [{"type": "button", "action_id": "more", "text": plain("Add more"), "value": "yes"}],
    },
]


def form(blocks: list[Json]) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("Every field"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": blocks,
    }


MESSAGE_BLOCKS: list[Json] = [
    {"type": "header", "text": plain("A header :tada:")},
    {
        "type": "section",
        "text": mrkdwn(
            "*Bold*, _italic_, ~gone~, `code`, <https://example.com|a link>, <@U2>, <#C1>, <!here> &lt;b&gt;"
        ),
    },
    {
        "type": "section",
        "fields": [mrkdwn("*When*\n<!date^1795253400^{date_long} at {time}|later>"), mrkdwn("*Who*\n<@U1>")],
    },
    {
        "type": "section",
        "text": mrkdwn("> A quote\n> of two lines\nand after it\n```\npreformatted *text*\n```"),
        "accessory": {"type": "button", "action_id": "press", "text": plain("Press me"), "value": "v"},
    },
    {"type": "divider"},
    {
        "type": "actions",
        "block_id": "deeds",
        "elements": [
            {"type": "button", "action_id": "agree", "text": plain("Agree"), "style": "primary", "value": "1"},
            {
                "type": "button",
                "action_id": "remove",
                "text": plain("Remove"),
                "style": "danger",
                "value": "2",
                "confirm": {
                    "title": plain("Remove it?"),
                    "text": plain("It cannot be brought back."),
                    "confirm": plain("Remove"),
                    "deny": plain("Keep"),
                    "style": "danger",
                },
            },
            {
                "type": "static_select",
                "action_id": "choose",
                "placeholder": plain("Choose a colour"),
                "options": OPTIONS,
            },
            {"type": "overflow", "action_id": "overflow", "options": OPTIONS[:2]},
        ],
    },
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "Rich", "style": {"bold": True}},
                    {"type": "text", "text": " text:"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": item}]}
                    for item in ("one", "two")
                ],
            },
        ],
    },
    {"type": "image", "image_url": "https://example.com/cat.png", "alt_text": "A cat asleep on a keyboard"},
    {"type": "context", "elements": [mrkdwn("Shown by *Gallery*"), mrkdwn("just now")]},
    {
        "type": "data_visualization",
        "title": "Sessions by month",
        "chart": {
            "type": "bar",
            "series": [
                {"name": "Held", "data": [{"label": "Oct", "value": 3}, {"label": "Nov", "value": 5}]},
                {"name": "Missed", "data": [{"label": "Oct", "value": 1}, {"label": "Nov", "value": 0}]},
            ],
            "axis_config": {"categories": ["Oct", "Nov"], "x_label": "Month"},
        },
    },
    {
        "type": "data_visualization",
        "title": "How they went",
        "chart": {"type": "pie", "segments": [{"label": "Well", "value": 5}, {"label": "So so", "value": 2}]},
    },
]

HOME_BLOCKS: list[Json] = [
    {"type": "header", "text": plain("Good morning")},
    {
        "type": "section",
        "block_id": "next",
        "text": mrkdwn("*Next session* with <@U2>\n<!date^1795253400^{date_long_pretty} at {time}|soon>"),
        "accessory": {
            "type": "button",
            "action_id": "home_button",
            "text": plain("Prepare"),
            "style": "primary",
            "value": "p",
        },
    },
    {"type": "context", "elements": [mrkdwn("You meet every two weeks.")]},
    {"type": "divider"},
    {"type": "header", "text": plain("Promises")},
    {
        "type": "actions",
        "block_id": "promises",
        "elements": [
            {
                "type": "checkboxes",
                "action_id": "tick",
                "options": [option("Send the draft"), option("Read chapter two")],
            }
        ],
    },
    {
        "type": "input",
        "block_id": "mood",
        "label": plain("How is it going?"),
        "optional": True,
        "element": {"type": "plain_text_input", "action_id": "mood"},
    },
]
