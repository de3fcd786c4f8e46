/** Choosing people: to start a conversation with, or to bring into one. */

import { choiceRow } from "./choices.js";
import { ask } from "./confirm.js";
import { avatar, h, toast } from "./dom.js";

function picker(people, session) {
  const boxes = people.map((person) => h("input", { type: "checkbox", value: person.id }));
  const rows = people.map((person, index) => {
    const about = [person.title, person.is_bot ? "app" : session.localTime(person)].filter(Boolean).join(" · ");
    return choiceRow(boxes[index], person.real_name, about, avatar(person, "small"));
  });
  const node = h("div.choices.choices-list", { role: "group", "aria-label": "People" }, rows);
  return { node, chosen: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

/** Open a direct or group message with the people chosen. */
export async function startConversation(session, go) {
  const others = session.people.filter((person) => person.id !== session.me.id && !person.deleted);
  const { node, chosen } = picker(others, session);
  if (!(await ask({ title: "New message", body: node, accept: "Open" })) || !chosen().length) return;
  try {
    const { id } = await session.api.open(chosen());
    await session.refreshConversations();
    go(id);
  } catch (refusal) {
    toast(refusal.message);
  }
}

/** Show who is in a conversation, and bring in more. */
export async function showMembers(session, conversation) {
  const inside = conversation.members.map((id) => session.person(id)).filter(Boolean);
  const app = session.person(session.app.bot_user_id) ?? {
    ...session.author({}),
    id: session.app.bot_user_id,
    real_name: session.app.name,
  };
  const outside = [...session.people.filter((person) => !person.deleted), app].filter(
    (person) => !conversation.members.includes(person.id),
  );
  const list = h(
    "ul.member-list",
    inside.map((person) =>
      h(
        "li",
        avatar(person, "small"),
        h("span.choice-text", person.real_name, h("span.choice-description", person.title ?? "")),
      ),
    ),
  );
  const open =
    ["channel", "private"].includes(conversation.kind) && conversation.is_member !== false && outside.length > 0;
  const { node, chosen } = picker(outside, session);
  const body = h("div", list, open ? [h("h3.dialog-subtitle", "Add people"), node] : null);
  const accepted = await ask({
    title: `In ${session.named(conversation)}`,
    body,
    accept: open ? "Add" : "Close",
    dismiss: open ? "Close" : "",
  });
  if (!accepted || !open) return;
  for (const id of chosen()) {
    await session.api.invite(conversation.id, id).catch((refusal) => toast(refusal.message));
  }
}
