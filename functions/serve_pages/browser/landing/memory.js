// The last step, kept for as long as the tab lives, so that loading the page again does not lose the discount code. The
// steps before it lie behind addresses of their own, and the phone number lies nowhere.
const key = () => `twofold ${document.querySelector("main").dataset.asset}`;

export function remember(main) {
  try { sessionStorage.setItem(key(), main.outerHTML); } catch { /* A browser may forbid it. */ }
}

export function recall() {
  try {
    const kept = sessionStorage.getItem(key());
    return kept && new DOMParser().parseFromString(kept, "text/html").querySelector("main");
  } catch { return null; }
}

export function forget() {
  try { sessionStorage.removeItem(key()); } catch { /* As above. */ }
}
