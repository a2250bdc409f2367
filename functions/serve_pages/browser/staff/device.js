// The device itself: how it learns who it is, without its key, and how it is forgotten.
import { locked, passing } from "./api.js";
import { button, make } from "./elements.js";
import { foot, show } from "./page.js";
import { fill } from "./say.js";

const FIRST = 1_000;
const LONGEST = 30_000;

// Who and where it is, and for how long it takes back: asked for until somebody says, since nothing can be taken back before.
// Answers what ends the asking.
export function meet(api, known, onLocked) {
  let [wait, over, timer] = [FIRST, false];

  async function ask() {
    let told, problem;
    try { told = await api.device(); } catch (thrown) { problem = thrown; }
    if (over) return;
    if (told) return known(told);
    if (locked(problem)) return onLocked();
    if (passing(problem)) timer = setTimeout(ask, Math.max(wait, (problem.retry_after ?? 0) * 1000));
    wait = Math.min(2 * wait, LONGEST);
  }

  ask();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

export function keyless({ say }, shut) {
  const [heading, how] = shut ? [say.key_locked, say.key_locked_how] : [say.key_missing, say.key_missing_how];
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
