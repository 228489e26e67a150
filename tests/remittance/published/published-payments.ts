/**
 * The payments of an 835 as a reader of the tests sees them, who knows delimiters and the five segments that hold
 * money, and nothing of the product. Amounts are whole cents.
 */

type Segment = readonly string[];

export type PublishedLine = { readonly procedure: string; readonly charge: number };

export type PublishedClaim = {
  /** The number that stands in CLP01. */
  readonly number: string;
  readonly charge: number; // CLP03
  readonly paid: number; // CLP04
  readonly lines: readonly PublishedLine[];
  /** Charge less adjustments is the payment, of the claim and of each of its lines. */
  readonly isBalanced: boolean;
};

export type PublishedPayment = {
  readonly edition: string; // GS08
  readonly amount: number; // BPR02
  readonly providerLevel: number; // Σ PLB
  readonly npis: readonly string[];
  readonly taxIds: readonly string[];
  readonly claims: readonly PublishedClaim[];
  /** Claims less provider adjustments are the payment, and BPR16 is a day. */
  readonly isWhole: boolean;
};

type Marks = { readonly element: string; readonly component: string; readonly segment: string };

/** ISA names the delimiters itself: after "ISA", in ISA16, and after it. */
const marksOf = (text: string): Marks => {
  const element = text[3] ?? '*';
  const isa16 = text.split(element).slice(0, 16).join(element).length + 1;
  return { element, component: text[isa16] ?? ':', segment: text[isa16 + 1] ?? '~' };
};

const segmentsOf = (text: string, { element, segment }: Marks): readonly Segment[] =>
  text
    .split(segment)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => one.split(element));

const centsOf = (dollars = '0'): number => Math.round(Number(dollars) * 100);

const sumOf = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

/** CAS03, CAS06 and so on to CAS18. */
const adjustedBy = (segments: readonly Segment[]): number =>
  sumOf(
    segments
      .filter(([id]) => id === 'CAS')
      .flatMap((cas) => [3, 6, 9, 12, 15, 18].map((at) => centsOf(cas[at] || '0'))),
  );

/** Cuts a list before each segment of an id; what stands before the first comes first. */
const cutBefore = (id: string, segments: readonly Segment[]): readonly (readonly Segment[])[] => {
  const starts = segments.flatMap((segment, at) => (segment[0] === id ? [at] : []));
  return [0, ...starts].map((start, at) => segments.slice(start, starts[at]));
};

const lineOf = ([svc = [], ...rest]: readonly Segment[], { component }: Marks) => {
  const charge = centsOf(svc[2]);
  const isBalanced = charge - adjustedBy(rest) === centsOf(svc[3]);
  return { procedure: svc[1]?.split(component)[1] ?? '', charge, isBalanced };
};

const claimOf = (segments: readonly Segment[], marks: Marks): PublishedClaim => {
  const [[clp = []] = [], ...services] = cutBefore('SVC', segments);
  const lines = services.map((service) => lineOf(service, marks));
  const [charge, paid] = [centsOf(clp[3]), centsOf(clp[4])];
  return {
    number: clp[1] ?? '',
    charge,
    paid,
    lines: lines.map(({ procedure, charge: ofLine }) => ({ procedure, charge: ofLine })),
    isBalanced: charge - adjustedBy(segments) === paid && lines.every((line) => line.isBalanced),
  };
};

/** PLB04, PLB06 and so on to PLB14. */
const providerLevelOf = (segments: readonly Segment[]): number =>
  sumOf(
    segments
      .filter(([id]) => id === 'PLB')
      .flatMap((plb) => [4, 6, 8, 10, 12, 14].map((at) => centsOf(plb[at] || '0'))),
  );

const isDay = (text = ''): boolean => {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

const payeeOf = (segments: readonly Segment[]) => {
  const at = segments.findIndex(([id, entity]) => id === 'N1' && entity === 'PE');
  const loop = segments.slice(at + 1);
  const end = loop.findIndex(([id]) => id === 'LX' || id === 'N1');
  const [, , , qualifier, id = ''] = segments[at] ?? [];
  const references = loop.slice(0, end).filter(([name, kind]) => name === 'REF' && kind === 'TJ');
  const taxIds = [...(qualifier === 'FI' ? [id] : []), ...references.map(([, , number = '']) => number)];
  return {
    npis: qualifier === 'XX' ? [id] : [],
    taxIds: taxIds.map((number) => number.replaceAll(/\D/g, '')),
  };
};

const paymentOf = (set: readonly Segment[], edition: string, marks: Marks): PublishedPayment => {
  const plbAt = set.findIndex(([id]) => id === 'PLB');
  const [head = [], ...loops] = cutBefore('CLP', plbAt < 0 ? set : set.slice(0, plbAt));
  const claims = loops.map((loop) => claimOf(loop, marks));
  const bpr = set.find(([id]) => id === 'BPR') ?? [];
  const amount = centsOf(bpr[2]);
  const providerLevel = providerLevelOf(set);
  const balances = sumOf(claims.map(({ paid }) => paid)) - providerLevel === amount;
  const isWhole = balances && isDay(bpr[16]);
  return { edition, amount, providerLevel, ...payeeOf(head), claims, isWhole };
};

/** Every payment of a file, in all of its interchanges. */
export const publishedPayments = (text: string): readonly PublishedPayment[] => {
  const marks = marksOf(text);
  const segments = segmentsOf(text, marks);
  const edition = segments.find(([id]) => id === 'GS')?.[8] ?? '';
  return cutBefore('ST', segments)
    .slice(1)
    .map((set) => paymentOf(set, edition, marks));
};

/** The file with what a rule makes of each CLP segment, which it gets with its place in the file, from 0. */
export const rewriteClaims = (
  text: string,
  rewrite: (elements: Segment, at: number) => readonly string[],
): string => {
  const { element, segment } = marksOf(text);
  let at = -1;
  return text
    .split(segment)
    .map((one) => {
      const [, space = '', body = ''] = /^(\s*)(.*)$/s.exec(one) ?? [];
      if (!body.startsWith(`CLP${element}`)) return one;
      at += 1;
      return `${space}${rewrite(body.split(element), at).join(element)}`;
    })
    .join(segment);
};
