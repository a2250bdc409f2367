// What this device has asked for, newest first: the last twenty, and whatever is not settled yet, however old.
//
// An entry is `{order, code, title, at, state, body, …}`, and `state` one of asking, redeemed, refused, undoing, undone.
// While it is asking or undoing nobody knows, and the queue asks on; `doubt` is there once an answer failed to come. `since`
// is when it was redeemed, by this device's clock.
import { keep, overhear, recall } from "./store.js";

const MOST = 20;

export const unsettled = ({ state }) => state === "asking" || state === "undoing";

export function listing() {
  const listeners = new Set();
  const all = () => recall("list") ?? [];
  const tell = () => listeners.forEach((listener) => listener());
  overhear("list", tell);

  function store(entries) {
    keep("list", entries.filter((entry, place) => place < MOST || unsettled(entry)));
    tell();
  }

  return {
    all,
    find: (order) => all().find((entry) => entry.order === order),
    // A code that is waiting for its answer is not asked for a second time.
    waiting: (code) => all().find((entry) => entry.code === code && unsettled(entry)),
    put: (entry) => store([entry, ...all()]),
    change: (order, changes) =>
      store(all().map((entry) => (entry.order === order ? { ...entry, ...changes } : entry))),
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
