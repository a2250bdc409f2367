// What the page's address says about how the visitor came: the visit, who sent them, the advertisement.
const UTM = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];
const LONGEST = 100;

export function arrival(address) {
  const said = new URL(address).searchParams;
  const found = {};
  if (/^vst_[\w-]{1,60}$/.test(said.get("tf_visit"))) found.visit = said.get("tf_visit");
  if (/^R[2-9A-Z]{1,20}$/.test(said.get("tf_ref"))) found.referral = said.get("tf_ref");
  const utm = UTM.filter((name) => said.get(name)).map((name) => [name, said.get(name).slice(0, LONGEST)]);
  if (utm.length) found.utm = Object.fromEntries(utm);
  return found;
}
