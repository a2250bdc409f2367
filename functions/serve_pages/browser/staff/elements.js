// Parts that several views are made of.
import { make } from "../widget/element.js";

const SHAPES = {
  good: "M5 13l5 5L20 7",
  bad: "M6 6l12 12M18 6L6 18",
  wait: "M12 6v7l4 3",
  ask: "M12 12h.01",
  back: "M9 6l-5 5 5 5M4 11h10a5 5 0 0 1 0 10h-3",
};

// A picture beside a word, for the eyes alone.
export function icon(kind) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  line.setAttribute("d", SHAPES[kind]);
  drawing.append(line);
  return drawing;
}

export const button = (look, words, onclick, traits = {}) =>
  make(`button.${look}`, { type: "button", onclick, ...traits }, words);

// A field with its label, and room for what is wrong with it.
export function field(label, input) {
  const fault = make("p.fault", { id: `${input.id}-fault`, hidden: true });
  fault.setAttribute("role", "alert");
  const blame = (words) => {
    fault.textContent = words;
    fault.hidden = !words;
    input.toggleAttribute("aria-invalid", Boolean(words));
    if (words) {
      input.setAttribute("aria-describedby", fault.id);
      input.focus();
    } else input.removeAttribute("aria-describedby");
  };
  return { part: make("div.field", {}, make("label", { htmlFor: input.id }, label), input, fault), input, blame };
}

export { make };
