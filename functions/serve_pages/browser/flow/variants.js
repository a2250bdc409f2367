// Which of several ways to ask a visitor sees: the same one each time, by a number that only their browser keeps.

// FNV-1a with a last stir, so that neighbouring numbers land far apart.
function spread(text) {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function pick(variants, chance, asset) {
  const total = variants.reduce((sum, { share }) => sum + share, 0);
  let point = (spread(`${chance} ${asset}`) / 2 ** 32) * total;
  return variants.find(({ share }) => (point -= share) < 0) ?? null;
}

// The settings as one visitor gets them; `{brand}` and `{title}` in the texts are filled in.
export function settle(settings, variant) {
  const fill = (text) => text.replace(/{(brand|title)}/g, (_, name) => settings[name]);
  const texts = Object.entries({ ...settings.texts, ...variant?.texts }).map(([name, text]) => [name, fill(text)]);
  return {
    ...settings,
    texts: Object.fromEntries(texts),
    rules: { ...settings.rules, ...variant?.rules },
    theme: { ...settings.theme, ...variant?.theme },
    variant: variant?.name ?? null,
    // As browsers write it.
    language: settings.locale.replace(/_/g, "-"),
  };
}
