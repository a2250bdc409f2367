// The device's key: it comes once, behind the # of the device's link, which no server sees, and leaves the address at once.
import { forget, keep, recall } from "./store.js";

const KEY = /^#(tf_[\w-]+)$/;

export function arrive() {
  const [, key] = KEY.exec(location.hash) ?? [];
  if (key && key !== recall("key")) {
    keep("key", key);
    forget("device");
    // Browsers throw away first what nobody asked them to keep.
    navigator.storage?.persist?.().catch(() => {});
  }
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  return recall("key");
}

export const leave = () => forget("key", "device", "list", "currency");
