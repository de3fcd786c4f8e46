/** The People API, as one person: every request this page makes. */

/** A request the server refused; `message` is a sentence for the person. */
export class Refused extends Error {
  constructor(code, message) {
    super(message || code);
    this.code = code;
  }
}

async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Refused("unreachable", "The playground does not answer. Is it still running?");
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.ok === false) {
    throw new Refused(answer.error || `http_${response.status}`, answer.message);
  }
  return answer;
}

/** What anybody may ask. */
export const shared = {
  workspace: () => send("GET", "/people/workspace"),
  clock: () => send("GET", "/people/clock"),
  skip: (to) => send("POST", "/people/clock/skip", { to }),
  putSkipAway: () => send("DELETE", "/people/clock/skip"),
  traffic: (after) => send("GET", `/people/traffic?after=${after}`),
  clearTraffic: () => send("DELETE", "/people/traffic"),
  faults: () => send("GET", "/people/faults"),
  addFault: (fault) => send("POST", "/people/faults", fault),
  removeFault: (id) => send("DELETE", `/people/faults/${id}`),
};

/** What the acting person may ask and do. */
export class Api {
  constructor(personId) {
    this.base = `/people/${encodeURIComponent(personId)}`;
  }

  get(path) {
    return send("GET", this.base + path);
  }

  post(path, body = {}) {
    return send("POST", this.base + path, body);
  }

  conversations() {
    return this.get("/conversations");
  }

  messages(conversation) {
    return this.get(`/conversations/${conversation}/messages`);
  }

  say(conversation, text) {
    return this.post(`/conversations/${conversation}/messages`, { text });
  }

  read(conversation) {
    return this.post(`/conversations/${conversation}/read`);
  }

  open(users) {
    return this.post("/conversations", { users });
  }

  invite(conversation, user) {
    return this.post(`/conversations/${conversation}/members`, { user });
  }

  home() {
    return this.get("/home");
  }

  homeOpened(tab) {
    return this.post("/home/opened", { tab });
  }

  act(action) {
    return this.post("/actions", action);
  }

  /** What the app suggests for what is typed into one of its selects. */
  suggest(container, block, element, value) {
    return this.post("/suggestions", { container, block_id: block.block_id, action_id: element.action_id, value });
  }

  upload(name, base64) {
    return this.post("/files", { name, base64 });
  }

  /** What is to come, and where the clock can be moved to. */
  ahead() {
    return this.get("/ahead");
  }

  views() {
    return this.get("/views");
  }

  submit(view, state) {
    return this.post(`/views/${view}/submit`, { state });
  }

  close(view) {
    return this.post(`/views/${view}/close`);
  }

  /** Run a shortcut: a global one, or one on a message, `{channel, ts}`. */
  shortcut(callbackId, message) {
    return this.post("/shortcuts", { callback_id: callbackId, message });
  }

  /** Put an emoji under a message `{channel, ts}`, or take one's own away. */
  react(name, message) {
    return this.post("/reactions", { name, message });
  }

  changeProfile(change) {
    return send("PATCH", `${this.base}/profile`, change);
  }
}

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;

/**
 * Listen to what changes for a person, for as long as the page lives.
 * @param {(event: object) => void} onEvent  each event the server pushes
 * @param {(connected: boolean) => void} onConnection  false when a connection is lost, true when there is one again
 * @returns {Promise<void>}  settled with the first connection, or without one: then there is none again later
 */
export function listen(personId, onEvent, onConnection) {
  let pause = FIRST_PAUSE;
  return new Promise((resolve) => {
    let again = false;
    const connect = () => {
      const address = new URL(`/people/${encodeURIComponent(personId)}/events?traffic`, location.href);
      address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
      const socket = new WebSocket(address);
      socket.onopen = () => {
        pause = FIRST_PAUSE;
        if (again) onConnection(true);
        resolve();
      };
      socket.onmessage = (message) => onEvent(JSON.parse(message.data));
      socket.onclose = () => {
        again = true;
        onConnection(false);
        resolve();
        setTimeout(connect, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      };
    };
    connect();
  });
}

/** Let a failed reading pass where the server is away: the page says so, and reads all again when it is back. */
export function unlessAway(problem) {
  if (problem.code !== "unreachable") throw problem;
}

/** Wrap an async reading so that calls during a run lead to one more run after it, never to two at once. */
export function coalesced(task) {
  let running = null;
  let again = null;
  const run = async () => {
    try {
      await task().catch(unlessAway);
    } finally {
      running = null;
    }
  };
  return () => {
    if (!running) {
      running = run();
      return running;
    }
    again ??= running
      .catch(() => {})
      .then(() => {
        again = null;
        running = run();
        return running;
      });
    return again;
  };
}
