// The one line on a shop's cart page ends here. It reads which code is in the cart and tells it; on the page it changes
// nothing, and nothing that goes wrong here is the page's trouble.
import { found, watch } from "./find.js";
import { remembering } from "./memory.js";
import { telling } from "./tell.js";

const script = document.currentScript;
// Twice on a page is harmless.
if (script?.dataset.asset && typeof window.twofold?.cart !== "function") start(script);

function start({ src, dataset }) {
  const memory = remembering(dataset.asset);
  const tell = telling({ origin: new URL(src).origin, asset: dataset.asset, memory });
  const say = (given, done) => {
    const { code, cart_id, ...more } = { ...found(dataset, done), ...given };
    if (code) tell({ ...more, code, cart_id: cart_id || memory.cart() });
  };
  const look = (event) => quietly(() => say({}, event?.type === "change" || event?.type === "submit"));
  // For shops that know better: `twofold.cart({ code, cart_id, amount, currency })`; null once it has been ordered.
  const cart = (given) => quietly(() => (given === null ? memory.forget() : say(given, true)));
  const put = () => quietly(() => (window.twofold = Object.assign(Object(window.twofold), { cart })));
  put();
  // Another script of ours may have put its own there meanwhile.
  addEventListener("load", put);
  watch(dataset.code, look);
}

function quietly(work) {
  try {
    work();
  } catch {
    // A page may forbid cookies, and a selector may be none: then there is nothing to tell.
  }
}
