/** The main pane: what is open, its heading, its messages or the app's Home, and the composer. */

import { coalesced } from "./api.js";
import { Composer } from "./composer.js";
import { fill, h, toast, unreadMark } from "./dom.js";
import { Home } from "./home.js";
import { MessageList } from "./messages.js";
import { showMembers } from "./people.js";
import { zoneName } from "./switcher.js";

export class ConversationPane {
  constructor(root, session, { toggleSidebar }) {
    this.session = session;
    this.place = null;
    this.head = h("header.pane-head");
    this.menuButton = h(
      "button.icon-button.sidebar-open",
      {
        "aria-label": "Show conversations",
        "aria-controls": "sidebar",
        "aria-expanded": "false",
        onclick: () => toggleSidebar(true),
      },
      "☰",
    );
    this.offline = h("p.offline", { role: "status", hidden: true }, "The playground does not answer. Trying again…");
    this.list = new MessageList(session);
    this.home = new Home(session);
    this.scroller = h("div.scroller", { tabindex: "0", onscroll: () => (this.atEnd = this.#isAtEnd()) });
    // The newest message stays in sight when a long draft or the traffic takes room from it.
    new ResizeObserver(() => this.place !== "home" && this.atEnd && this.#toEnd()).observe(this.scroller);
    this.refreshMessages = coalesced(() => this.#loadMessages());
    this.composer = new Composer(session, () => this.refreshMessages());
    this.outside = h("p.outside", { hidden: true });
    fill(root, this.head, this.offline, this.scroller, this.composer.node, this.outside);
  }

  get conversation() {
    return this.place === "home" ? this.session.appConversation : this.session.conversation(this.place);
  }

  /** Open "home" or a conversation by its id. */
  async show(place) {
    this.place = place;
    this.refreshFrame();
    if (place === "home") {
      fill(this.scroller, this.home.node);
      await this.openHome();
      this.scroller.scrollTop = 0;
      return;
    }
    this.composer.show(this.conversation);
    fill(this.scroller, this.#beginning(), this.list.node);
    if (this.conversation.kind === "app") await this.#opened("messages");
    await this.refreshMessages();
    this.#toEnd();
    this.showWanted();
  }

  #isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 80;
  }

  #toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.atEnd = true;
  }

  /** Let the app know that its Home is looked at, and show what it has there. */
  async openHome() {
    await this.#opened("home");
    await this.home.refresh();
  }

  /** Bring the message into view that a link led to: `wanted` is its ts. */
  showWanted() {
    const message = [...this.list.node.querySelectorAll("article")].find((one) => one.dataset.ts === this.wanted);
    this.wanted = null;
    if (!message) return;
    message.tabIndex = -1;
    message.scrollIntoView({ block: "center" });
    message.focus();
  }

  /** Bring all but the content up to date: heading, unread marks, clocks, whether one may write here. */
  refreshFrame() {
    const home = this.place === "home";
    const outside = !home && this.conversation.is_member === false;
    this.composer.node.hidden = home || outside;
    if (outside && this.outside.hidden) this.#offerToJoin();
    this.outside.hidden = !outside;
    this.#refreshHead();
  }

  async #opened(tab) {
    await this.session.api.homeOpened(tab).catch((refusal) => toast(refusal.message));
  }

  async #loadMessages() {
    const { place } = this;
    if (place === "home" || !this.conversation) return;
    const { messages } = await this.session.api.messages(place);
    if (place !== this.place) return;
    const atEnd = this.#isAtEnd();
    this.list.show(place, messages);
    if (atEnd) this.#toEnd();
    if (document.visibilityState === "visible" && this.conversation?.unread)
      await this.session.api.read(place).catch(() => {});
  }

  setOffline(offline) {
    this.offline.hidden = !offline;
  }

  #refreshHead() {
    const { session, conversation } = this;
    const app = this.place === "home" || conversation?.kind === "app";
    const title = app ? session.app.name : session.title(conversation);
    const now = JSON.stringify([this.place, title, conversation, app || this.#subtitle(conversation)]);
    if (now === this.headShown) return;
    this.headShown = now;
    document.title = `${title} · ${session.me.real_name} · Playground`;
    const sign = ["channel", "private"].includes(conversation?.kind) ? "#" : "";
    fill(
      this.head,
      this.menuButton,
      h(
        "div.pane-title",
        h("h2", sign ? h("span", { "aria-hidden": "true" }, sign) : null, title),
        h("p.pane-subtitle", app ? session.app.description : this.#subtitle(conversation)),
      ),
      app ? this.#tabs() : this.#membersButton(conversation),
    );
  }

  #subtitle(conversation) {
    const { session } = this;
    if (conversation.kind !== "im") return conversation.topic ?? "";
    const other = session.person(conversation.members.find((id) => id !== session.me.id));
    return other
      ? [other.title, `${session.localTime(other)} in ${zoneName(other.tz)}`].filter(Boolean).join(" · ")
      : "";
  }

  #tabs() {
    const { session } = this;
    const messages = session.appConversation;
    const tab = (name, place, unread = 0) => {
      const mark = unreadMark(unread);
      const current = this.place === place ? "page" : null;
      const properties = { href: session.address(place), "aria-current": current, "aria-describedby": mark?.id };
      return h("a.tab", { ...properties, "aria-label": name }, name, mark);
    };
    return h(
      "nav.tabs",
      { "aria-label": session.app.name },
      session.features.home ? tab("Home", "home") : null,
      session.features.messages && messages
        ? tab("Messages", messages.id, this.place === "home" ? messages.unread : 0)
        : null,
    );
  }

  #membersButton(conversation) {
    const count = conversation.members.length;
    return h(
      "button.button.button-quiet",
      { onclick: () => showMembers(this.session, conversation) },
      `${count} ${count === 1 ? "member" : "members"}`,
    );
  }

  #beginning() {
    const { conversation, session } = this;
    const channel = ["channel", "private"].includes(conversation.kind);
    return h(
      "p.beginning",
      channel
        ? `This is the beginning of #${conversation.name}.`
        : `This is the beginning of your messages with ${session.title(conversation)}.`,
    );
  }

  #offerToJoin() {
    const { session, conversation } = this;
    fill(
      this.outside,
      `You are not a member of #${conversation.name}. `,
      h(
        "button.button",
        {
          onclick: () => session.api.invite(conversation.id, session.me.id).catch((refusal) => toast(refusal.message)),
        },
        "Join",
      ),
    );
  }
}
