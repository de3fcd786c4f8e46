/** What hangs on a message: its menu, its reactions, its files. */

import { h, toast } from "./dom.js";
import { emoji } from "./emoji.js";
import { menu } from "./menu.js";

/** The emoji that the menu offers; apps and tests can use any. */
const OFFERED = ["+1", "tada", "heart", "eyes"];

/** The menu of a message: the app's shortcuts, and reactions. `place` is `{channel, ts}`. */
export function messageMenu(session, place) {
  const trigger = h("button.icon-button", { "aria-label": "More for this message", title: "More" }, "⋯");
  const shortcuts = session.shortcuts
    .filter((shortcut) => shortcut.type === "message")
    .map((shortcut) => ({
      label: shortcut.name,
      detail: session.app.name,
      choose: () => attempt(session.api.shortcut(shortcut.callback_id, place)),
    }));
  const reactions = OFFERED.map((name) => ({
    label: `React with ${emoji(name)}`,
    choose: () => attempt(session.api.react(name, place)),
  }));
  return h("div.message-menu", menu(trigger, () => [...shortcuts, ...reactions]));
}

/** Who put which emoji under a message; a press adds one's own, or takes it away. */
export function reactionBar(session, place, reactions) {
  if (!reactions?.length) return null;
  return h(
    "div.reactions",
    { role: "group", "aria-label": "Reactions" },
    reactions.map(({ name, users, count }) => {
      const people = users.map((id) => session.person(id)?.real_name ?? session.app.name).join(", ");
      const properties = {
        "aria-label": `${name}, ${count}: ${people}`,
        "aria-pressed": String(users.includes(session.me.id)),
        title: people,
        onclick: () => attempt(session.api.react(name, place)),
      };
      return h("button.reaction", properties, `${emoji(...name.split("::skin-tone-")) ?? `:${name}:`} ${count}`);
    }),
  );
}

/** The files of a message: pictures with their description, anything else to save. */
export function fileList(files) {
  return (files ?? []).map((file) => {
    // The address names this host as the app knows it; the page asks its own.
    const address = `/files/${file.id}`;
    if (file.mimetype.startsWith("image/")) {
      const picture = h("img.picture", { src: address, alt: file.alt_txt || file.title });
      return h("figure.file", h("figcaption", file.title), picture);
    }
    const size = `${Math.max(1, Math.round(file.size / 1024)).toLocaleString()} kB`;
    return h("p.file", h("a.file-link", { href: address, download: file.name }, file.title), ` ${size}`);
  });
}

function attempt(deed) {
  return deed.catch((refusal) => toast(refusal.message));
}
