/** What the page knows while one person acts in it: the workspace, its people, their conversations and its time. */

import { Api, shared } from "./api.js";
import { clockTime } from "./dates.js";

export class Session {
  #people = new Map();
  #peopleAsRead = "";
  #ahead = 0;

  /** Grows when people have changed, so that what names them is drawn anew. */
  revision = 0;

  /** @param {object} workspace  the answer of GET /people/workspace */
  constructor(workspace, personId) {
    this.learn(workspace);
    this.me = this.person(personId);
    this.api = new Api(personId);
    this.conversations = [];
  }

  /** Read the workspace and decide who acts: who the address names, else whom the tour begins with, else anybody. */
  static async begin(wanted) {
    const workspace = await shared.workspace();
    const people = workspace.people.filter((person) => !person.is_bot);
    const first = workspace.tour.map((step) => step.as).find(Boolean);
    const acting = [wanted, first].find((id) => people.some((person) => person.id === id)) ?? people[0]?.id;
    return new Session(workspace, acting);
  }

  /** Take in a (newer) answer of GET /people/workspace. */
  learn(workspace) {
    this.workspace = workspace.workspace;
    this.app = workspace.app;
    this.commands = workspace.commands;
    this.shortcuts = workspace.shortcuts;
    this.features = workspace.features;
    this.tour = workspace.tour;
    this.#people = new Map(workspace.people.map((person) => [person.id, person]));
    if (this.me) this.me = this.person(this.me.id) ?? this.me;
    const read = JSON.stringify(workspace.people);
    if (read !== this.#peopleAsRead) this.revision += 1;
    this.#peopleAsRead = read;
  }

  /** Read the workspace again: somebody's name, zone or standing has changed. */
  async refreshPeople() {
    this.learn(await shared.workspace());
  }

  async refreshConversations() {
    this.conversations = (await this.api.conversations()).conversations;
  }

  /** Follow the workspace's clock, which need not be this computer's. */
  setClock(iso) {
    this.#ahead = Date.parse(iso) - Date.now();
  }

  /** The present instant in the workspace. */
  now() {
    return new Date(Date.now() + this.#ahead);
  }

  get zone() {
    return this.me.tz;
  }

  get locale() {
    return this.me.locale || "en-GB";
  }

  /** Everybody who is not a bot, the deactivated included. */
  get people() {
    return [...this.#people.values()].filter((person) => !person.is_bot);
  }

  person(id) {
    return this.#people.get(id);
  }

  /** Who wrote a message: a person, or the app. */
  author(message) {
    return (
      this.person(message.user) ??
      this.person(this.app.bot_user_id) ?? {
        name: this.app.name,
        real_name: this.app.name,
        initials: this.app.name[0],
        is_bot: true,
      }
    );
  }

  conversation(id) {
    return this.conversations.find((conversation) => conversation.id === id);
  }

  get appConversation() {
    return this.conversations.find((conversation) => conversation.kind === "app");
  }

  /** What the side bar calls a conversation. */
  title(conversation) {
    if (conversation.kind === "app") return this.app.name;
    if (conversation.name) return conversation.name;
    const others = conversation.members.filter((id) => id !== this.me.id);
    return (others.length ? others : [this.me.id]).map((id) => this.person(id)?.real_name ?? id).join(", ");
  }

  /** The same within a sentence, where a channel has its sign. */
  named(conversation) {
    const sign = ["channel", "private"].includes(conversation.kind) ? "#" : "";
    return sign + this.title(conversation);
  }

  /** What somebody's clock shows now. */
  localTime(person) {
    return clockTime(this.now(), person.tz, this.locale);
  }

  /** The page's address for a conversation (or "home") as the same or another person. */
  address(place, person = this.me.id) {
    return `?as=${encodeURIComponent(person)}#${place}`;
  }
}
