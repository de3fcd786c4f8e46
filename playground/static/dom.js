/** Small helpers to build and keep up the document. Text always becomes a text node, never markup. */

let lastId = 0;

/** A fresh id for one element of this page. */
export function uniqueId(prefix = "id") {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/**
 * Build an element, such as `h("p.hint", { id: "x" }, "Text")`.
 * The properties may be left out. One that begins with "on" adds a listener; `class` adds to the classes of the tag;
 * `dataset` and `style` mean what they say; true sets an empty attribute; false, null and undefined set none.
 * Children may be nodes, strings, nested lists or nothing. A button submits nothing unless its type says so.
 */
export function h(tagAndClasses, ...rest) {
  const [tag, ...classes] = tagAndClasses.split(".");
  const properties = isProperties(rest[0]) ? rest.shift() : {};
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.classList.add(...value.split(" ").filter(Boolean));
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "style") setStyle(element, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, rest);
  return element;
}

function isProperties(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Node);
}

function setStyle(element, properties) {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
}

/** Add children as `h` takes them. */
export function append(parent, children) {
  parent.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== null && child !== undefined && child !== false && child !== ""),
  );
}

/** Put these children in place of all others. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/**
 * Bring a parent's children to the given list and keep the elements that have not changed, so that focus, caret and
 * what somebody types survive.
 * @param {Element} parent
 * @param {{key: string, signature: string, build: () => Element}[]} items
 */
export function reconcile(parent, items) {
  const refocus = focusWithin(parent);
  const wanted = new Set(items.map((item) => item.key));
  // What goes, goes first: a node that stays is then never moved, which would cost it the focus.
  for (const child of [...parent.children]) if (!wanted.has(child.dataset.key)) child.remove();
  const existing = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let position = parent.firstElementChild;
  for (const item of items) {
    const old = existing.get(item.key);
    let node = old;
    if (old?.signature !== item.signature) {
      node = item.build();
      node.dataset.key = item.key;
      node.signature = item.signature;
      if (position === old) position = node;
      old?.replaceWith(node);
    }
    if (node === position) position = position.nextElementSibling;
    else parent.insertBefore(node, position);
  }
  refocus();
}

const FOCUSABLE = "input, select, textarea, button, a[href]";

/** Remember where in a parent's children the focus is; the answer brings it back if its element has been replaced. */
function focusWithin(parent) {
  const active = document.activeElement;
  if (!parent.contains(active) || active === parent) return () => {};
  const child = [...parent.children].find((node) => node.contains(active));
  const index = [...child.querySelectorAll(FOCUSABLE)].indexOf(active);
  const caret = typeof active.selectionStart === "number" ? active.selectionStart : null;
  return () => {
    if (active.isConnected) return;
    const now = [...parent.children].find((node) => node.dataset.key === child.dataset.key);
    const fields = [...(now?.querySelectorAll(FOCUSABLE) ?? [])];
    const field =
      fields.find((one) => active.dataset.actionId && one.dataset.actionId === active.dataset.actionId) ??
      fields[index] ??
      parent.closest("[tabindex]");
    field?.focus();
    if (caret !== null && typeof field?.selectionStart === "number") field.setSelectionRange(caret, caret);
  };
}

/** Say something to people who listen to the page instead of looking at it. */
export function announce(sentence) {
  document.getElementById("announcer").textContent = sentence;
}

/** Show a sentence for a few seconds, for what belongs to no place of its own. */
export function toast(sentence) {
  const note = h(
    "div.toast",
    sentence,
    h("button.icon-button", { "aria-label": "Dismiss", onclick: () => note.remove() }, "×"),
  );
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 8000);
}

/** How many messages are unread; its id describes the link it stands in. Nothing where all is read. */
export function unreadMark(count) {
  if (!count) return null;
  return h("span.badge", { id: uniqueId("unread") }, String(count), h("span.visually-hidden", " unread"));
}

/** A round picture of a person: their initials on their colour. Bots are square. */
export function avatar(person, size = "medium") {
  return h(
    "span",
    {
      class: `avatar avatar-${size}${person?.is_bot ? " avatar-bot" : ""}`,
      "aria-hidden": "true",
      style: faceColours(person),
    },
    person?.initials || "?",
  );
}

/** The colours of somebody's picture, as custom properties. */
export function faceColours(person) {
  const colour = person?.colour || "#6b7680";
  return { "--avatar": colour, "--avatar-text": textOn(colour) };
}

// The relative luminance of WCAG 2 decides between dark and light letters.
function textOn(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#14191c" : "#fff";
}
