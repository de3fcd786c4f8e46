/** The side bar: the workspace, who acts, and every conversation of theirs. */

import { avatar, fill, h, reconcile, uniqueId, unreadMark } from "./dom.js";
import { startConversation } from "./people.js";
import { switcher } from "./switcher.js";

export class Sidebar {
  /** @param {(place: string) => void} go  show a conversation, by its id, or "home" */
  constructor(root, session, go, { showTour, showTraffic, toggle }) {
    this.session = session;
    this.switcher = switcher(session);
    this.lists = Object.fromEntries(["app", "channels", "direct"].map((name) => [name, h("ul.entries")]));
    const start = () => startConversation(session, go);
    fill(
      root,
      h(
        "div.sidebar-head",
        h("h1.workspace-name", session.workspace.name),
        h(
          "button.icon-button.sidebar-close",
          { "aria-label": "Hide conversations", onclick: () => toggle(false) },
          "×",
        ),
      ),
      this.switcher.node,
      h(
        "div.sidebar-lists",
        group("App", this.lists.app),
        group("Channels", this.lists.channels),
        group(
          "Direct messages",
          this.lists.direct,
          h("button.icon-button", { "aria-label": "New message", title: "New message", onclick: start }, "+"),
        ),
      ),
      h(
        "div.sidebar-foot",
        session.tour.length ? h("button.text-button", { onclick: showTour }, "What to try first") : null,
        h("button.text-button", { onclick: showTraffic }, "Traffic and faults"),
        h("p.promise", "A local playground: nothing leaves this machine."),
      ),
    );
  }

  /** Show the conversations as they are now, `place` being the open one. */
  show(place) {
    const { session } = this;
    const of = (...kinds) => session.conversations.filter((conversation) => kinds.includes(conversation.kind));
    this.#fill(
      this.lists.app,
      [{ kind: "app", members: [], unread: 0, id: "home", ...session.appConversation }],
      place,
    );
    this.#fill(this.lists.channels, of("channel", "private"), place);
    this.#fill(this.lists.direct, of("im", "mpim"), place);
    this.switcher.refresh();
  }

  #fill(list, conversations, place) {
    reconcile(
      list,
      conversations.map((conversation) => {
        const current = conversation.id === place || (conversation.kind === "app" && place === "home");
        return {
          key: conversation.id,
          signature: JSON.stringify([conversation, current, conversation.kind === "im" && this.#other(conversation)]),
          build: () => this.#entry(conversation, current),
        };
      }),
    );
  }

  #other(conversation) {
    const { session } = this;
    return session.person(conversation.members.find((id) => id !== session.me.id)) ?? session.me;
  }

  #entry(conversation, current) {
    const { session } = this;
    const unread = current && conversation.kind !== "app" ? 0 : conversation.unread;
    const mark = unreadMark(unread);
    const opens = conversation.kind === "app" && session.features.home ? "home" : conversation.id;
    return h(
      "li",
      h(
        "a",
        {
          class: `entry ${unread ? "entry-unread" : ""} ${conversation.is_member === false ? "entry-outside" : ""}`,
          href: session.address(opens),
          "aria-current": current ? "page" : null,
          "aria-label": session.title(conversation),
          "aria-describedby": mark?.id,
          dataset: { conversation: conversation.id },
        },
        this.#sign(conversation),
        h("span.entry-name", session.title(conversation)),
        mark,
      ),
    );
  }

  #sign(conversation) {
    if (conversation.kind === "im") return avatar(this.#other(conversation), "small");
    if (conversation.kind === "app") return avatar(this.session.author({}), "small");
    if (conversation.kind === "mpim")
      return h("span.entry-sign.entry-count", { "aria-hidden": "true" }, String(conversation.members.length - 1));
    return h("span.entry-sign", { "aria-hidden": "true" }, conversation.kind === "private" ? "⚿" : "#");
  }
}

function group(title, list, extra = null) {
  const id = uniqueId("group");
  list.setAttribute("aria-labelledby", id);
  return h("section.entry-group", h("div.entry-group-head", h("h2", { id }, title), extra), list);
}
