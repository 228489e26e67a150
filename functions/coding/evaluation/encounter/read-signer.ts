import type { NoteFrame, NoteLine } from '../../note/read-frame.ts';

/** Who saw the patient, as far as the letters after a name tell. */
export type Signer =
  | 'practitioner'
  | 'psychotherapist'
  | 'therapist'
  | 'dietitian'
  | 'pharmacist'
  | 'nurse'
  | 'assistant';

/** Letters after a name; of several the first group in this order holds: a nurse practitioner is also a nurse. */
const credentials: readonly (readonly [Signer, string])[] = [
  [
    'practitioner',
    'M\\.?D\\.?|D\\.?O\\.?|MBBS|[AFP]?NP(?:-[A-Z]{1,2})?|PMHNP(?:-BC)?|AGP?A?C?NP(?:-[A-Z]{1,2})?|WHNP|CRNP|AP?RN(?:-CNP)?|ARNP|DNP|PA(?:-C)?|DPM|OD|CNM|CNS',
  ],
  [
    'psychotherapist',
    'LCSW(?:-[A-Z]+)?|LICSW|LMSW|LISW(?:-S)?|MSW|LPC(?:C|-S|-MH)?|LMHC|LMFTA?|MFT|LCPC|LCMHC|LCMFT|Psy\\.?D\\.?|Ph\\.?D\\.?|CADC|LADC|LCADC|LCDC|BCBA',
  ],
  ['therapist', 'DPT|MPT|PT|PTA|OTR(?:/L)?|OTD|COTA(?:/L)?|OT|CCC-SLP|SLP|ATC|LMT|CHT'],
  ['dietitian', 'RDN?|LDN?|CDCES|CDE'],
  ['pharmacist', 'PharmD|RPh|BCACP|CACP'],
  ['nurse', 'RN|BSN|LPN|LVN'],
  ['assistant', 'CMA|RMA|CCMA|NCMA|MA'],
];

const any = credentials.map(([, letters]) => letters).join('|');
const named = `[A-Z][\\w.'’-]*(?:\\s+[A-Z][\\w.'’-]*){0,3},\\s*(?<letters>(?:${any})(?:\\s*,\\s*(?:${any}))*)(?![\\w])`;

/** "Clinician: J. Morales, LCSW", wherever in the line; who only supervises, orders or refers has not seen the patient. */
const labelled = new RegExp(
  `\\b(?:[Ss]een by|[Cc]linician|[Pp]rovider|[Tt]herapist|[Pp]sychotherapist|[Cc]ounselor|[Aa]uthor|[Ss]igned(?: electronically)?(?: by)?|[Dd]ocumented by|[Nn]ote by|[Pp]erformed by|[Rr]endered by|[Ee]xaminer|[Ss]taff|[Nn]urse|[Pp]ractitioner|[Dd]ietitian|[Pp]harmacist)\\b\\s*[:.-]?\\s*${named}`,
);
/** A line that is nothing but a name with its letters, or that begins with them. */
const signature = new RegExp(`^[\\s\\-–—/]*(?:s/\\s*)?${named}`);
/** Nothing but a name and its letters, without a comma or the letters first: "T. Wong RN", "MA Gomez". */
const loose =
  /^[\s\-–—/]*(?:s\/\s*)?(?:(?:[A-Z][\w.'’-]*\s+){1,3}(?<letters>RN|LPN|LVN|CMA|RMA|MA|RDN?|CDCES|PharmD|DPT|PTA?|OTR(?:\/L)?|COTA|SLP|LCSW|LMFT|LPC|LMHC)|(?<role>RN|LPN|LVN|MA|CMA|RMA)\s+[A-Z][a-z]+)\b[\s,.A-Z]*$/;
const byRole = new RegExp(
  `\\b(?:[Ss]een|[Vv]isit|[Cc]heck|[Nn]ote|[Ee]ncounter)\\s+(?:by|with)\\s+(?:${named}|(?<role>RN|LPN|LVN|MA|CMA|RMA))(?![\\w])`,
);
const notAuthor =
  /\b(supervis\w*|incident[- ]to|order(ed|ing)?|referr\w+|pcp|primary care|attending|co-?sign\w*|under|consult\w*|surgeon|dictated for|seen at|last)\b/i;

const groupOf = (letters: string): Signer | undefined => {
  const all = letters.split(/\s*,\s*/);
  return credentials.find(([, group]) => all.some((one) => new RegExp(`^(?:${group})$`).test(one)))?.[0];
};

const signerOf = ({ text }: NoteLine, patterns: readonly RegExp[]): Signer | undefined => {
  const line = text.slice(0, 200);
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (!found || notAuthor.test(line.slice(0, found.index + 24))) continue;
    return groupOf(found.groups?.letters ?? found.groups?.role ?? '');
  }
  return undefined;
};

/** Who saw the patient by the note's first and last lines; undefined when they do not tell. */
export const readSigner = ({ titles, opening, closing }: NoteFrame): Signer | undefined => {
  const signers = [
    ...titles.map((line) => signerOf(line, [labelled, byRole, signature])),
    ...opening.map((line) => signerOf(line, [labelled])),
    ...closing.map((line) => signerOf(line, [labelled, signature, loose])),
  ];
  // Where several persons sign, the practitioner made the visit.
  return signers.includes('practitioner') ? 'practitioner' : signers.find((one) => one !== undefined);
};
