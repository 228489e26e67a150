import type { Claim, ClaimContext } from '../../domain/claim.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Finding as GuideFinding, SyntaxPlace } from '../../edi/findings.ts';
import { spelled } from './wire-text.ts';

/**
 * Why a claim makes no 837P, in the words of who corrects it: whose field, and what is wrong with it. A value that X12
 * cannot carry is looked for in the claim, and named by its field there. What has no words here keeps those of the guide.
 */
export const refusalInWords = (
  findings: readonly GuideFinding[],
  { claim, practice }: Pick<ClaimContext, 'claim' | 'practice'>,
): readonly Finding[] => {
  const unwritable = [...unwritableFields('claim', claim), ...unwritableFields('practice', practice)];
  return findings.flatMap((finding) => {
    if (finding.place === undefined && unwritable.length > 0) return unwritable.splice(0);
    return [inWords(finding, claim)];
  });
};

/** Signs that end elements, components, repetitions and segments, and those that nobody sees. */
const unwritableSign = /[*:^~\p{Cc}]/u;

/** Parts of records that are not sent, or sent as prose from which such signs are taken out. */
const leftOut = /^(visit\.notes?|decisions|adjudications|submissions|writeOffs|executionArn|createdAt)\b/;

const unwritableFields = (root: 'claim' | 'practice', record: object): Finding[] =>
  textsOf(record, [])
    .filter(({ path, text }) => !leftOut.test(path) && unwritableSign.test(spelled(text)))
    .slice(0, root === 'practice' ? 5 : 20)
    .map(({ path, text }) => ({
      code: root === 'claim' ? path : `practice.${path}`,
      path: '',
      detail: `${capital(fieldInWords(root, path))} has a character that claims cannot carry: ${signIn(text)}`,
    }));

const signIn = (text: string): string => {
  const [sign = ''] = unwritableSign.exec(spelled(text)) ?? [];
  return /\p{Cc}/u.test(sign) ? 'one that cannot be seen' : sign;
};

const textsOf = (value: unknown, path: readonly string[]): { path: string; text: string }[] => {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, [...path, name]));
};

/** "patient.lastName" as "the patient’s last name": a record's own names, read out. */
const fieldInWords = (root: 'claim' | 'practice', path: string): string => {
  const parts = path.split('.');
  const names = parts.filter((part) => !/^\d+$/.test(part) && part !== 'address').map(words);
  const line = /^lines\.(\d+)\./.exec(path);
  if (line) return `the ${names.slice(1).join(' ')} of line ${Number(line[1]) + 1}`;
  const [owner = '', ...field] = root === 'practice' ? ['practice', ...names] : names;
  return field.length === 0 ? `the ${owner}` : `the ${owner}’s ${field.join(' ')}`;
};

const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whom the loops of an 837P are about. */
const owners: Readonly<Record<string, string>> = {
  '2000A': 'the billing provider',
  '2010AA': 'the billing provider',
  '2010AB': 'the pay-to address',
  '2010BA': 'the policy holder',
  '2010BB': 'the payer',
  '2010CA': 'the patient',
  '2310A': 'the referring provider',
  '2310B': 'the rendering provider',
  '2310C': 'the service facility',
  '2310D': 'the supervising provider',
  '2330A': 'the policy holder of the other payer',
  '2330B': 'the other payer',
  '2420A': 'the rendering provider',
  '2420C': 'the service facility',
  '2420D': 'the supervising provider',
  '2420E': 'the ordering provider',
  '2420F': 'the referring provider',
};

/** What the elements of an 837P hold; of service lines and the claim as a whole, without an owner. */
const fields: Readonly<Record<string, string>> = {
  NM103: 'last name',
  NM104: 'first name',
  NM105: 'middle name',
  NM107: 'suffix',
  N301: 'street',
  N302: 'second line of the address',
  N401: 'city',
  N402: 'state',
  N403: 'ZIP code',
  DMG02: 'date of birth',
  DMG03: 'sex',
  PRV03: 'taxonomy code',
  PER04: 'telephone number',
};

const idOf = (loop: string): string => {
  if (/^(2010BA|2330A)$/.test(loop)) return 'member id';
  return /BB$|2330B/.test(loop) ? 'payer id' : 'NPI';
};

const ownerless: Readonly<Record<string, string>> = {
  CLM02: 'the total charge',
  'CLM05-1': 'the place of service',
  'SV101-2': 'the procedure',
  'SV101-3': 'a modifier',
  'SV101-4': 'a modifier',
  'SV101-5': 'a modifier',
  'SV101-6': 'a modifier',
  SV102: 'the charge',
  SV104: 'the units',
  SV105: 'the place of service',
  'SV107-1': 'the first pointer to a diagnosis',
  'SV107-2': 'the second pointer to a diagnosis',
  'SV107-3': 'the third pointer to a diagnosis',
  'SV107-4': 'the fourth pointer to a diagnosis',
  LIN03: 'the NDC',
};

const nameOf = (
  { loop = '', segment, element, component }: SyntaxPlace,
  claim: Claim,
): string | undefined => {
  const at = `${segment}${element === undefined ? '' : String(element).padStart(2, '0')}`;
  const alone = ownerless[component === undefined ? at : `${at}-${component}`];
  if (alone) return alone;
  if (segment === 'HI') return 'a diagnosis';
  const isOwn = loop === '2010BA' && claim.coverage.relationship === 'self';
  const owner = isOwn ? 'the patient' : owners[loop];
  const field = at === 'NM109' ? idOf(loop) : fields[at];
  return owner && field && `${owner}’s ${field}`;
};

/** IK403, in words; the guide's own say what the others are. */
const faults: Readonly<Record<string, string>> = {
  'IK403-1': 'is missing',
  'IK403-4': 'is too short',
  'IK403-5': 'is too long',
  'IK403-6': 'has a character that claims cannot carry',
  'IK403-8': 'is no date',
};

const inWords = ({ code, path, detail, place }: GuideFinding, claim: Claim): Finding => {
  const name = place && nameOf(place, claim);
  if (!name) return { code, path, detail };
  const line = /LX\[(\d+)\]/.exec(path)?.[1];
  const where = line ? ` of line ${line}` : '';
  const fault = faults[code];
  return {
    code,
    path: '',
    detail: fault ? `${capital(name)}${where} ${fault}` : `${capital(name)}${where}: ${detail}`,
  };
};
