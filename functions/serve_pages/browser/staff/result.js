// The third view: what became of a redemption, as it becomes so; and the way back for some minutes.
import { button, make } from "./elements.js";
import { shown } from "./money.js";
import { buzz, judge, show } from "./page.js";
import { fields } from "./terms.js";
import { fill } from "./say.js";
import { sentence } from "./problems.js";
import { recall } from "./store.js";

const CALM = 1_500;

// What to say of an entry: kind, word, more.
export function verdict({ state, problem, off, currency, doubt, at, terms }, { say, locale }) {
  const why = problem && sentence(say, problem, fields({ terms }, locale));
  const less = off === undefined ? "" : ` · ${shown(-off, currency, locale)}`;
  if (state === "redeemed") return { kind: "good", word: say.redeemed + less, more: why && `${say.undo_failed} ${why}` };
  if (state === "refused") return { kind: "bad", word: say.refused, more: why };
  if (state === "undone") return { kind: "back", word: say.undone, more: say.undone_more };
  if (state === "undoing") return { kind: "wait", word: say.undoing };
  // A moment of waiting is usual and no news.
  const calm = !doubt && Date.now() - at < CALM;
  return calm ? { kind: "ask", word: say.asking } : { kind: "wait", word: say.doubt, more: say.doubt_more };
}

export function result(order, { tongue, list, undo, change, next }) {
  const { say } = tongue;
  const back = button("second", "", () => undo(order), { hidden: true });
  const other = button("second", say.change, () => change(list.find(order)), { hidden: true });
  const { code, title } = list.find(order);
  const on = button("main", say.next, next);
  let before;

  function draw() {
    const entry = list.find(order);
    if (!entry) return next();
    judge(verdict(entry, tongue));
    if (before && before !== entry.state) buzz(entry.state === "refused" ? [90, 60, 90] : 60);
    before = entry.state;
    offer(entry);
  }

  function offer({ state, since, problem }) {
    // Until the device was told for how long it takes back, it offers nothing.
    const left = Math.ceil((since - Date.now()) / 1000 + (recall("device")?.undo_s ?? NaN));
    // What was refused for its basket may be right with another.
    other.hidden = state !== "refused" || problem?.status !== 422;
    back.hidden = state !== "redeemed" || !(left > 0) || Boolean(problem);
    back.textContent = fill(say.undo, { left: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
  }

  const deaf = list.hear(draw);
  const clock = setInterval(draw, 1_000);
  const over = () => {
    deaf();
    clearInterval(clock);
  };
  const ticket = make("section.ticket", {}, title && make("h2", {}, title), make("p.code", { dir: "ltr", translate: false }, code));
  show({ verdict: verdict(list.find(order), tongue), parts: [ticket, other, on, back], focus: on, over });
  draw();
}
