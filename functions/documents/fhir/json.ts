/** JSON of somebody else: every step may lead nowhere. */
export type Json = unknown;

export const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const at = (value: Json, ...steps: readonly (string | number)[]): Json => {
  let here = value;
  for (const step of steps) {
    if (typeof step === 'number') here = Array.isArray(here) ? here[step] : undefined;
    else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
};

export const list = (value: Json, ...steps: readonly (string | number)[]): readonly Json[] => {
  const found = at(value, ...steps);
  return Array.isArray(found) ? found : [];
};

/** Words or a number; anything else is nothing. */
export const text = (value: Json, ...steps: readonly (string | number)[]): string | undefined => {
  const found = at(value, ...steps);
  if (typeof found === 'number' || typeof found === 'boolean') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
};

/** A day, or as much of it as is said. */
export const day = (value: Json, ...steps: readonly (string | number)[]): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(text(value, ...steps) ?? '')?.[0];
