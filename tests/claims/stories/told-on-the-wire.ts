import anyAscii from 'any-ascii';

/** What an 837P must say for a registered value, where that is not the value itself; by the end of its path. */
const saidOtherwise: readonly [path: RegExp, said: (value: unknown) => RegExp][] = [
  [/^pregnant$/, () => /~\s*PAT\*{9}Y~|~\s*PAT\*[^~]*\*Y~/],
  [/\.relationship$/, (value) => relationships[String(value)] ?? /never/],
  [/accident\.causes\.\d$/, (value) => causes[String(value)] ?? /never/],
  [/services\.\d+\.epsdt$/, () => /~\s*SV1(\*[^*~]*){10}\*Y/],
  [/services\.\d+\.copayExempt$/, () => /~\s*SV1(\*[^*~]*){14}\*0~/],
  [/epsdtReferral\.given$/, (value) => (value ? /\*ZZ\*Y\*/ : /\*ZZ\*N\*/)],
  [/spinalManipulation\.condition$/, () => /~\s*CR2\*{8}M/],
  [/signature\.provider$/, (value) => claimSegment(6, value ? 'Y' : 'N')],
  [/signature\.benefitsAssigned$/, (value) => claimSegment(8, value === 'no' ? 'N' : 'Y')],
  [/signature\.release$/, (value) => claimSegment(9, value === 'by-law' ? 'I' : 'Y')],
  [/signature\.byPractice$/, (value) => (value ? claimSegment(10, 'P') : /CLM/)],
  [/^acceptsAssignment$/, () => claimSegment(7, 'C')],
  [/testResults\.\d+\.measurement$/, () => /~\s*MEA\*TR\*R1\*/],
];

const relationships: Readonly<Record<string, RegExp>> = {
  self: /SBR\*[PST]\*18/,
  child: /PAT\*19|SBR\*[PST]\*19/,
  spouse: /PAT\*01/,
};
const causes: Readonly<Record<string, RegExp>> = {
  auto: /[*:]AA[:~]/,
  employment: /[*:]EM[:~]/,
  other: /[*:]OA[:~]/,
};

const claimSegment = (at: number, value: string): RegExp =>
  new RegExp(`~\\s*CLM(\\*[^*~]*){${at - 1}}\\*${value}[*~]`);

/** What a registration says for the clinic's own records, or what an 837P has no place for; each with its reason. */
const saidNowhere: readonly [path: RegExp, reason: string][] = [
  [/^(version|patientType|locationId|appointmentId)$/, 'tells us how to read, code and choose who bills'],
  [/^guarantor\./, 'pays what is the patient’s: no payer asks'],
  [/^patient\.patientId$/, 'is our number of the patient'],
  [/subscriber\.(dateOfBirth|gender|address\..+)$/, '2010BA has them of a subscriber who is the patient'],
  [/^patientPaid$/, 'is shared among the claims of a visit: a test of its own adds it up'],
  [/^coverages\.[12]\.relationship$/, 'is held by the golden text'],
];

const cents = /(patientPaid|charge)$/;

/** The values of a registration that none of its claims says, by their paths. */
export const untold = (registration: unknown, texts: readonly string[]): string[] => {
  const words = new Set(texts.flatMap((text) => text.split(/[~*:\r\n]+|(?<=\*\d{8})-(?=\d{8}~)/)));
  return leavesOf(registration)
    .filter(([path]) => !saidNowhere.some(([unsaid]) => unsaid.test(path)))
    .filter(([path, value]) => {
      const [, said] = saidOtherwise.find(([other]) => other.test(path)) ?? [];
      return said ? !texts.some((text) => said(value).test(text)) : !words.has(spelling(path, value));
    })
    .map(([path]) => path);
};

const prose = /(description|note|note\.text)$/;
const signs: Readonly<Record<string, string>> = { '*': '+', ':': ';', '^': "'", '~': '-' };

/** How X12 writes a value: dates without hyphens, money in dollars, letters of the basic set. */
const spelling = (path: string, value: unknown): string => {
  if (typeof value === 'number') return String(cents.test(path) ? value / 100 : value);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.replaceAll('-', '');
  const plain = text.replace(/[^\p{ASCII}]/gu, anyAscii);
  return prose.test(path) ? plain.replace(/[*:^~]/g, (sign) => signs[sign] ?? sign) : plain;
};

const leavesOf = (tree: unknown, path = ''): [path: string, value: unknown][] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`))
    : [[path, tree]];
