// The small pill in the corner: people choose to open it, or send it away.
import { cross, make, ticket } from "./element.js";

export function teaser({ settings: { texts: say, brand }, open, wave }) {
  const words = make("span");
  const node = make(
    "section.teaser",
    { hidden: true, "aria-label": brand },
    make("button.invite", { type: "button", onclick: open, "aria-haspopup": "dialog" }, ticket(), words),
    cross(say.teaser_close, wave),
  );
  return {
    node,
    show(mine) {
      words.textContent = mine ? say.teaser_done : say.teaser;
      node.hidden = false;
    },
    hide: () => void (node.hidden = true),
  };
}
