"use strict";

const byNumber = new Map();
const read = new Map();
let shown = null;
let chosen = false;

const $ = (id) => document.getElementById(id);
const CODE = /https?:\/\/[^\s]+|\b\d{6}\b|\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;

const events = new EventSource("/stream");
events.addEventListener("open", () => state("live", true));
events.addEventListener("error", () => state("reconnecting", false));
events.addEventListener("fresh", () => { byNumber.clear(); read.clear(); shown = null; chosen = false; later(); });
events.addEventListener("message", (event) => receive(JSON.parse(event.data)));

function state(word, live) {
  $("state").textContent = word;
  $("state").classList.toggle("live", live);
}

function receive(text) {
  const thread = byNumber.get(text.to) ?? [];
  thread.push(text);
  byNumber.delete(text.to);
  byNumber.set(text.to, thread);
  if (!chosen) shown = text.to;
  later();
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}

function draw() {
  const thread = byNumber.get(shown) ?? [];
  if (shown) read.set(shown, thread.length);
  $("numbers").replaceChildren(...[...byNumber].reverse().slice(0, 50).map(([number, texts]) => entry(number, texts)));
  $("who").textContent = shown ? spaced(shown) : "No texts yet";
  $("sub").textContent = shown ? `${thread.length} ${thread.length === 1 ? "text" : "texts"}` : "";
  $("empty").hidden = Boolean(shown);
  drawThread(thread);
}

function drawThread(thread) {
  const list = $("thread");
  if (list.dataset.number !== (shown ?? "") || list.children.length > thread.length) list.replaceChildren();
  list.dataset.number = shown ?? "";
  const fresh = thread.slice(list.children.length).map(bubble);
  list.append(...fresh);
  if (fresh.length) list.scrollTop = list.scrollHeight;
}

function entry(number, texts) {
  const unread = texts.length - (read.get(number) ?? 0);
  const button = element("button", "", element("span", "number", spaced(number)),
    element("span", "count", String(unread || texts.length)), element("span", "last", texts.at(-1).text));
  button.type = "button";
  button.classList.toggle("unread", unread > 0);
  button.setAttribute("aria-current", String(number === shown));
  button.setAttribute("aria-label", `${spaced(number)}, ${unread ? `${unread} new` : `${texts.length} texts`}`);
  button.addEventListener("click", () => { shown = number; chosen = true; draw(); });
  return element("li", "", button);
}

function bubble(text) {
  const at = new Date(text.at);
  const time = element("time", "", at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  time.dateTime = text.at;
  return element("li", "", element("p", "bubble", ...parts(text.text)), time);
}

function* parts(text) {
  let from = 0;
  for (const found of text.matchAll(CODE)) {
    const word = found[0].startsWith("http") ? found[0].replace(/[.,;)]+$/, "") : found[0];
    if (!word.startsWith("http") && word.length < 6) continue;
    yield text.slice(from, found.index);
    yield word.startsWith("http") ? link(word) : code(word);
    from = found.index + word.length;
  }
  yield text.slice(from);
}

function link(address) {
  const anchor = element("a", "", address);
  anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noreferrer";
  return anchor;
}

function code(word) {
  const button = element("button", "code", word);
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${[...word].join(" ")}`);
  button.addEventListener("click", () => copy(word));
  return button;
}

async function copy(word) {
  try {
    await navigator.clipboard.writeText(word);
    toast(`${word} copied`);
  } catch {
    toast(`Your browser does not let this page copy. The code is ${word}`);
  }
}

let fading;
function toast(words) {
  $("toast").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => { $("toast").textContent = ""; }, 2500);
}

function spaced(number) {
  return number.replace(/^(\+\d{2})(\d{3})(\d{3})(\d+)$/, "$1 $2 $3 $4");
}

function element(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}
