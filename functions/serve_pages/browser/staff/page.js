// The page's places: who and where this device is, what is so (said aloud too), the view, and the codes of late.
import { icon, make } from "./elements.js";

const place = (id) => document.getElementById(id);

export function dress({ say, locale }) {
  document.documentElement.lang = locale;
  document.title = say.title;
  place("title").textContent = say.title;
}

export const introduce = ({ place_name, place: id, label } = {}) =>
  place("device").replaceChildren(...[place_name ?? id, label].filter(Boolean).map((part) => make("span", {}, part)));

let end = () => {};

// Replaces the view; what the last one had going ends. The place for what is so stays, so that it is heard when it changes.
export function show({ verdict, parts, focus, over = () => {} }) {
  end();
  end = over;
  judge(verdict);
  place("view").replaceChildren(...parts.filter(Boolean));
  (focus ?? place("verdict")).focus({ preventScroll: true });
  scrollTo(0, 0);
}

// `kind` is good, bad or wait, each with a word and a picture besides its colour; none says nothing.
export function judge({ kind, word, more } = {}) {
  const box = place("verdict");
  const said = [kind, word, more].join("|");
  if (box.dataset.said === said) return;
  box.dataset.said = said;
  box.className = kind ?? "";
  box.replaceChildren(...(kind ? [icon(kind), make("div", {}, make("p.word", {}, word), more && make("p", {}, more))] : []));
}

export const below = (...parts) => place("recent").replaceChildren(...parts.filter(Boolean));
export const foot = (...parts) => place("foot").replaceChildren(...parts.filter(Boolean));
export const buzz = (pattern) => navigator.vibrate?.(pattern);
