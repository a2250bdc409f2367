// JSON that a page cannot bend: old libraries give every object and array a `toJSON`, which JSON.stringify obeys.

export const write = (value) => JSON.stringify(bare(value));

// The same without a prototype: nothing is inherited, so nothing strange is found.
function bare(value) {
  if (value === null || typeof value !== "object") return value;
  const copy = Object.setPrototypeOf(Array.isArray(value) ? [] : {}, null);
  for (const name of Object.keys(value)) copy[name] = bare(value[name]);
  return copy;
}
