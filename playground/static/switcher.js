/** The control that says who acts, and lets somebody else act. */

import { avatar, faceColours, fill, h, uniqueId } from "./dom.js";
import { editProfile } from "./profile.js";

/** Where the next page finds that somebody has just been switched to, so that the keyboard stays at the switcher. */
const SWITCHED = "playground-switched";

/** Act as somebody else: the page opens anew at the same place, if they can see it. */
export function actAs(session, personId) {
  document.body.removeAttribute("data-ready");
  location.assign(session.address(location.hash.slice(1), personId));
}

/** @returns {{node: Element, refresh: () => void}} the control; `refresh` brings names and clocks up to date */
export function switcher(session) {
  const id = uniqueId("act-as");
  const card = h("div.actor", { "aria-hidden": "true" });
  const note = h("p.actor-note", { id: `${id}-note` });
  const field = h("select.actor-select", {
    id,
    "aria-describedby": note.id,
    onchange: () => {
      sessionStorage.setItem(SWITCHED, "yes");
      actAs(session, field.value);
    },
  });

  let shown = "";
  function refresh() {
    const now = JSON.stringify(session.people.map((person) => [person, session.localTime(person)]));
    if (now === shown) return;
    shown = now;
    fill(
      field,
      session.people.map((person) => personOption(person, session)),
    );
    field.value = session.me.id;
    fill(
      card,
      avatar(session.me, "large"),
      h(
        "div.actor-text",
        h("span.actor-name", session.me.real_name),
        h("span.actor-title", session.me.title),
        h("span.actor-time", standing(session.me, session)),
      ),
    );
    note.textContent = session.me.note;
  }

  refresh();
  if (sessionStorage.getItem(SWITCHED)) {
    sessionStorage.removeItem(SWITCHED);
    queueMicrotask(() => field.focus());
  }
  const node = h(
    "div.switcher",
    h(
      "div.switcher-head",
      h("label.switcher-label", { for: id }, "Act as"),
      h("button.text-button", { onclick: () => editProfile(session) }, "Profile"),
    ),
    h("div.switcher-box", card, field, h("span.switcher-chevron", { "aria-hidden": "true" }, "▾")),
    note,
  );
  return { node, refresh };
}

/** One person to choose. Where the browser can, the option has a picture; elsewhere it is the line of text. */
function personOption(person, session) {
  return h(
    "option",
    { value: person.id, dataset: { initials: person.initials }, style: faceColours(person) },
    h("span.option-name", person.real_name),
    h("span.option-join", " · "),
    h("span.option-detail", [person.title, standing(person, session)].filter(Boolean).join(" · ")),
  );
}

function standing(person, session) {
  return person.deleted ? "deactivated" : `${session.localTime(person)} in ${zoneName(person.tz)}`;
}

/** "Europe/Lisbon" as people say it. */
export function zoneName(zone) {
  return zone.split("/").at(-1).replaceAll("_", " ");
}
