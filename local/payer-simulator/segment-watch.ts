import type { SetFindings } from '../../functions/edi/engine/set-findings.ts';
import { textAt } from '../../functions/edi/text/element-values.ts';
import { packText } from '../../functions/edi/text/pack.ts';
import type { Scanner } from '../../functions/edi/text/scanner.ts';

/** Where a level or a claim of a set begins, to tell which claim a fault concerns. */
export type Landmark = {
  readonly set: number; // among the sets of the interchange, from 1
  readonly position: number; // of the segment, ST = 1
  readonly patientControlNumber?: string | undefined; // of a claim
};

const hierarchy = packText('HL');
const claim = packText('CLM');

/** The landmark that the scanner stands on, if it does. */
export const landmarkOf = (scanner: Scanner, { set, position }: SetFindings): Landmark[] => {
  if (scanner.id === hierarchy) return [{ set, position }];
  return scanner.id === claim ? [{ set, position, patientControlNumber: textAt(scanner, 1) ?? '' }] : [];
};

/** Finds the elements with a character that the payer's translator takes by agreement only. */
export const refuseCharacters = (refused: string, scanner: Scanner, findings: SetFindings): void => {
  for (let element = 1; element <= scanner.count; element += 1) {
    const value = textAt(scanner, element) ?? '';
    if (!Array.from(refused).some((character) => value.includes(character))) continue;
    const detail = 'The payer does not take a character of this element';
    findings.add('IK403-6', 2, detail, findings.here(element));
  }
};

/** The claim that a segment belongs to: the last one before it in its level, else the first one after it. */
export const claimAt = (
  landmarks: readonly Landmark[],
  at: { set: number; position: number },
): string | undefined => {
  const ofSet = landmarks.filter(({ set }) => set === at.set);
  const before = ofSet.filter(({ position }) => position <= at.position).at(-1);
  const after = ofSet.find(
    ({ position, patientControlNumber }) => position > at.position && patientControlNumber !== undefined,
  );
  return before?.patientControlNumber ?? after?.patientControlNumber;
};
