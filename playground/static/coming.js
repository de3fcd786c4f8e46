/** What will be sent in the next weeks if nobody does anything: a line, and a strip for whoever wants to see more. */

import { dayAndTime } from "./dates.js";
import { avatar, fill, h } from "./dom.js";
import { zoneName } from "./switcher.js";

/** More than this is a count: nobody reads on. */
const MOST = 40;

const OPEN = "playground-coming";
const NUMBERS = { 1: "week", 2: "two weeks", 3: "three weeks", 4: "four weeks" };

/**
 * Show what is to come.
 * @param {{coming: object[] | null, weeks: number}} ahead  the answer of GET /people/{as}/ahead
 * @param {string} reasonId  an id for the sentence that says why there is no next message
 */
export function showComing(root, ahead, session, reasonId) {
  const signature = JSON.stringify([ahead.coming, session.revision, session.zone]);
  if (root.signature === signature) return;
  root.signature = signature;
  const { coming } = ahead;
  const weeks = `the next ${NUMBERS[ahead.weeks] ?? `${ahead.weeks} weeks`}`;
  if (!coming?.length) {
    fill(
      root,
      coming && h("p.coming-line", { id: reasonId }, `Nothing is to come in ${weeks}, unless somebody does something.`),
    );
    return;
  }
  const [first, ...more] = coming;
  const strip = h(
    "ol.coming",
    { role: "list", "aria-label": "What is to come", tabindex: "0" },
    coming.slice(0, MOST).map((one) => card(one, session)),
    coming.length > MOST ? h("li.coming-more", `and ${coming.length - MOST} more`) : null,
  );
  const scrolled = root.querySelector(".coming")?.scrollLeft ?? 0;
  fill(
    root,
    h(
      "details.coming-box",
      {
        open: localStorage.getItem(OPEN) === "open",
        ontoggle: (event) => localStorage.setItem(OPEN, event.target.open ? "open" : "closed"),
      },
      h(
        "summary.coming-line",
        h("span.coming-title", "To come: "),
        `${first.words}, to ${names(first, session)}, ${when(first, session)}`,
        more.length ? h("span.coming-rest", ` and ${more.length} more`) : null,
      ),
      h("p.coming-note", `What will be sent in ${weeks} if nobody does anything, each at the receiver’s own time.`),
      strip,
    ),
  );
  strip.scrollLeft = scrolled;
}

function card(one, session) {
  const receivers = one.users.map((id) => session.person(id)).filter(Boolean);
  return h(
    "li.coming-card",
    h("time.coming-when", { datetime: one.at }, when(one, session)),
    h(
      "span.coming-who",
      receivers.map((person) => avatar(person, "small")),
      names(one, session),
    ),
    h("span.coming-words", one.words),
  );
}

function names(one, session) {
  return one.users.map((id) => session.person(id)?.real_name ?? id).join(" and ");
}

/** "Thu 19 Nov, 09:30 in London": the receiver's day and time, with their place where it is not one's own. */
function when(one, session) {
  const zone = session.person(one.users[0])?.tz ?? session.zone;
  const shown = dayAndTime(new Date(one.at), zone, session.locale);
  return zone === session.zone ? shown : `${shown} in ${zoneName(zone)}`;
}
