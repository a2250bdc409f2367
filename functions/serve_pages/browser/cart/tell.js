// Tells once what is new. Whether the code is one of ours is not answered.
import { write } from "../flow/plain.js";

const LONGEST_CODE = 100;
const LONGEST_CART = 128;
const MOST = 1e12;
// Too many for now, or a fault of ours: worth another try on the next page.
const LATER = 429;

export function telling({ origin, asset, memory }) {
  let underway;
  return async (cart) => {
    const body = bounded(asset, cart);
    const mark = body && write([body.cart_id, body.code, body.amount, body.currency]);
    if (!body || mark === underway || mark === memory.told()) return;
    underway = mark;
    try {
      // A body without a type of its own travels as text/plain, which spares the browser's question beforehand; and it
      // outlives the page, which the customer may be leaving.
      const answer = await fetch(`${origin}/v1/cart-codes`, {
        method: "POST",
        body: write(body),
        credentials: "omit",
        keepalive: true,
      });
      if (answer.status < LATER) memory.tell(mark);
    } catch {
      // Blocked, or nobody there.
    }
    underway = undefined;
  };
}

function bounded(asset_id, { code, cart_id, amount, currency, url }) {
  if (typeof code !== "string" || code.length > LONGEST_CODE || !cart_id || String(cart_id).length > LONGEST_CART) return;
  const counted = Number.isInteger(amount) && amount >= 0 && amount <= MOST && /^[A-Z]{3}$/.test(currency);
  return {
    asset_id,
    cart_id: String(cart_id),
    code,
    ...(counted ? { amount, currency } : {}),
    ...(/^https?:/.test(url) && url.length <= 2048 ? { url } : {}),
  };
}
