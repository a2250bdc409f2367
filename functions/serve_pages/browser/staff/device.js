// The device itself: without its key, and how it is forgotten.
import { button, make } from "./elements.js";
import { foot, show } from "./page.js";
import { fill } from "./say.js";

export function keyless({ say }, locked) {
  const [heading, how] = locked ? [say.key_locked, say.key_locked_how] : [say.key_missing, say.key_missing_how];
  const title = make("h2", { tabIndex: -1 }, heading);
  show({ parts: [make("section.notice", {}, title, make("p", {}, how))], focus: title });
}

// Asked for twice: it is seldom wanted, and what is not confirmed yet would be lost from sight.
export function forgetting({ say }, waiting, forget) {
  const ask = () => {
    const count = waiting();
    const warning = count ? make("p", { role: "alert" }, fill(say.forget_waiting, { count })) : null;
    const sure = button("plain", say.forget_sure, forget);
    foot(warning, sure);
    sure.focus();
  };
  foot(button("plain", say.forget, ask));
}
