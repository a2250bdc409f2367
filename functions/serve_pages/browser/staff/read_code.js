// The discount code in what was typed, pasted or scanned; null where there is none.
const PAGE = /(?:^|\/)c\/([^/?#\s]+)/i;
const CODE = /^[^\s/?#<>"]{1,64}$/;

export function readCode(text) {
  const typed = text.trim();
  if (!typed.includes("/")) return proper(typed);
  const [, part] = PAGE.exec(typed) ?? [];
  return part ? proper(plain(part)) : null;
}

// As the API keeps it: case, spaces and hyphens do not matter.
function proper(typed) {
  const code = typed.replace(/[\s-]+/g, "").toUpperCase();
  return CODE.test(code) ? code : null;
}

function plain(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
