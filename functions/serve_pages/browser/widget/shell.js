// Where the widget lives: an element of its own outside the page's body, whose styles and keys stay apart from the page's.
import { make } from "./element.js";
import css from "./style.css";

const THEME = ["accent", "on-accent", "paper", "ink", "radius", "font", "scheme"];
const PRIVATE = ["keydown", "keyup", "keypress", "beforeinput", "input", "paste", "copy", "cut", "focusin", "focusout"];

export function shell({ theme, locale, direction }) {
  // A frame around the whole page may be moved or clipped; the root element seldom is.
  const host = make("twofold-widget");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // A sheet that is adopted needs no leave from the page's CSP.
  root.adoptedStyleSheets = [sheet];
  const room = make("div.room", { lang: locale, dir: direction });
  root.append(room);
  for (const name of THEME) {
    const value = theme[name] ?? theme[name.replace("-", "_")];
    if (value) host.style.setProperty(`--theme-${name}`, value);
  }
  // The page's hotkeys must not hear what is typed here, nor its focus guards take the focus away.
  for (const kind of PRIVATE) host.addEventListener(kind, (event) => event.stopPropagation());
  document.documentElement.append(host);
  return { root: room, tint: () => tint(host, room) };
}

// Light or dark, as the page is; and letters on the accent that can be read. Both may have changed since the last time.
function tint(host, room) {
  const said = (name) => getComputedStyle(host).getPropertyValue(name).trim();
  room.classList.toggle("dark", isDark(said("--twofold-scheme") || said("--theme-scheme")));
  const accent = getComputedStyle(room).accentColor;
  room.classList.toggle("pale", accent.startsWith("rgb") && luminance(accent.match(/[\d.]+/g)) > 0.18);
}

function isDark(said) {
  const page = getComputedStyle(document.documentElement).colorScheme;
  const named = document.querySelector("meta[name=color-scheme]")?.content;
  const scheme = said || (page === "normal" ? named : page) || "light dark";
  if (!scheme.includes("light")) return scheme.includes("dark");
  return scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches;
}

// WCAG 2: above 0.18, black stands out better than white does.
function luminance(channels) {
  const linear = channels.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
