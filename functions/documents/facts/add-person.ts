import type { Draft } from '../draft.ts';
import type { PersonName } from './values.ts';

/** The parts of a name, each as a fact of its own: "patient.lastName". */
export const addName = (draft: Draft, whose: string, name: PersonName | undefined, source: string): void => {
  draft.fact(`${whose}.lastName`, name?.last, source);
  draft.fact(`${whose}.firstName`, name?.first, source);
  draft.fact(`${whose}.middleName`, name?.middle, source);
};

export type WrittenAddress = {
  readonly lines: readonly (string | undefined)[];
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
};

export const addAddress = (draft: Draft, whose: string, address: WrittenAddress, source: string): void => {
  const [line1, ...further] = address.lines.filter((line) => line?.trim());
  draft.fact(`${whose}.address.line1`, line1, source);
  draft.fact(`${whose}.address.line2`, further.join(', '), source);
  draft.fact(`${whose}.address.city`, address.city, source);
  draft.fact(`${whose}.address.state`, address.state, source);
  draft.fact(`${whose}.address.postalCode`, address.postalCode, source);
  draft.fact(`${whose}.address.country`, address.country, source);
};
