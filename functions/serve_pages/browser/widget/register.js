// Puts `window.twofold` on the page, hears which elements are viewed, and starts the rest at a quiet moment.
import { arrival } from "../flow/arrival.js";
import { connect } from "../flow/api.js";
import { remembering } from "./memory.js";
import { reporting } from "./reports.js";
import { start } from "./start.js";

const CLICKED = "a,button,input,summary,[role=button]";
const MARK = "data-twofold-viewed";
const LABEL = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function register({ src, dataset: { asset, locale, country } }) {
  const api = connect(new URL(src).origin);
  const memory = remembering(asset);
  const reports = reporting({ api, asset, memory });
  const widget = { api, asset, country, memory, reports, locale: locale || document.documentElement.lang || navigator.language };
  const ready = quietly(() => {
    memory.arrive(arrival(location.href));
    return start(widget);
  });
  window.twofold = {
    ...window.twofold,
    open: () => void ready().then((shown) => shown?.open()),
    close: () => void ready().then((shown) => shown?.close()),
    viewed: view(reports),
  };
  whenQuiet(() => {
    ready();
    watch(window.twofold.viewed);
  });
}

// Nothing that goes wrong here is the page's trouble. What failed is tried again when somebody asks for it.
function quietly(work) {
  let running = null;
  return () => (running ??= work().catch(() => void (running = null)));
}

// Each label once in a page's life: that is what there is to know.
function view(reports) {
  const told = new Set();
  return (label) => {
    if (typeof label !== "string" || !LABEL.test(label) || told.has(label)) return;
    told.add(label);
    reports.tell("viewed", { label });
  };
}

function watch(viewed) {
  for (const part of document.querySelectorAll(`[${MARK}]`)) {
    if (!part.matches(CLICKED)) viewed(part.getAttribute(MARK));
  }
  // On its way down, so that a page that stops its clicks does not hide them.
  const clicked = ({ target }) => {
    const part = target.closest?.(`[${MARK}]`);
    if (part?.matches(CLICKED)) viewed(part.getAttribute(MARK));
  };
  document.addEventListener("click", clicked, { capture: true, passive: true });
}

function whenQuiet(work) {
  // A page that is only prepared has no visitor yet.
  if (document.prerendering) return document.addEventListener("prerenderingchange", () => whenQuiet(work), { once: true });
  const idle = window.requestIdleCallback ?? ((later) => setTimeout(later, 200));
  const soon = () => idle(work, { timeout: 2000 });
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
