import { levelLoop, nameLoop } from './loop-guides.ts';
import { type Loop, type LoopGuide, loopsOf, requiredLoop, requiredSegment } from './loops.ts';
import type { IdentifiedEntity } from './party.ts';
import { readEntity } from './read-parties.ts';

/**
 * Loop 2110 with its question (EQ) or its answers (EB). LS opens 2120, in which any NM1 names a party to the
 * benefit; without it such an NM1 would pass for the payer of loop 2100A.
 */
const benefits = (letter: 'C' | 'D'): LoopGuide[] => [
  { id: `2110${letter}`, opens: 'EQ' },
  {
    id: `2110${letter}`,
    opens: 'EB',
    loops: [{ id: 'LS', opens: 'LS', loops: [{ id: `2120${letter}`, opens: 'NM1' }] }],
  },
];

const member = (letter: 'C' | 'D', code: string): LoopGuide => ({
  ...nameLoop(`2100${letter}`, code),
  loops: benefits(letter),
});

const subscriber = levelLoop('2000C', '22', [
  member('C', 'IL'),
  levelLoop('2000D', '23', [member('D', '03')]),
]);

const provider = levelLoop('2000B', '21', [{ id: '2100B', opens: 'NM1' }, subscriber]);

/** The loops of 005010X279A1, which the 270 and the 271 share: payer, provider, subscriber, dependent. */
export const eligibilityLoops: LoopGuide = {
  id: 'X279',
  opens: 'ST',
  loops: [levelLoop('2000A', '20', [{ id: '2100A', opens: 'NM1' }, provider])],
};

/** The levels that a subscriber, or one dependent, stands under. */
export type MemberLevels = { payer: Loop; provider: Loop; subscriber: Loop; dependent?: Loop };

export type ProviderLevels = Pick<MemberLevels, 'payer' | 'provider'>;

export const providerLevelsOf = (root: Loop): ProviderLevels[] =>
  loopsOf(root, '2000A').flatMap((payer) => loopsOf(payer, '2000B').map((provider) => ({ payer, provider })));

/** Each subscriber and then each dependent, in the order of the file. */
export const memberLevelsOf = (root: Loop): MemberLevels[] =>
  providerLevelsOf(root).flatMap((above) =>
    loopsOf(above.provider, '2000C').flatMap((subscriber): MemberLevels[] => [
      { ...above, subscriber },
      ...loopsOf(subscriber, '2000D').map((dependent) => ({ ...above, subscriber, dependent })),
    ]),
  );

export const readPayer = (payer: Loop): IdentifiedEntity =>
  readEntity(requiredSegment(requiredLoop(payer, '2100A'), 'NM1'));

export const readProvider = (provider: Loop): IdentifiedEntity =>
  readEntity(requiredSegment(requiredLoop(provider, '2100B'), 'NM1'));
