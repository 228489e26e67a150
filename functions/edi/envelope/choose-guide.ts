import type { Guide } from '../guide/declare.ts';

/** Addenda differ in their letters (X222, X222A1, X222A2) and are read alike. */
const isOfVersion = (guide: Guide, version: string | undefined): boolean =>
  guide.version.slice(0, 10) === version?.slice(0, 10);

/** The guide of a set, by its transaction (ST01) and its version (GS08, or ST03 where a group tells none). */
export const guideOfSet = (
  guides: readonly Guide[],
  transaction: string,
  version: string | undefined,
): Guide | undefined =>
  guides.find((guide) => guide.transaction === transaction && isOfVersion(guide, version));

/** Whether there are guides for groups of a kind (GS01), and whether one of them is of the group's version (GS08). */
export const knowsGroup = (
  guides: readonly Guide[],
  functionalId: string,
  version: string,
): { readonly kind: boolean; readonly version: boolean } => {
  const known = guides.filter((guide) => guide.functionalId === functionalId);
  return { kind: known.length > 0, version: known.some((guide) => isOfVersion(guide, version)) };
};
