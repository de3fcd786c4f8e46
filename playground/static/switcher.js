/** The control that says who acts, and lets somebody else act. */

import { avatar, fill, h, uniqueId } from "./dom.js";

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
  const card = h("div", { class: "actor" });
  const field = h("select", {
    id, class: "actor-select", "aria-describedby": `${id}-card`,
    onchange: () => {
      sessionStorage.setItem(SWITCHED, "yes");
      actAs(session, field.value);
    },
  });
  card.id = `${id}-card`;

  let shown = "";
  function refresh() {
    const rows = session.people.map((person) => [person.id, described(session, person), person.deleted]);
    const now = JSON.stringify([rows, session.me]);
    if (now === shown) return;
    shown = now;
    fill(field, rows.map(([value, label, deleted]) => {
      const option = h("option", { value }, label);
      option.disabled = deleted && value !== session.me.id;
      return option;
    }));
    field.value = session.me.id;
    fill(card, avatar(session.me, "large"), h("div", { class: "actor-text" },
      h("span", { class: "actor-name" }, session.me.real_name),
      h("span", { class: "actor-title" }, session.me.title || session.me.note),
      h("span", { class: "actor-time" }, `${session.localTime(session.me)} · ${zoneName(session.me.tz)}`)));
  }

  refresh();
  if (sessionStorage.getItem(SWITCHED)) {
    sessionStorage.removeItem(SWITCHED);
    queueMicrotask(() => field.focus());
  }
  const node = h("div", { class: "switcher" }, h("label", { class: "switcher-label", for: id }, "Act as"), h("div", { class: "switcher-box" }, card, field, chevron()));
  return { node, refresh };
}

function described(session, person) {
  const parts = [person.real_name, person.title, person.deleted ? "deactivated" : session.localTime(person)];
  return parts.filter(Boolean).join(" · ");
}

/** "Europe/Lisbon" as people say it. */
export function zoneName(zone) {
  return zone.split("/").at(-1).replaceAll("_", " ");
}

function chevron() {
  return h("span", { class: "switcher-chevron", "aria-hidden": "true" }, "▾");
}
