import { describeActor, stepActor } from '../domain/actor.ts';
import type { Claim, NextPayer } from '../domain/claim.ts';
import { type AddClaimEffects, addClaimOnce } from '../domain/claim-change.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import type { Coverage } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { ClaimStep, StepResult } from '../domain/step.ts';
import { claimsForFirstPayer } from './from-visit/claims-of-visit.ts';
import { splitVisit, unreportedDiagnoses } from './from-visit/split-visit.ts';

export const generateClaimOutcomes = ['generated', 'self-pay'] as const;
export type GenerateClaimOutcome = (typeof generateClaimOutcomes)[number];

export type GenerateClaimEffects = AddClaimEffects & {
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly getPayer: (practiceId: string, payerId: string) => Promise<Payer>;
  readonly changeEncounter: ChangeEncounter;
};

/**
 * Makes the claim of a coded encounter, once, for the first payer that it names, and starts its lifecycle; the other
 * payers are billed after it. A visit with more lines or diagnoses than a claim takes is billed in several.
 */
export const generateClaim = async (
  id: EncounterId,
  now: Date,
  effects: GenerateClaimEffects,
): Promise<StepResult<GenerateClaimOutcome>> => {
  const { getEncounter, getPractice, getPayer, changeEncounter } = effects;
  const encounter = await getEncounter(id);
  const practice = await getPractice(id.practiceId);
  const coverages = inBillingOrder(encounter.registration?.coverages ?? []);
  const [first, ...rest] = await Promise.all(
    coverages.map(async (coverage) =>
      withContract(coverage, await getPayer(id.practiceId, coverage.payerId)),
    ),
  );
  if (!first) {
    await changeEncounter(id, () => ({ status: 'self-pay' }));
    return { outcome: 'self-pay' };
  }
  const claims = claimsForFirstPayer(encounter, practice, [first, ...rest], now.toISOString());
  for (const claim of claims) await startClaim(claim, encounter, effects);
  await changeEncounter(id, ({ status }) => (status === 'claimed' ? undefined : { status: 'claimed' }));
  return { outcome: 'generated' };
};

/** The lifecycle has the claim's name: started twice it runs once. */
const startClaim = async (
  claim: Claim,
  { practiceId, codedBy, codes }: Encounter,
  { addClaim, findClaim, startClaimLifecycle }: GenerateClaimEffects,
): Promise<void> => {
  const unreported = codes ? unreportedDiagnoses(codes, splitVisit(codes)) : [];
  const generated = {
    type: 'generated',
    actor: stepActor('generate-claim'),
    detail: {
      codedBy: codedBy ? describeActor(codedBy) : '',
      ...(unreported.length > 0 && { unreported: unreported.join(' ') }),
    },
  };
  const { claimId } = await addClaimOnce(claim, generated, { addClaim, findClaim });
  await startClaimLifecycle(claimId, { practiceId, claimId });
};

/** The payers of a visit in the order in which they are billed. */
export const inBillingOrder = (coverages: readonly Coverage[]): Coverage[] =>
  [...coverages].sort((a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility));

export const withContract = (
  coverage: Coverage,
  { name: payerName, claimFilingIndicator }: Payer,
): NextPayer => ({
  coverage,
  payerName,
  claimFilingIndicator,
});
