// The settings are here: which variant, and what may be shown. Answers `open` and `close`.
import { steps } from "../flow/steps.js";
import { pick, settle } from "../flow/variants.js";
import { lately, mayPopUp, mayTease } from "./decide.js";
import { dialog } from "./dialog.js";
import { shell } from "./shell.js";
import { teaser } from "./teaser.js";
import { triggers } from "./triggers.js";

const PARTS = ["consent", "texts", "rules", "theme", "countries", "variants"];
const entered = Date.now();

export async function start({ api, asset, country, locale, memory, reports }) {
  const all = await api.settings(asset, locale);
  // Better nothing than half of it; whoever asks for it again may have more luck.
  if (!PARTS.every((part) => all[part])) throw all;
  const settings = settle(all, pick(all.variants, memory.recall().chance, asset));
  reports.variant = settings.variant;
  const about = () => ({ ...reports.about(), locale: settings.locale });
  const flow = steps({ api, memory, about, tell });
  const surface = shell(settings);
  const sheet = dialog({ settings, flow, reports, surface, country, closed });
  const pill = teaser({ settings, open: () => open(true), wave });
  surface.root.append(pill.node, sheet.node);

  // Whoever has a code of their own wants the teaser, even if they sent it away before.
  function tell(name) {
    reports.announce(name);
    if (name === "confirmed") memory.keep({ waved: undefined });
  }

  function open(wanted) {
    stop();
    // The teaser stays where it is, behind what covers the page: there the focus returns to it.
    if (sheet.open(wanted)) reports.both("opened");
  }

  function closed() {
    if (!flow.outcome) {
      memory.keep({ shut: Date.now() });
      reports.both("dismissed");
    }
    tease();
  }

  function wave() {
    memory.keep({ waved: Date.now() });
    if (!flow.outcome) reports.both("dismissed");
    stop();
    pill.hide();
  }

  function tease() {
    const seen = memory.recall();
    if (!mayTease(settings.rules, seen, location.pathname, Date.now())) return pill.hide();
    surface.tint();
    pill.show(flow.outcome);
    if (flow.outcome || seen.told === seen.times) return;
    // Once for each time that the visitor is here, however many pages they see.
    memory.keep({ told: seen.times });
    reports.both("shown");
  }

  function popUp() {
    const seen = memory.recall();
    if (busy() || !mayPopUp(settings.rules, seen, location.pathname, Date.now(), entered)) return false;
    memory.keep({ popups: [...lately(settings.rules, seen, Date.now()), Date.now()] });
    open(false);
    return true;
  }

  const returning = memory.recall().times > 1;
  const stop = flow.outcome ? () => {} : triggers(settings.rules, { returning }, popUp);
  tease();
  // Whoever went to read the text message and finds the page loaded anew goes on where they were.
  if (flow.step === "code" && !(memory.recall().shut > flow.challenge.since)) sheet.open(true);
  return { open: () => open(true), close: sheet.close };
}

// Nobody is interrupted while they type, read another dialog, or look elsewhere.
const busy = () =>
  document.hidden ||
  document.activeElement?.matches("input,textarea,select,iframe,[contenteditable]") ||
  document.querySelector("dialog[open]");
