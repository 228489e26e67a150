import { canonicalJson } from '../digest.ts';

/** Whether two values say the same, in whatever order they name it; what is absent and what is undefined are one. */
export const isSameContent = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) === canonicalJson(other);
