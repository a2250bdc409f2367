import { $, button, element, spaced } from "./element.js";

const GONE = "The phone does not answer. `make status` says what runs.";

export function compose(number, opened) {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); send(number(), $("text").value, true); });
  for (const opener of ["other", "first"]) $(opener).addEventListener("click", () => ask());
  $("leave").addEventListener("click", () => $("phones").close());
  $("choose").addEventListener("submit", (event) => { event.preventDefault(); choose($("number").value, opened); });
}

export function drawComposer(number) {
  $("composer").hidden = !number;
  $("label").textContent = number ? `Answer as ${spaced(number)}` : "Answer";
  if ($("composer").dataset.number !== (number ?? "")) $("fault").textContent = "";
  $("composer").dataset.number = number ?? "";
}

async function send(from, text, typed = false) {
  if (!text.trim()) return $("text").focus();
  $("fault").textContent = "";
  $("composer").setAttribute("aria-busy", "true");
  const fault = await refused(from, text);
  $("composer").removeAttribute("aria-busy");
  $("fault").textContent = fault;
  if (typed && !fault) $("text").value = "";
  if (typed) $("text").focus();
}

async function refused(from, text) {
  try {
    const answer = await fetch("/replies", { method: "POST", body: JSON.stringify({ from, text }) });
    return answer.ok ? "" : (await answer.json()).detail;
  } catch {
    return GONE;
  }
}

export async function suggest(number, opened) {
  const answer = await fetch("/suggestions").catch(() => null);
  if (!answer?.ok) return;
  const { words, phones } = await answer.json();
  $("words").replaceChildren(...words.map((word) => button("word", word, () => send(number(), word))));
  $("broken").replaceChildren(...Object.entries(phones).map(([phone, why]) => broken(phone, why, opened)));
}

function broken(phone, why, opened) {
  const pick = button("plain", spaced(phone), () => choose(phone, opened));
  return element("li", "", pick, element("span", "note", why));
}

function ask() {
  $("number").value = `+4860${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
  $("number-fault").textContent = "";
  $("phones").showModal();
  $("number").select();
}

function choose(written, opened) {
  const number = written.replace(/[\s().-]/g, "");
  if (!/^\+[1-9]\d{6,14}$/.test(number)) {
    $("number-fault").textContent = "Write the whole number with its country code: +48601234567.";
    return;
  }
  $("phones").close();
  opened(number);
  $("text").focus();
}
