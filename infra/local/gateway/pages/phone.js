import { compose, drawComposer, suggest } from "./compose.js";
import { $, button, element, spaced } from "./element.js";
import { announce, drawThread } from "./thread.js";

const arrived = new Date().toISOString();
const threads = new Map();
const texts = new Map();
const read = new Map();
let shown = null;
let chosen = false;

const events = new EventSource("/stream");
events.addEventListener("open", () => { status("live", true); suggest(answering, choose); });
events.addEventListener("error", () => status("reconnecting", false));
events.addEventListener("fresh", () => { for (const map of [threads, texts, read]) map.clear(); shown = null; chosen = false; later(); });
events.addEventListener("message", (event) => hear(JSON.parse(event.data)));
compose(answering, choose);

function answering() {
  return shown;
}

function choose(number) {
  if (!threads.has(number)) threads.set(number, []);
  shown = number;
  chosen = true;
  draw();
  $("numbers").querySelector("[aria-current=true]").scrollIntoView({ block: "nearest", inline: "nearest" });
}

function status(word, live) {
  $("status").textContent = word;
  $("status").classList.toggle("live", live);
}

function hear(entry) {
  if (entry.type === "receipt") Object.assign(texts.get(entry.id) ?? {}, { state: entry.state, why: entry.why });
  else keep(entry.to ?? entry.from, entry);
  later();
}

function keep(number, entry) {
  if (entry.type === "text") texts.set(entry.id, Object.assign(entry, { state: "sent" }));
  const thread = threads.get(number) ?? [];
  thread.push(entry);
  threads.delete(number);
  threads.set(number, thread);
  if (!chosen) shown = number;
  if (entry.at > arrived) announce(entry);
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}

function draw() {
  const thread = threads.get(shown) ?? [];
  if (shown) read.set(shown, thread.length);
  drawNumbers();
  $("who").textContent = shown ? spaced(shown) : "No texts yet";
  $("sub").textContent = shown ? counted(thread.length) : "";
  $("nobody").hidden = Boolean(shown);
  $("silence").hidden = !shown || thread.length > 0;
  drawThread(shown, thread);
  drawComposer(shown);
}

function drawNumbers() {
  const focused = document.activeElement.dataset.number;
  $("numbers").replaceChildren(...[...threads].reverse().slice(0, 50).map(([number, entries]) => item(number, entries)));
  if (focused) $("numbers").querySelector(`[data-number="${focused}"]`)?.focus();
}

function item(number, entries) {
  const unread = entries.length - (read.get(number) ?? 0);
  const made = button("", element("span", "number", spaced(number)), () => choose(number));
  made.dataset.number = number;
  made.append(element("span", "count", String(unread || entries.length)), element("span", "last", entries.at(-1)?.text ?? ""));
  made.classList.toggle("unread", unread > 0);
  made.setAttribute("aria-current", String(number === shown));
  made.setAttribute("aria-label", `${spaced(number)}, ${unread ? `${unread} new` : counted(entries.length)}`);
  return element("li", "", made);
}

function counted(many) {
  return `${many} ${many === 1 ? "text" : "texts"}`;
}
