import { levelLoop } from './loop-guides.ts';
import type { Loop, LoopGuide } from './loops.ts';
import { loopsOf, requiredLoop, requiredSegment } from './loops.ts';
import type { IdentifiedEntity } from './party.ts';
import { readEntity } from './read-parties.ts';

const claimLoops = (letter: 'D' | 'E'): LoopGuide[] => [
  { id: `2100${letter}`, opens: 'NM1' },
  { id: `2200${letter}`, opens: 'TRN', loops: [{ id: `2220${letter}`, opens: 'SVC' }] },
];

const dependent = levelLoop('2000E', '23', claimLoops('E'));

const subscriber = levelLoop('2000D', '22', [...claimLoops('D'), dependent]);

const provider = levelLoop('2000C', '19', [
  { id: '2100C', opens: 'NM1' },
  { id: '2200C', opens: 'TRN' },
  subscriber,
]);

const receiver = levelLoop('2000B', '21', [
  { id: '2100B', opens: 'NM1' },
  { id: '2200B', opens: 'TRN' },
  provider,
]);

/** The loops of 005010X212, which the 276 and the 277 share: payer, receiver, provider, subscriber, dependent. */
export const claimStatusLoops: LoopGuide = {
  id: 'X212',
  opens: 'ST',
  loops: [levelLoop('2000A', '20', [{ id: '2100A', opens: 'NM1' }, receiver])],
};

/** The levels that one inquiry or answer stands under. */
export type ClaimStatusLevels = {
  payer: Loop;
  receiver: Loop;
  provider: Loop;
  subscriber: Loop;
  dependent?: Loop;
  claim: Loop; // 2200D or 2200E
};

export type ProviderLevels = Pick<ClaimStatusLevels, 'payer' | 'receiver' | 'provider'>;

export const providerLevelsOf = (root: Loop): ProviderLevels[] =>
  loopsOf(root, '2000A').flatMap((payer) =>
    loopsOf(payer, '2000B').flatMap((receiver) =>
      loopsOf(receiver, '2000C').map((provider) => ({ payer, receiver, provider })),
    ),
  );

/** Every claim of a set with its levels, in the order of the file. */
export const claimStatusLevelsOf = (root: Loop): ClaimStatusLevels[] =>
  providerLevelsOf(root).flatMap((above) =>
    loopsOf(above.provider, '2000D').flatMap((subscriber) => [
      ...loopsOf(subscriber, '2200D').map((claim) => ({ ...above, subscriber, claim })),
      ...loopsOf(subscriber, '2000E').flatMap((dependent) =>
        loopsOf(dependent, '2200E').map((claim) => ({ ...above, subscriber, dependent, claim })),
      ),
    ]),
  );

const partyOf = (level: Loop, loop: string): IdentifiedEntity =>
  readEntity(requiredSegment(requiredLoop(level, loop), 'NM1'));

export const readPayer = (payer: Loop): IdentifiedEntity => partyOf(payer, '2100A');

export const readReceiver = (receiver: Loop): IdentifiedEntity => partyOf(receiver, '2100B');

export const readProvider = (provider: Loop): IdentifiedEntity => partyOf(provider, '2100C');

/** Who pays, who asks and who treated. Raises MalformedElement. */
export const readInquiryParties = ({ payer, receiver, provider }: ProviderLevels) => ({
  payer: readPayer(payer),
  receiver: readReceiver(receiver),
  provider: readProvider(provider),
});
