// Addresses that come with settings and answers: only those of the web, so that none can be a script.

export function web(address, base) {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// Where the shop takes a discount code; a path is meant on the site that the visitor is on, whatever its <base> says.
export const applying = (pattern, code) =>
  pattern ? web(pattern.replaceAll("{code}", encodeURIComponent(code)), location.origin) : null;
