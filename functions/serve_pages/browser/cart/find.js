// What a cart page shows of its code: by a selector that the shop names, else as most shops carry it from a link.

const PARAMETERS = ["discount", "coupon", "coupon_code", "apply_coupon"];
// Shopify's: the code of `/discount/CODE`, and the cart's token with a key behind a question mark.
const CODE_COOKIE = "discount_code";
const CART_COOKIE = "cart";
const FIELDS = "input,select,textarea";
const PAUSE = 400;

// `data` are the script's own attributes, read anew each time: a page may change them. `done`: nobody is typing now.
export function found(data, done) {
  return {
    code: data.code ? shown(data.code, done) : carried(),
    cart_id: data.cart || cookie(data.cartCookie || CART_COOKIE)?.split("?")[0],
    amount: data.amount ? Number(data.amount) : undefined,
    currency: data.currency,
    url: data.url || location.origin + location.pathname,
  };
}

// Looks again whenever the cart may have changed.
export function watch(selector, look) {
  if (document.prerendering) {
    document.addEventListener("prerenderingchange", () => watch(selector, look), { once: true });
    return;
  }
  // Also after the page was left and come back to.
  addEventListener("pageshow", look);
  if (document.readyState === "complete") look();
  if (!selector) return;
  for (const name of ["change", "submit"]) document.addEventListener(name, look, { capture: true, passive: true });
  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };
  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}

function shown(selector, done) {
  const part = document.querySelector(selector);
  if (!part) return "";
  const field = part.matches(FIELDS);
  // What is half typed is no code yet.
  if (field && !done && part === document.activeElement) return "";
  return (field ? part.value : part.dataset.coupon || part.dataset.code || part.textContent).trim();
}

function carried() {
  const query = new URLSearchParams(location.search);
  const name = PARAMETERS.find((one) => query.get(one));
  return (name ? query.get(name) : (cookie(CODE_COOKIE) ?? "")).trim();
}

function cookie(name) {
  const pair = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}
