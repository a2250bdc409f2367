// What a reload must not lose, for as long as the tab lives. Never the phone number.
const KEY = `twofold ${location.pathname}`;

export function remember(state) {
  try { sessionStorage.setItem(KEY, JSON.stringify(state)); } catch { /* A browser may forbid it. */ }
}

export function recall() {
  try { return JSON.parse(sessionStorage.getItem(KEY)) ?? {}; } catch { return {}; }
}
