// Asks until there is an answer, over reloads and gaps in the network. Asking again is harmless: an order keeps its id, and
// the server redeems once for it.
import { locked, passing } from "./api.js";
import { unsettled } from "./list.js";

const FIRST = 1_000;
const LONGEST = 30_000;

export function queue({ api, list, onLocked }) {
  const busy = new Set();
  let shut = false;
  let timer;

  const deeds = {
    async asking({ order, code, body }) {
      const told = await api.redeem(code, body, order);
      // By the server's clock: this device's own may be wrong.
      const age = Math.max(0, told.told_at - Date.parse(told.redeemed_at));
      const { redemption_id: redemption, discount_amount: off, currency } = told;
      return { state: "redeemed", redemption, off, currency, since: Date.now() - age };
    },
    async undoing({ order, redemption }) {
      await api.rollBack(redemption, { reason: "Taken back at the till" }, `${order}/undo`);
      return { state: "undone" };
    },
  };

  const refused = {
    asking: (problem) => ({ state: "refused", problem }),
    undoing: (problem) => ({ state: "redeemed", problem }),
  };

  async function settle(entry) {
    busy.add(entry.order);
    let changes;
    try {
      changes = await deeds[entry.state](entry);
    } catch (problem) {
      changes = after(entry, problem);
    }
    busy.delete(entry.order);
    // In another tab it may have gone on meanwhile.
    if (list.find(entry.order)?.state === entry.state) list.change(entry.order, { tries: 0, doubt: false, ...changes });
    plan();
  }

  function after({ state, tries = 0 }, problem) {
    if (!locked(problem) && !passing(problem)) return refused[state](problem);
    if (locked(problem)) {
      shut = true;
      onLocked();
    }
    const wait = Math.max(Math.min(FIRST * 2 ** tries, LONGEST), (problem.retry_after ?? 0) * 1000);
    return { doubt: true, tries: tries + 1, due: Date.now() + wait };
  }

  const open = () => (shut ? [] : list.all().filter((entry) => unsettled(entry) && !busy.has(entry.order)));

  function plan() {
    clearTimeout(timer);
    const next = Math.min(...open().map(({ due = 0 }) => due));
    if (next < Infinity) timer = setTimeout(() => pump(), Math.max(0, next - Date.now()));
  }

  // `now`: also what would wait a while longer, since something has changed for the better.
  function pump(now = false) {
    for (const entry of open()) if (now || (entry.due ?? 0) <= Date.now()) settle(entry);
    plan();
  }

  return { pump };
}
