// Sends a form as the browser would, and puts the page that answers into the place of this one. One at a time: the form
// itself is never sent besides, so that no second text message is asked for.
import { withVisit } from "./visit.js";

const PATIENCE = 20_000;
let busy = false;

export async function exchange(form, button, show) {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  try {
    const { next, title, url } = await ask(form, button);
    document.title = title;
    history.replaceState(null, "", url);
    show(next);
  } catch {
    complain(form);
  } finally {
    busy = false;
    form.removeAttribute("aria-busy");
  }
}

async function ask(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.set(button.name, button.value);
  const signal = AbortSignal.timeout?.(PATIENCE);
  // A field may be called as a property of the form is, so the address is asked of the attribute.
  const address = withVisit(form.getAttribute("action") ?? location.href);
  const answer = await fetch(address, { method: "POST", body, signal, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("main[data-step]");
  if (!next) throw new Error("no page");
  return { next, title: page.title, url: answer.url };
}

export function put(next) {
  document.querySelector("main").replaceWith(next);
}

// Nothing came back: what was typed stays, and the page says so in its own words.
function complain(form) {
  const main = form.closest("main");
  const fault = main.querySelector("#fault") ?? document.createElement("p");
  Object.assign(fault, { id: "fault", className: "fault" });
  fault.setAttribute("role", "alert");
  form.prepend(fault);
  fault.textContent = main.dataset.offline;
}
