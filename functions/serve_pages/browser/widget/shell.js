// Where the widget lives: an element of its own at the end of the page's body, whose styles and keys stay apart from the page's.
import { make } from "./element.js";
import css from "./style.css";

const THEME = ["on-accent", "accent", "paper", "ink", "radius", "font", "scheme"];
const PRIVATE = ["keydown", "keyup", "keypress", "beforeinput", "input", "paste", "copy", "cut", "focusin", "focusout"];

export function shell({ theme, language, direction }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const host = document.body.appendChild(make("twofold-widget"));
  const shadow = host.attachShadow({ mode: "open" });
  // A sheet that is adopted needs no leave from the page's CSP.
  shadow.adoptedStyleSheets = [sheet];
  const root = make("div.room", { lang: language, dir: direction });
  shadow.append(root);
  const said = (name) => getComputedStyle(host).getPropertyValue(`--twofold-${name}`).trim();
  // What the page says comes before what the campaign says, whose letters belong to its own accent alone.
  for (const name of THEME) {
    if (theme[name] && !said(name) && !(name === "on-accent" && said("accent"))) host.style.setProperty(`--twofold-${name}`, theme[name]);
  }
  // The page's hotkeys must not hear what is typed here, nor its focus guards take the focus away.
  for (const kind of PRIVATE) host.addEventListener(kind, (event) => event.stopPropagation());
  return { root, tint: () => tint(root, said("scheme")) };
}

// Light or dark, as the page is; and letters on the accent that can be read. Both may have changed since the last time.
function tint(root, scheme) {
  root.classList.toggle("dark", isDark(scheme));
  const accent = getComputedStyle(root).accentColor;
  root.classList.toggle("pale", accent.startsWith("rgb") && blackFits(accent.match(/[\d.]+/g)));
}

function isDark(said) {
  const page = getComputedStyle(document.documentElement).colorScheme;
  const named = document.querySelector("meta[name=color-scheme]")?.content;
  const scheme = said || (page === "normal" ? named : page) || "light dark";
  if (!scheme.includes("light")) return scheme.includes("dark");
  return scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches;
}

// WCAG 2: whether black has the better contrast, (l + 0.05) / 0.05, than white has, 1.05 / (l + 0.05).
function blackFits(channels) {
  const linear = channels.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05) ** 2 > 0.0525;
}
