import { $, button, element, spaced, toast } from "./element.js";

const ACTIVE = /https?:\/\/[^\s]+|(?<!#)\b\d{6}\b|\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;
const SAID = { sent: "on its way", delivered: "delivered", failed: "not delivered" };

let following = true;

// Whoever reads the newest text goes on doing so, when a state adds a line or the answers below take more room.
const follow = () => { if (following) $("thread").scrollTop = $("thread").scrollHeight; };
const atEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80;
$("thread").addEventListener("scroll", () => { following = atEnd($("thread")); });
new ResizeObserver(follow).observe($("thread"));

export function drawThread(number, thread) {
  const list = $("thread");
  if (list.dataset.number !== (number ?? "") || list.children.length > thread.length) list.replaceChildren();
  list.dataset.number = number ?? "";
  const fresh = thread.slice(list.children.length).map(bubble);
  list.append(...fresh);
  thread.forEach((entry, position) => { if (entry.type === "text") tell(list.children[position], entry); });
  if (fresh.length) following = true;
  follow();
}

function bubble(entry) {
  const said = element("p", "bubble", ...(entry.type === "text" ? parts(entry.text) : [entry.text]));
  const made = element("li", entry.type, element("span", "unseen", entry.type === "text" ? "Received:" : "You wrote:"), said);
  made.append(element("p", "when", clock(entry.at), element("span", "became")));
  return made;
}

function tell(item, text) {
  if (item.dataset.state === text.state) return;
  item.dataset.state = text.state;
  item.querySelector(".became").textContent = SAID[text.state] + (text.why ? `: ${text.why}` : "");
}

function clock(at) {
  const time = element("time", "", new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  time.dateTime = at;
  return time;
}

function* parts(text) {
  let from = 0;
  for (const found of text.matchAll(ACTIVE)) {
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
  const made = button("code", word, () => copy(word));
  made.setAttribute("aria-label", `Copy ${[...word].join(" ")}`);
  return made;
}

async function copy(word) {
  try {
    await navigator.clipboard.writeText(word);
    toast(`${word} copied`);
  } catch {
    toast(`Your browser does not let this page copy. The code is ${word}`);
  }
}

export function announce(entry) {
  const from = spaced(entry.to ?? entry.from);
  const words = entry.type === "text" ? `New text to ${from}: ${entry.text}` : `Sent from ${from}: ${entry.text}`;
  $("news").append(element("span", "", words));
  if ($("news").children.length > 5) $("news").firstChild.remove();
}
