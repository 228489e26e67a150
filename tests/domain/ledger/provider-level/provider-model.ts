import fc from 'fast-check';

/**
 * Payers as the tests think of them: they announce recoveries and collect them, forward balances and settle them,
 * and know what is left open from what they meant. Nothing here comes from the product; amounts are whole cents.
 */

export type ModelAdjustment = {
  readonly reason: string;
  readonly amount: number;
  readonly reference?: string;
};

export type ModelPayment = {
  readonly trace: string;
  readonly date: string;
  readonly payer: { readonly name: string; readonly id?: string };
  readonly taxId: string;
  readonly adjustments: readonly ModelAdjustment[];
};

/** What stays open in the end, by the payment that opened it. */
export type ModelAccount = {
  readonly kind: string;
  readonly trace: string;
  readonly amount: number;
  readonly open: number;
};

export type ModelStory = {
  readonly payments: readonly ModelPayment[];
  readonly accounts: readonly ModelAccount[];
};

/** A payer to one tax id, and how it names forwarded balances: by trace number, or not at all. */
type Payer = {
  readonly at: number;
  readonly taxId: string;
  readonly namesForwards: boolean;
  readonly spellings: readonly { readonly name: string; readonly id?: string }[];
};

const spellingsOf = (at: number): Payer['spellings'] => {
  const name = ['NORTHWIND HEALTH', 'CEDAR MUTUAL', 'PRAIRIE PLAN'][at] ?? '';
  const number = `51234567${at}`; // a tax id
  return [
    { name, id: `1${number}` },
    { name: name.toLowerCase(), id: number },
    { name: name.replace(' ', '. '), id: `1-${number}` },
    { name },
    { name: 'A NAME OF ITS OWN', id: `1${number}` },
  ];
};

type Overpayment = {
  readonly announcedAt: number | undefined;
  readonly parts: readonly { readonly at: number; readonly amount: number; readonly byCheck: boolean }[];
  readonly rest: number;
  readonly longReferences: boolean;
};

const amounts = fc.integer({ min: 1, max: 90_000 });

/** Announced at one payment and collected at later ones in parts, of which checks pay some; a rest may stay. */
const overpayments = (count: number): fc.Arbitrary<Overpayment> =>
  fc
    .record({
      first: fc.nat(count - 1),
      isAnnounced: fc.boolean(),
      later: fc.array(fc.tuple(fc.nat(count - 1), amounts, fc.boolean()), { maxLength: 3 }),
      rest: fc.oneof(fc.constant(0), amounts),
      longReferences: fc.boolean(),
    })
    .map(({ first, isAnnounced, later, rest, longReferences }) => ({
      announcedAt: isAnnounced ? first : undefined,
      parts: later.filter(([at]) => at > first).map(([at, amount, byCheck]) => ({ at, amount, byCheck })),
      rest,
      longReferences,
    }));

type Script = {
  readonly payer: Payer;
  readonly spelledAs: readonly number[];
  readonly overpayments: readonly Overpayment[];
  /** What each payment forwards: the next one settles it. */
  readonly forwards: readonly number[];
  readonly noise: readonly (ModelAdjustment | undefined)[];
};

const noises: readonly ModelAdjustment[] = [
  { reason: 'L6', amount: -250 },
  { reason: 'IR', amount: 2_800 },
  { reason: 'CS', amount: 5_000, reference: 'SOMETHING ELSE' },
  { reason: '50', amount: 700 },
  { reason: 'PI', amount: -100_000 },
];

const scripts = (at: number): fc.Arbitrary<Script> =>
  fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.record({
      payer: fc.record({
        at: fc.constant(at),
        taxId: fc.constantFrom('123456789', '987654321'),
        namesForwards: fc.boolean(),
        spellings: fc.constant(spellingsOf(at)),
      }),
      spelledAs: fc.array(fc.nat(4), { minLength: count, maxLength: count }),
      overpayments: fc.array(overpayments(count), { maxLength: 3 }),
      forwards: fc.array(fc.oneof(fc.constant(0), amounts), { minLength: count, maxLength: count }),
      noise: fc.array(fc.option(fc.constantFrom(...noises), { nil: undefined }), {
        minLength: count,
        maxLength: count,
      }),
    }),
  );

