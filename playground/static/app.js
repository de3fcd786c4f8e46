/** Starts the page: who acts and where they look stands in its address, `?as=<person>#<conversation or home>`. */

import { coalesced, listen, shared, unlessAway } from "./api.js";
import { Clock } from "./clock.js";
import { ConversationPane } from "./conversation.js";
import { announce, fill, h } from "./dom.js";
import { Modals } from "./modal.js";
import { Session } from "./session.js";
import { Sidebar } from "./sidebar.js";
import { tour } from "./tour.js";
import { Traffic } from "./traffic.js";

const CLOCK_TICK = 15_000;

class App {
  constructor(session) {
    this.session = session;
    this.sidebarRoot = document.getElementById("sidebar");
    this.narrow = matchMedia("(max-width: 760px)");
    const showTour = tour(document.getElementById("tour"), session);
    this.traffic = new Traffic(document.getElementById("traffic"), session);
    this.sidebar = new Sidebar(this.sidebarRoot, session, (place) => this.go(place), {
      showTour: () => {
        this.toggleSidebar(false);
        showTour();
      },
      showTraffic: () => {
        this.toggleSidebar(false);
        const opener = this.narrow.matches ? this.pane.menuButton : document.activeElement;
        this.traffic.open(opener);
      },
      toggle: (open) => this.toggleSidebar(open),
    });
    this.refreshConversations = coalesced(() => this.#loadConversations());
    this.pane = new ConversationPane(document.getElementById("main"), session, {
      toggleSidebar: (open) => this.toggleSidebar(open),
    });
    this.modals = new Modals(session);
    this.clock = new Clock(document.getElementById("clock"), session, () => this.#arrived().catch(unlessAway));
  }

  async start() {
    const { session } = this;
    // It listens first: what happens while it reads is looked at afterwards.
    let begun;
    const read = new Promise((resolve) => {
      begun = resolve;
    });
    await listen(
      session.me.id,
      (event) => read.then(() => this.#changed(event)).catch(unlessAway),
      (connected) => read.then(() => this.#connection(connected)).catch(unlessAway),
    );
    await session.refreshConversations();
    await this.#readClock();
    this.toggleSidebar(false);
    addEventListener("hashchange", () => this.open());
    addEventListener("click", (event) => this.#followPermalink(event));
    addEventListener("keydown", (event) => event.key === "Escape" && this.toggleSidebar(false));
    document.addEventListener("visibilitychange", () => this.pane.refreshMessages());
    this.narrow.addEventListener("change", () => this.toggleSidebar(false));
    document.querySelector(".workspace").addEventListener("click", (event) => {
      if (event.target === event.currentTarget) this.toggleSidebar(false);
    });
    await this.open();
    await this.modals.refresh();
    setInterval(() => this.#refreshFrame(), CLOCK_TICK);
    begun();
  }

  /** Where the address points, or the nearest place there is. */
  get place() {
    const wanted = location.hash.slice(1);
    const { session } = this;
    if (wanted === "home" && session.features.home) return "home";
    if (session.conversation(wanted)) return wanted;
    return session.features.home ? "home" : (session.appConversation?.id ?? session.conversations[0]?.id);
  }

  go(place) {
    location.hash = place;
  }

  /** The address of a message of this workspace leads to it in this page, as it would in Slack's client. */
  #followPermalink(event) {
    const address = event.target.closest?.("a")?.href ?? "";
    const found = /^https:\/\/([^./]+)\.slack\.com\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(address);
    if (!found || found[1] !== this.session.workspace.domain || !this.session.conversation(found[2])) return;
    event.preventDefault();
    this.pane.wanted = `${found[3]}.${found[4]}`;
    if (this.pane.place === found[2]) this.pane.showWanted();
    else this.go(found[2]);
  }

  async open() {
    const { place, session } = this;
    history.replaceState(null, "", session.address(place));
    const inSidebar = this.sidebarRoot.contains(document.activeElement) && this.narrow.matches;
    this.toggleSidebar(false);
    this.sidebar.show(place);
    const before = this.pane.place;
    await this.pane.show(place);
    this.sidebar.show(place);
    if (before && before !== place) announce(document.title);
    if (inSidebar) document.getElementById("main").focus();
  }

  /** On a narrow page the side bar covers the rest while it is open, and cannot be reached while it is not. */
  toggleSidebar(open) {
    const narrow = this.narrow.matches;
    const wasOpen = document.body.dataset.sidebar === "open";
    document.body.dataset.sidebar = open && narrow ? "open" : "closed";
    this.sidebarRoot.inert = narrow && !open;
    for (const id of ["clock", "main", "tour"]) document.getElementById(id).inert = narrow && open;
    this.pane.menuButton.setAttribute("aria-expanded", String(open && narrow));
    if (narrow && open) this.sidebarRoot.querySelector(".sidebar-close").focus();
    else if (wasOpen) this.pane.menuButton.focus();
  }

  #refreshFrame() {
    this.sidebar.show(this.pane.place);
    this.pane.refreshFrame();
  }

  async #loadConversations() {
    await this.session.refreshConversations();
    // Somebody may have left the conversation that is open.
    if (this.pane.place !== "home" && !this.session.conversation(this.pane.place)) await this.open();
    this.#refreshFrame();
  }

  async #changed(event) {
    switch (event.type) {
      case "conversation":
        await this.refreshConversations();
        if (event.id === this.pane.place) await this.pane.refreshMessages();
        break;
      case "conversations":
        await this.refreshConversations();
        break;
      case "home":
        if (this.pane.place === "home") await this.pane.home.refresh();
        break;
      case "views":
        await this.modals.refresh();
        break;
      case "traffic":
      case "faults":
        this.clock.refreshSoon();
        await this.traffic.refresh();
        break;
      case "people":
        await this.session.refreshPeople();
        await this.#catchUp();
        break;
      case "clock":
        this.clock.learn(event);
        this.#refreshFrame();
        break;
      default:
    }
  }

  async #readClock() {
    this.clock.learn(await shared.clock());
    // Nobody waits for what is to come.
    this.clock.refresh();
  }

  /** It is another day perhaps: somebody who looks sees it as they would have come back to it. */
  async #arrived() {
    if (this.pane.place === "home") await this.pane.openHome();
    else await this.pane.refreshMessages();
  }

  async #connection(connected) {
    this.pane.setOffline(!connected);
    if (!connected) return;
    // It may be another server by now, which knows of other people and commands.
    await this.session.refreshPeople();
    await this.#catchUp();
  }

  /** Read everything shown again: what happened while the page was not listening is not told twice. */
  async #catchUp() {
    await this.refreshConversations();
    await this.#readClock();
    await Promise.all([
      this.pane.place === "home" ? this.pane.home.refresh() : this.pane.refreshMessages(),
      this.modals.refresh(),
      this.traffic.refresh(),
    ]);
    this.#refreshFrame();
  }
}

async function start() {
  try {
    const session = await Session.begin(new URLSearchParams(location.search).get("as"));
    if (!session.me) throw new Error("This workspace has nobody in it to act as.");
    await new App(session).start();
    document.body.dataset.ready = "true";
  } catch (problem) {
    fill(
      document.getElementById("main"),
      h("div.failure", { role: "alert" }, h("h1", "The playground could not be opened"), h("p", problem.message)),
    );
    throw problem;
  }
}

await start();
