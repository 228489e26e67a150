import type { Checked } from '../findings.ts';

/** The four characters that an interchange declares for itself in its ISA segment. */
export type Delimiters = {
  element: string; // the character after "ISA"
  repetition: string; // ISA11
  component: string; // ISA16
  segment: string; // the character after ISA16
};

/** What we write: a line break after each terminator lets people read the files, and receivers ignore it. */
export const standardDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' };

/** ISA has a fixed width (X12.5): 105 characters and the segment terminator. */
const isaLength = 106;
const repetitionAt = 82;
const componentAt = 104;
const isaElementCount = 16;

/** Removes what editors and transports put before the ISA: white space and a byte order mark, which counts as such. */
export const stripPreamble = (text: string): string => text.trimStart();

const areDistinct = (delimiters: Delimiters): boolean =>
  new Set(Object.values(delimiters)).size === 4 &&
  !Object.values(delimiters).some((one) => /[A-Za-z0-9 ]/.test(one));

/** Before 00501 ISA11 names a standard ("U") and no repetition separator exists: a character no text has stands in. */
const repetitionOf = (isa: string): string => {
  const declared = isa.charAt(repetitionAt);
  return /[A-Za-z0-9 ]/.test(declared) ? '\u0000' : declared;
};

/** Reads the delimiters from the ISA at the start of the text; findings carry TA105 codes. */
export const readDelimiters = (text: string): Checked<Delimiters> => {
  const isa = text.slice(0, isaLength);
  if (!isa.startsWith('ISA') || isa.length < isaLength) {
    return failed('TA105-022', 'The text does not begin with a whole ISA segment');
  }
  const element = isa.charAt(3);
  const delimiters = {
    element,
    repetition: repetitionOf(isa),
    component: isa.charAt(componentAt),
    segment: isa.charAt(isaLength - 1),
  };
  if (isa.split(element).length !== isaElementCount + 1) {
    return failed('TA105-026', 'The ISA segment is not divided into sixteen elements of fixed width');
  }
  return areDistinct(delimiters)
    ? { success: true, data: delimiters }
    : failed('TA105-004', 'The delimiters are not four different special characters');
};

const failed = (code: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path: 'ISA', detail }],
});
