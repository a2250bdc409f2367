// Handing something on: by the system's own sheet where there is one, else by the clipboard.

export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // What cannot be copied is at least marked, ready for the visitor's own keys.
    getSelection().selectAllChildren(shown);
    return false;
  }
}

// True when it went to the clipboard: then nobody else says so.
export async function share(url, text, shown) {
  if (!navigator.share) return copy(url, shown);
  await navigator.share({ url, text }).catch(() => {});
  return false;
}