const traceOf = ({ at }: Payer, payment: number): string => `EFT${at}-${payment}`;

/** What the payer does about one overpayment, by payment. */
const movesOf = (
  script: Script,
  { announcedAt, parts, rest, longReferences }: Overpayment,
  number: number,
) => {
  const claim = `ICN${script.payer.at}${number}`;
  const long = longReferences ? `MRN7 20260227 ${claim}` : claim;
  const total = parts.reduce((sum, { amount }) => sum + amount, 0) + rest;
  const announced =
    announcedAt === undefined || total === 0
      ? []
      : [{ at: announcedAt, said: [{ reason: 'WO', amount: -total, reference: long }] }];
  const collected = parts.map(({ at, amount, byCheck }) => ({
    at,
    said: [
      { reason: 'WO', amount, reference: claim },
      ...(byCheck ? [{ reason: '72', amount: -amount, reference: claim }] : []),
    ],
  }));
  return [...announced, ...collected];
};

const forwardsOf = ({ payer, forwards }: Script, at: number): readonly ModelAdjustment[] => {
  const before = at > 0 ? (forwards[at - 1] ?? 0) : 0;
  const now = forwards[at] ?? 0;
  const named = (payment: number) => (payer.namesForwards ? { reference: traceOf(payer, payment) } : {});
  return [
    ...(before > 0 ? [{ reason: 'FB', amount: before, ...named(at - 1) }] : []),
    ...(now > 0 ? [{ reason: 'FB', amount: -now, ...named(at) }] : []),
  ];
};

const paymentsOf = (script: Script): readonly ModelPayment[] =>
  script.forwards.map((_, at) => ({
    trace: traceOf(script.payer, at),
    date: `2026-0${at + 1}-1${script.payer.at}`,
    // The first payment says both name and number: by it those are known that say only one.
    payer: script.payer.spellings[at === 0 ? 0 : (script.spelledAs[at] ?? 0)] ?? { name: '' },
    taxId: script.payer.taxId,
    adjustments: [
      ...script.overpayments
        .flatMap((one, number) => movesOf(script, one, number))
        .filter((move) => move.at === at)
        .flatMap(({ said }) => said),
      ...forwardsOf(script, at),
      ...(script.noise[at] ? [script.noise[at]] : []),
    ],
  }));

const accountsOf = (script: Script): readonly ModelAccount[] => {
  const { payer, overpayments: all, forwards } = script;
  const recoveries = all.flatMap(({ announcedAt, parts, rest }): readonly ModelAccount[] => {
    if (announcedAt === undefined)
      return parts
        .filter(({ byCheck }) => !byCheck)
        .map(({ at, amount }) => ({ kind: 'takeback', trace: traceOf(payer, at), amount, open: amount }));
    const total = parts.reduce((sum, { amount }) => sum + amount, 0) + rest;
    return total === 0
      ? []
      : [{ kind: 'recoupment', trace: traceOf(payer, announcedAt), amount: total, open: rest }];
  });
  const forwarded = forwards.flatMap((amount, at): readonly ModelAccount[] =>
    amount === 0
      ? []
      : [
          {
            kind: 'forward',
            trace: traceOf(payer, at),
            amount,
            open: at === forwards.length - 1 ? amount : 0,
          },
        ],
  );
  return [...recoveries, ...forwarded];
};

/** Up to three payers, each with its payments, told in the order in which they were made. */
export const providerStories: fc.Arbitrary<ModelStory> = fc
  .tuple(scripts(0), scripts(1), scripts(2))
  .map((all) => ({ payments: all.flatMap(paymentsOf), accounts: all.flatMap(accountsOf) }));
