/** How a payer treats a claim, and what the desks then do: one line of the month's mix. */
export type Story = {
  readonly name: string;
  /** Of all claims, in percent; what is left over is simply paid. */
  readonly percent: number;
  /** What kind of visit it takes. @default any */
  readonly needs?: 'two-lines' | 'second-payer' | 'picky-translator';
  /** What the payer's front end or adjudication does, in the words of the simulator's rules. */
  readonly rules: readonly Rule[];
  /** What the desks decide on the tasks of a kind, the first one first; nothing more is decided after the last. */
  readonly decisions?: readonly Decision[];
  /** What is wrong with the registration. */
  readonly slip?: 'member-number' | 'underscore';
};

type Rule = {
  readonly when?: {
    readonly lacks?: 'prior-authorization';
    readonly appealed?: boolean;
    readonly secondLine?: true;
  };
  readonly result: Readonly<Record<string, unknown>> & { readonly kind: string };
};

type Decision = { readonly kind: 'denial' | 'rejection' | 'missing-remittance'; readonly action: string };

const denial = (reason: string, group = 'CO', more: object = {}) => ({
  kind: 'deny-claim',
  group,
  reason,
  ...more,
});

const unlessAuthorized = { lacks: 'prior-authorization' } as const;
const unlessAppealed = { appealed: false };

const on = (kind: Decision['kind'], ...actions: readonly string[]): readonly Decision[] =>
  actions.map((action) => ({ kind, action }));

/**
 * A month of an ordinary practice: 12 % denied, 5 % rejected, and what else a payer does. The reasons are those that
 * practices meet most; how each is worked is what the product recommends for it, or what a biller may choose instead.
 */
export const stories: readonly Story[] = [
  // 12 % denied
  {
    name: 'denied-authorization',
    percent: 2,
    rules: [{ when: unlessAuthorized, result: denial('197') }],
    decisions: on('denial', 'resubmit'),
  },
  {
    name: 'denied-missing-data',
    percent: 1.5,
    rules: [{ when: unlessAuthorized, result: denial('16', 'CO', { claimRemarks: ['MA130'] }) }],
    decisions: on('denial', 'resubmit'),
  },
  {
    name: 'denied-necessity',
    percent: 1.5,
    rules: [{ when: unlessAppealed, result: denial('50') }],
    decisions: on('denial', 'appeal'),
  },
  {
    name: 'denied-and-upheld',
    percent: 1,
    rules: [{ result: denial('50') }],
    decisions: [...on('denial', 'appeal'), ...on('missing-remittance', 'write-off')],
  },
  {
    name: 'denied-late',
    percent: 1,
    rules: [{ result: denial('29') }],
    decisions: on('denial', 'write-off'),
  },
  {
    name: 'denied-not-covered',
    percent: 1,
    rules: [{ result: denial('96') }],
    decisions: on('denial', 'write-off'),
  },
  {
    name: 'denied-patient-owes',
    percent: 1,
    rules: [{ result: denial('204', 'PR') }],
    decisions: on('denial', 'bill-patient'),
  },
  {
    name: 'denied-bundled-line',
    percent: 2,
    needs: 'two-lines',
    rules: [
      {
        when: { secondLine: true },
        result: { kind: 'deny-line', group: 'CO', reason: '97', remarks: ['M15'] },
      },
    ],
    decisions: on('denial', 'write-off'),
  },
  { name: 'denied-left-alone', percent: 1, rules: [{ result: denial('109') }] },
  // 5 % rejected
  {
    name: 'rejected-subscriber',
    percent: 2,
    rules: [],
    slip: 'member-number',
    decisions: on('rejection', 'resubmit'),
  },
  {
    name: 'rejected-authorization',
    percent: 2,
    rules: [{ when: unlessAuthorized, result: { kind: 'refuse', category: 'A7', status: '252' } }],
    decisions: on('rejection', 'resubmit'),
  },
  {
    name: 'rejected-syntax',
    percent: 1,
    needs: 'picky-translator',
    rules: [],
    slip: 'underscore',
    decisions: on('rejection', 'resubmit'),
  },
  // what else payers do
  { name: 'split', percent: 4, needs: 'two-lines', rules: [{ result: { kind: 'split' } }] },
  {
    name: 'crossover',
    percent: 4,
    needs: 'second-payer',
    rules: [{ result: { kind: 'forward', afterDays: 6 } }],
  },
  { name: 'second-payer', percent: 4, needs: 'second-payer', rules: [] },
  {
    name: 'taken-back',
    percent: 2,
    rules: [{ result: { kind: 'take-back', afterDays: 6, percent: 40 } }],
    decisions: on('denial', 'write-off'),
  },
  {
    name: 'corrected-late',
    percent: 4,
    rules: [{ result: { kind: 'revise', afterDays: 5, allowedPercent: 80 } }],
  },
  { name: 'interest', percent: 2, rules: [{ result: { kind: 'interest', amount: 137 } }] },
  { name: 'silent-until-asked', percent: 2, rules: [{ result: { kind: 'hold', remitDaysAfterInquiry: 4 } }] },
  { name: 'silent-for-ever', percent: 1, rules: [{ result: { kind: 'ignore' } }] },
];

export const paid: Story = { name: 'paid', percent: 0, rules: [] };

/** As many visits of each story as the mix has, at least one of each where there is room for all, and the rest paid. */
export const storiesFor = (count: number): readonly Story[] => {
  const told = stories.flatMap((story) => {
    const share = (story.percent * count) / 100;
    const visits = count > stories.length ? Math.max(1, Math.round(share)) : Math.round(share);
    return Array.from({ length: visits }, () => story);
  });
  return [...told, ...Array.from({ length: Math.max(0, count - told.length) }, () => paid)].slice(0, count);
};
