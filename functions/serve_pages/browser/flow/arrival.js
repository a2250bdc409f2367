// What the page's address says about how the visitor came: the visit, who sent them, the advertisement.
const UTM = ["source", "medium", "campaign", "term", "content"].map((name) => `utm_${name}`);
const LONGEST = 100;

export function arrival(address) {
  const said = new URL(address).searchParams;
  const shaped = (name, shape) => said.get(name)?.match(shape)?.[0];
  const utm = UTM.filter((name) => said.get(name)).map((name) => [name, said.get(name).slice(0, LONGEST)]);
  return {
    visit: shaped("tf_visit", /^vst_[\w-]{1,60}$/),
    referral: shaped("tf_ref", /^R[2-9A-Z]{1,20}$/),
    utm: utm.length ? Object.fromEntries(utm) : undefined,
  };
}
