"""How the page reads Slack's texts: mrkdwn, emoji, dates and wall times."""

import pytest
from playwright.async_api import Page

from tests.playground.page.conftest import OpenPage

# Raw mrkdwn, and what stands in the document for it.
MRKDWN = {
    "plain": "plain",
    "*bold* _it_ ~gone~": "<strong>bold</strong> <em>it</em> <s>gone</s>",
    "*bold _and it_*": "<strong>bold <em>and it</em></strong>",
    "2*3*4 snake_case_name a~b~c": "2*3*4 snake_case_name a~b~c",
    "* not bold *": "* not bold *",
    "*one\ntwo*": "*one<br>two*",
    "`*code* &lt;b&gt;`": "<code>*code* &lt;b&gt;</code>",
    "```\na *b*\nc\n```after": "<pre><code>a *b*\nc</code></pre>after",
    "&gt; quoted\n&gt; twice\nafter": "<blockquote>quoted<br>twice</blockquote>after",
    "> quoted": "<blockquote>quoted</blockquote>",
    "&gt;&gt;&gt;all\nof it": "<blockquote>all<br>of it</blockquote>",
    "a\n\nb": "a<br><br>b",
    "5 &lt; 6 &amp;&amp; &lt;!channel&gt;": "5 &lt; 6 &amp;&amp; &lt;!channel&gt;",
    "&lt;script&gt;alert(1)&lt;/script&gt;": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<script>": "&lt;script&gt;",
    '<img src=x onerror="alert(1)">': '&lt;img src=x onerror="alert(1)"&gt;',
    "<https://a.example/?q=1&amp;r=2|a *link*>": (
        '<a href="https://a.example/?q=1&amp;r=2" target="_blank" rel="noopener noreferrer">a *link*</a>'
    ),
    "see https://a.example/x.": (
        'see <a href="https://a.example/x" target="_blank" rel="noopener noreferrer">https://a.example/x</a>.'
    ),
    "<mailto:a@b.example|a@b.example>": (
        '<a href="mailto:a@b.example" target="_blank" rel="noopener noreferrer">a@b.example</a>'
    ),
    "<javascript:alert(1)|click>": "&lt;javascript:alert(1)|click&gt;",
    "<@U2> <@U2|tom>": (
        '<span class="mention" data-user="U2">@Tom Okafor</span> '
        '<span class="mention" data-user="U2">@Tom Okafor</span>'
    ),
    "<@U1>": '<span class="mention mention-me" data-user="U1">@Maya Lindqvist</span>',
    "<@U99>": '<span class="mention" data-user="U99">@U99</span>',
    "<#C1>": '<a class="mention" href="?as=U1#C1">#wins</a>',
    "<#C9|hidden>": '<span class="mention">#hidden</span>',
    "<!here>": '<span class="mention mention-me">@here</span>',
    "<!subteam^S1|@mentors>": '<span class="mention">@mentors</span>',
    "<!date^1795253400^{date_num} {time}|then>": '<time title="then">2026-11-21 10:30</time>',
    "<!date^1795253400^{date_num}^https://a.example|then>": (
        '<a href="https://a.example" target="_blank" rel="noopener noreferrer">2026-11-21</a>'
    ),
    "<!date^never^{date_num}|then>": '<time title="then">then</time>',
    ":tada: at 10:30:45 :nosuch:": (
        '<span class="emoji" role="img" aria-label="tada" title=":tada:">🎉</span> at 10:30:45 :nosuch:'
    ),
    ":wave::skin-tone-4:": '<span class="emoji" role="img" aria-label="wave" title=":wave:">👋🏽</span>',
    "日本語 *太字* です": "日本語 <strong>太字</strong> です",
}


@pytest.fixture
async def page(open_page: OpenPage) -> Page:
    """A page whose scripts know where its modules are: in `files`."""
    page = await open_page()
    await page.evaluate("globalThis.files = new URL('.', document.querySelector('script[type=module]').src).href")
    return page


RENDER = """
async (texts) => {
  const { mrkdwn } = await import(files + "mrkdwn.js");
  const { Session } = await import(files + "session.js");
  const { shared } = await import(files + "api.js");
  const session = await Session.begin("U1");
  await session.refreshConversations();
  session.setClock((await shared.clock()).now);
  return texts.map((text) => {
    const frame = document.createElement("div");
    frame.append(mrkdwn(text, session));
    return frame.innerHTML;
  });
}
"""


