// Makes elements without a line of HTML, so that pages with Trusted Types have nothing to refuse.
import { web } from "../flow/links.js";

// `make("p.small", { id: "hint" }, "words", another)`: properties where there are such, else attributes.
export function make(what, traits = {}, ...inside) {
  const [tag, ...classes] = what.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const name of Object.keys(traits)) {
    if (name in made) made[name] = traits[name];
    else made.setAttribute(name, traits[name]);
  }
  made.append(...inside.filter(Boolean));
  return made;
}

// A link that leaves the page where it is. None for an address that is not of the web.
export function outside(address, words) {
  const href = web(address, location.origin);
  return href && make("a.link", { href, target: "_blank", rel: "noopener" }, words);
}

// A ticket: its outline is the only picture here.
export function ticket() {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  line.setAttribute("d", "M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zm11 0v2m0 3v2m0 3v2");
  drawing.append(line);
  return drawing;
}

export const cross = (label, onclick) =>
  make("button.cross", { type: "button", "aria-label": label, onclick }, "×");
