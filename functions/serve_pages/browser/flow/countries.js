// The countries that are served: their names, and where the visitor most likely is. No flags: many devices draw boxes for them.
export function names(countries, language) {
  const known = new Intl.DisplayNames([language, "en"], { type: "region" });
  return countries
    .map((country) => [country, known.of(country)])
    .sort((one, other) => one[1].localeCompare(other[1], language));
}

// The page's own word counts most, then the browser's languages, the clock's zone, and at last the first that is served.
export function guess(countries, { told, languages = navigator.languages, zone = timeZone() } = {}) {
  const regions = languages.map((language) => /-([A-Z]{2})\b/.exec(language)?.[1]);
  const here = countries.find((country) => zones(country)?.includes(zone));
  return [told?.toUpperCase(), ...regions, here].find((likely) => countries.includes(likely)) ?? countries[0];
}

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

// Browsers know which clocks a country keeps, by a method or, for some years, by a property; a few do not tell.
function zones(country) {
  const region = new Intl.Locale("und", { region: country });
  return region.getTimeZones?.() ?? region.timeZones;
}
