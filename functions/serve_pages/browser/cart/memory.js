// What this browser keeps of the cart: an id where the shop has none, and what was told last. One key, and no cookie.
import { write } from "../flow/plain.js";

// A cart that nobody has touched for so long is another one: 30 days.
const KEPT = 30 * 86_400_000;

export function remembering(asset) {
  const key = `twofold:cart:${asset}`;
  let here = {};

  function recall() {
    try {
      here = Object(JSON.parse(localStorage.getItem(key)));
    } catch {
      // As long as the page lasts it is remembered all the same.
    }
    return Date.now() - here.at < KEPT ? here : {};
  }

  function keep(changes) {
    here = { ...recall(), ...changes, at: Date.now() };
    try {
      localStorage.setItem(key, write(here));
    } catch {
      // See above.
    }
  }

  return {
    told: () => recall().told,
    tell: (told) => keep({ told }),
    forget: () => keep({ cart: undefined, told: undefined }),
    cart() {
      if (!recall().cart) keep({ cart: drawn() });
      return here.cart;
    },
  };
}

const drawn = () =>
  `page-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
