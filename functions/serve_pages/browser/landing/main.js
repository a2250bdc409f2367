// The landing page works without this: its forms post, and pages answer. Here they do so without leaving the page, the
// digits send themselves, and what only scripts can do (counting down, copying, sharing) is added.
import { enhance } from "./enhance.js";
import { forget, recall, remember } from "./memory.js";
import { exchange, put } from "./exchange.js";
import { meet } from "./visit.js";

let end = () => {};

function dress(main) {
  end();
  end = enhance(main);
}

// What a browser does by itself after a page has been loaded, done again for a part of it.
function show(next) {
  const first = next.querySelector("[autofocus]") ?? next.querySelector("h1");
  first.removeAttribute("autofocus");
  if (first.matches("h1")) first.tabIndex = -1;
  put(next);
  dress(next);
  if (next.dataset.step === "done") remember(next);
  first.focus();
  next.querySelector("#fault")?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  exchange(event.target, event.submitter, show);
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-restart]")) forget();
});

const main = document.querySelector("main");
const kept = recall();
if (kept) show(kept);
else {
  dress(main);
  if (main.dataset.step === "number") meet(main.dataset.asset);
}
