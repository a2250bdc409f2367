// The verification code in whatever was typed or pasted: wide, Arabic or Persian digits, blanks, a whole text message.
export const LENGTH = 6;

export function digits(typed) {
  const plain = typed.normalize("NFKC").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
  const found = plain.match(/\b\d{3}[\s-]?\d{3}\b/)?.[0] ?? plain;
  return found.replace(/\D/g, "");
}
