// The dialog: the browser's own, so that focus stays in it, Escape closes it, and the page behind it rests.
import { cross, make } from "./element.js";
import { codeStep } from "./code_step.js";
import { doneStep } from "./done_step.js";
import { numberStep } from "./number_step.js";

const STEPS = { number: numberStep, code: codeStep, done: doneStep };

export function dialog({ settings, flow, reports, surface, country, closed }) {
  const say = settings.texts;
  const heading = make("h2", { id: "heading", tabIndex: -1 });
  const stage = make("div.stage");
  const node = make(
    "dialog",
    { "aria-labelledby": "heading", onclose: leave },
    make("header", {}, make("p.brand", {}, settings.brand), heading, cross(say.close, () => node.close())),
    stage,
  );
  let current = null;
  let chosen = true;

  // `problem` is why the visitor is back at an earlier step. Steps name what they lack as well: a page may have given
  // every object a `first` or an `end`.
  function go(problem) {
    current?.end?.();
    current = STEPS[flow.step]({ settings, say, flow, reports, country, go });
    heading.textContent = current.heading;
    stage.replaceChildren(current.node);
    // Who did not ask for it should not have a keyboard jump up: then the heading is where reading begins.
    (chosen && current.first ? current.first : heading).focus();
    chosen = true;
    if (problem) current.complain(problem);
  }

  function leave() {
    current.end?.();
    current = null;
    closed();
  }

  // `wanted`: the visitor asked for it.
  function open(wanted) {
    if (node.open) return false;
    chosen = wanted;
    surface.tint();
    node.showModal();
    go();
    return true;
  }

  // Its parts fill the dialog, so this is what it covers. A text that is marked beyond the edge is no click there.
  node.addEventListener("pointerdown", ({ target }) => target === node && node.close());
  lift(node);
  return { node, open, close: () => node.close() };
}

// Above a phone's keyboard, which covers what is fixed to the bottom.
function lift(node) {
  const view = window.visualViewport;
  view?.addEventListener("resize", () => {
    const hidden = view.scale > 1.01 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
    node.style.setProperty("--keyboard", `${hidden}px`);
  });
}
