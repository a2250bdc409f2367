// The page's texts, in the first of the browser's languages that we speak.
import de from "./words/de.js";
import en from "./words/en.js";
import es from "./words/es.js";
import fr from "./words/fr.js";
import pl from "./words/pl.js";
import vi from "./words/vi.js";

const SPOKEN = { de, en, es, fr, pl, vi };

export function speak(wished = navigator.languages) {
  const locale = wished.find((tag) => SPOKEN[language(tag)]) ?? "en";
  return { locale, say: { ...en, ...SPOKEN[language(locale)] } };
}

const language = (tag) => tag.split("-")[0].toLowerCase();

export const fill = (text, fields) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name] ?? "");
