// From a code to what became of it. The order's id is made once for a code that is looked up, so that however often the
// button is pressed, the network fails or the page is loaded anew, the server sees one order.
import { card, unknown } from "./card.js";
import { button } from "./elements.js";
import { unsettled } from "./list.js";
import { show } from "./page.js";
import { locked, passing } from "./api.js";
import { result } from "./result.js";
import { scanner } from "./scanner.js";
import { recall } from "./store.js";

export function till({ tongue, api, list, queue, onLocked }) {
  const { say } = tongue;
  let turn = 0;

  const next = () => {
    turn += 1;
    scanner({ say, found: look });
  };
  const open = (order) => {
    turn += 1;
    result(order, { tongue, list, undo, change: ({ code, body }) => look(code, body), next });
  };

  // `before` is the body of a redemption that was refused, to be changed; its order is over.
  async function look(code, before) {
    const mine = (turn += 1);
    const known = list.waiting(code);
    if (known) return open(known.order);
    const order = draw();
    show({ verdict: { kind: "ask", word: say.checking, more: code }, parts: [button("second", say.another, next)] });
    let told;
    try {
      told = await api.check(code);
    } catch (problem) {
      if (mine === turn) missed(code, order, problem, before);
      return;
    }
    if (mine === turn) card(told, { tongue, next, before, redeem: (body) => redeem(told, order, body) });
  }

  function missed(code, order, problem, before) {
    if (locked(problem)) return onLocked();
    const doings = { tongue, next, before, again: () => look(code, before), redeem: (body) => redeem({ code }, order, body) };
    if (passing(problem)) return unknown(code, doings);
    return card({ code, valid: false, reason: problem.code }, doings);
  }

  // Written down before it is sent: what is under way is never forgotten.
  function redeem({ code, discount, terms }, order, body) {
    const known = list.waiting(code) ?? list.find(order);
    if (!known || known.state === "refused") {
      list.put({ order, code, title: discount?.title, terms, at: Date.now(), state: "asking", body: { ...body, order_id: order } });
      queue.pump();
    }
    open(known && known.state !== "refused" ? known.order : order);
  }

  function undo(order) {
    if (list.find(order)?.state !== "redeemed") return;
    list.change(order, { state: "undoing", problem: undefined, due: 0 });
    queue.pump();
  }

  return { next, open, waiting: () => list.all().filter(unsettled).length };
}

// Unlike any other, and readable in an order's history: which device, and when.
function draw() {
  const name = (recall("device")?.label ?? "").normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").slice(0, 24);
  const chance = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");
  return `till-${name || "device"}-${Date.now().toString(36)}-${chance}`;
}