async def test_mrkdwn_is_read_by_slacks_rules(page: Page) -> None:
    shown = await page.evaluate(RENDER, list(MRKDWN))
    assert dict(zip(MRKDWN, shown, strict=True)) == MRKDWN


async def _slack_date(page: Page, pattern: str, seconds: int, zone: str, locale: str = "en-GB") -> str:
    script = """
    async ([pattern, seconds, zone, locale]) => {
      const { slackDate } = await import(files + "dates.js");
      const now = new Date("2026-11-18T09:30:00Z");
      return slackDate(new Date(seconds * 1000), pattern, { zone, locale, now });
    }
    """
    # Browsers differ in the comma after the weekday.
    return str(await page.evaluate(script, [pattern, seconds, zone, locale])).replace(",", "")


async def test_dates_are_written_in_the_readers_zone(page: Page) -> None:
    saturday = 1795253400  # 2026-11-21 09:30 UTC
    in_tokyo = await _slack_date(page, "{date_long} at {time}", saturday, "Asia/Tokyo")
    assert in_tokyo == "Saturday 21 November 2026 at 18:30"
    assert await _slack_date(page, "{date_short}", saturday, "Pacific/Kiritimati") == "21 Nov 2026"
    assert await _slack_date(page, "{time}", saturday, "America/New_York", "en-US") == "4:30 AM"
    # At 11:30 UTC on the 17th it is already the 18th on Kiritimati, where "now" is the 18th too.
    assert await _slack_date(page, "{date_pretty}", 1794915000, "Pacific/Kiritimati") == "Today"
    assert await _slack_date(page, "met {date_pretty}", 1794915000, "Europe/London") == "met yesterday"
    assert await _slack_date(page, "{ago}", 1794915000, "Europe/London") == "22 hours ago"
    assert await _slack_date(page, "{nonsense}", saturday, "Europe/London") == "{nonsense}"


async def test_wall_times_become_instants_also_where_clocks_jump(page: Page) -> None:
    script = """
    async (walls) => {
      const { instantOf, wallTime } = await import(files + "dates.js");
      return walls.map(([wall, zone]) => [instantOf(wall, zone).toISOString(), wallTime(instantOf(wall, zone), zone)]);
    }
    """
    asked = [
        ["2026-07-01T14:00", "Europe/Stockholm"],
        ["2026-03-29T02:30", "Europe/Stockholm"],  # skipped in spring: a moment later, by the new time
        ["2026-10-25T02:30", "Europe/Stockholm"],  # comes twice in autumn: the first of the two
        ["2026-11-20T09:00", "Asia/Kathmandu"],
    ]
    assert await page.evaluate(script, asked) == [
        ["2026-07-01T12:00:00.000Z", "2026-07-01T14:00"],
        ["2026-03-29T01:30:00.000Z", "2026-03-29T03:30"],
        ["2026-10-25T00:30:00.000Z", "2026-10-25T02:30"],
        ["2026-11-20T03:15:00.000Z", "2026-11-20T09:00"],
    ]


ODD = [
    {"type": "section"},
    {"type": "section", "text": {"type": "mrkdwn"}, "accessory": {"type": "no_such_element", "action_id": "a"}},
    {"type": "header", "text": {"type": "plain_text"}},
    {"type": "actions"},
    {"type": "context"},
    {"type": "image", "image_url": "http://[", "alt_text": "An address that is none"},
    {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list"}, {"type": "rich_text_section", "elements": [{"type": "x"}]}],
    },
    {"type": "table"},
    {"type": "markdown", "text": "# As typed"},
    {"type": "alert", "level": "warning", "text": {"type": "plain_text", "text": "Careful"}},
    {"type": "no_such_block"},
]


async def test_odd_blocks_are_shown_as_far_as_they_go(page: Page) -> None:
    script = """
    async (blocks) => {
      const { showBlocks } = await import(files + "blocks.js");
      const { Form } = await import(files + "form.js");
      const { Session } = await import(files + "session.js");
      const frame = document.createElement("div");
      showBlocks(frame, blocks, { session: await Session.begin("U1"), form: new Form(), act: async () => {} });
      return [...frame.children].map((node) => node.textContent);
    }
    """
    assert await page.evaluate(script, ODD) == [
        "",
        'This page cannot show an element of type "no_such_element".',
        "",
        "",
        "",
        "An address that is none",
        "",
        "",
        "# As typed",
        "Careful",
        'This page cannot show a block of type "no_such_block".',
    ]
