// What this device keeps, by name, in localStorage; where that is forbidden, for as long as the page is open.
const PREFIX = "twofold staff ";
const here = {};

// Read anew each time: another tab may have written since.
export function recall(name) {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    if (kept !== null) return JSON.parse(kept);
  } catch { /* As if there were nothing. */ }
  return here[name];
}

export function keep(name, value) {
  here[name] = value;
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch { /* A browser may forbid it, or have no room. */ }
}

export function forget(...names) {
  for (const name of names) {
    delete here[name];
    try { localStorage.removeItem(PREFIX + name); } catch { /* As above. */ }
  }
}

// Calls back when another tab has changed what is kept under this name.
export const overhear = (name, heard) =>
  addEventListener("storage", ({ key }) => { if (key === PREFIX + name || key === null) heard(); });
