/**
 * Reads what an 837P says of the payers before the one it goes to, segment by segment and without our codec, and checks
 * it by section 1.4.4 of 005010X222A1: written from the guide's words, to judge what our renderer writes.
 */

type Cas = { readonly group: string; readonly reason: string; readonly amount: number };

export type PriorLine = {
  readonly payerId: string;
  readonly paid: number;
  readonly cas: readonly Cas[];
  readonly procedure: string;
  readonly bundled: string | undefined;
};
export type SentLine = {
  readonly number: string;
  readonly charge: number;
  readonly decisions: readonly PriorLine[];
};
export type PriorPayerSent = {
  readonly payerId: string;
  readonly paid: number | undefined;
  readonly cas: readonly Cas[];
};
export type SentClaim = {
  readonly number: string;
  readonly charge: number;
  readonly frequency: string;
  readonly originalReference: string | undefined;
  readonly permits: readonly string[];
  readonly payers: readonly PriorPayerSent[];
  readonly lines: readonly SentLine[];
  /** CAS segments of each loop, in their order. */
  readonly casPerLoop: readonly number[];
};

const cents = (dollars: string | undefined): number => Math.round(Number(dollars ?? '0') * 100);

const readCas = ([, group = '', ...rest]: readonly string[]): Cas[] =>
  Array.from({ length: Math.ceil(rest.length / 3) }, (_, at) => ({
    group,
    reason: rest[at * 3] ?? '',
    amount: cents(rest[at * 3 + 1]),
  }));

/** The one claim of an interchange. */
export const readSentClaim = (text: string): SentClaim => {
  const [element = '*', component = ':', terminator = '~'] = [text[3], text[104], text[105]];
  const segments = text.split(terminator).map((one) => one.trim().split(element));
  const payers: { payerId: string; paid: number | undefined; cas: Cas[] }[] = [];
  const lines: {
    number: string;
    charge: number;
    decisions: {
      payerId: string;
      paid: number;
      cas: Cas[];
      procedure: string;
      bundled: string | undefined;
    }[];
  }[] = [];
  const casPerLoop: number[] = [];
  const permits: string[] = [];
  let claim = { number: '', charge: 0, frequency: '', originalReference: undefined as string | undefined };
  let loop: { cas: Cas[] } | undefined;
  for (const segment of segments) {
    const [id, one = '', two = ''] = segment;
    if (id === 'CLM')
      claim = { ...claim, number: one, charge: cents(two), frequency: segment[5]?.split(component)[2] ?? '' };
    if (claim.number === '') continue;
    if (id === 'SBR') {
      loop = { cas: [] };
      payers.push(Object.assign(loop, { payerId: '', paid: undefined }));
      casPerLoop.push(0);
    }
    const payer = payers.at(-1);
    if (id === 'AMT' && one === 'D' && payer) payer.paid = cents(two);
    if (id === 'NM1' && one === 'PR' && payer) payer.payerId = segment[9] ?? '';
    if (id === 'REF' && one === 'F8' && payers.length === 0) claim.originalReference = two;
    if (id === 'REF' && ['G1', '9F'].includes(one)) permits.push(two);
    if (id === 'LX') lines.push({ number: one, charge: 0, decisions: [] });
    const line = lines.at(-1);
    if (id === 'SV1' && line) line.charge = cents(two);
    if (id === 'SVD' && line) {
      const procedure = segment[3]?.split(component)[1] ?? '';
      const decision = { payerId: one, paid: cents(two), cas: [], procedure, bundled: segment[6] };
      line.decisions.push(decision);
      loop = decision;
      casPerLoop.push(0);
    }
    if (id === 'CAS' && loop) {
      loop.cas.push(...readCas(segment));
      casPerLoop[casPerLoop.length - 1] = (casPerLoop.at(-1) ?? 0) + 1;
    }
  }
  return { ...claim, permits, payers, lines, casPerLoop };
};

const total = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
const adjusted = (cas: readonly Cas[]): number => total(cas.map(({ amount }) => amount));

/** What does not balance, in words. */
export const imbalances = (sent: SentClaim): string[] => {
  const faults: string[] = [];
  const expectSame = (what: string, one: number, other: number): void => {
    if (one !== other) faults.push(`${what}: ${one} is not ${other}`);
  };
  expectSame('CLM02 = Σ SV102', sent.charge, total(sent.lines.map(({ charge }) => charge)));
  for (const { payerId, paid, cas } of sent.payers.filter((one) => one.paid !== undefined)) {
    const byLine = sent.lines.map((line) => ({
      ...line,
      of: line.decisions.filter((one) => one.payerId === payerId),
    }));
    const decisions = byLine.flatMap(({ of }) => of);
    const ofLines = adjusted(decisions.flatMap((one) => one.cas));
    expectSame(`${payerId}: CLM02 = AMT*D + Σ CAS`, sent.charge, (paid ?? 0) + adjusted(cas) + ofLines);
    if (decisions.length === 0) continue;
    expectSame(
      `${payerId}: AMT*D = Σ SVD02 − CAS of 2320`,
      paid ?? 0,
      total(decisions.map((one) => one.paid)) - adjusted(cas),
    );
    for (const { number, charge, of } of byLine)
      expectSame(
        `${payerId}, line ${number}: SV102 = Σ SVD02 + Σ CAS`,
        charge,
        total(of.map((one) => one.paid)) + adjusted(of.flatMap((one) => one.cas)),
      );
  }
  if (sent.casPerLoop.some((count) => count > 5)) faults.push('More than five CAS in a loop');
  return faults;
};
