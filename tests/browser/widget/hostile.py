"""What pages do to whoever lives on them."""

RESET = """<style>
* { all: unset !important; display: none; visibility: hidden !important; opacity: 0 !important; }
html, body { display: block !important; visibility: visible !important; opacity: 1 !important; }
html > *:not(head):not(body), twofold-widget { display: none !important; position: static !important;
  transform: scale(0) !important; pointer-events: none !important; color: transparent !important;
  font-size: 0 !important; direction: rtl !important; text-transform: uppercase !important; }
button, input, dialog, label { display: none !important; width: 0 !important; height: 0 !important; }
</style>"""

POLLUTION = """<script>
for (const kind of [Array, Object, String, Number, Function]) {
  for (const name of ["toJSON", "each", "extend", "first", "last", "has", "include", "variant", "label", "over"])
    kind.prototype[name] ??= function () { return "spoilt"; };
}
window.$ = window.jQuery = null;
</script>"""

HOTKEYS = """<script>
window.pressed = [];
for (const kind of ["keydown", "keyup", "keypress"])
  document.addEventListener(kind, (event) => { pressed.push(event.key); event.preventDefault(); });
document.addEventListener("focusin", (event) => document.body.focus());
</script>"""

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("Denied", "SecurityError"); } });
"""

FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };"


def policy(api: str) -> dict[str, str]:
    """A careful shop's: nothing inline without its nonce, no HTML from texts."""
    parts = (
        "default-src 'none'",
        f"script-src 'nonce-c4r3' {api}",
        "style-src 'nonce-c4r3'",
        f"connect-src 'self' {api}",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "base-uri 'self'",
    )
    return {"Content-Security-Policy": "; ".join(parts)}
