import type { PlacedAdjustment } from '../../domain/position.ts';

/** What a denial comes from, as far as it decides what a letter has to show. */
export type DenialRoot =
  | 'filing-limit'
  | 'necessity'
  | 'bundling'
  | 'authorization'
  | 'eligibility'
  | 'level'
  | 'units'
  | 'documentation'
  | 'contract'
  | 'other';

const reasonsOf: Readonly<Record<Exclude<DenialRoot, 'other'>, string>> = {
  'filing-limit': '29',
  necessity: '11 49 50 54 55 167 272 273 B22',
  bundling: '4 59 97 107 231 234 236 B10 B15',
  authorization: '15 39 95 197 198 243 288',
  eligibility: '26 27 31 32 33 177 200',
  level: '150 152 186 B16',
  units: '119 151 222',
  documentation: '16 163 164 226 251 252',
  contract: '24 45 147 242 256',
};

const rootByReason = new Map(
  Object.entries(reasonsOf).flatMap(([root, reasons]) =>
    reasons.split(' ').map((reason) => [reason, root as DenialRoot] as const),
  ),
);

export const rootOf = ({ reason }: Pick<PlacedAdjustment, 'reason'>): DenialRoot =>
  rootByReason.get(reason) ?? 'other';

/** The roots of what is disputed, the one with the most money first. */
export const rootsOf = (disputed: readonly PlacedAdjustment[]): readonly DenialRoot[] => {
  const amounts = new Map<DenialRoot, number>();
  for (const one of disputed) amounts.set(rootOf(one), (amounts.get(rootOf(one)) ?? 0) + one.amount);
  return [...amounts].toSorted(([, one], [, other]) => other - one).map(([root]) => root);
};
