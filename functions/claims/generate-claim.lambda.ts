import { addClaim } from '../adapters/claim-store.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { getPayer, getPractice } from '../adapters/practice-store.ts';
import { describeActor, stepActor } from '../domain/actor.ts';
import type { NextPayer } from '../domain/claim.ts';
import type { Coverage } from '../domain/party.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { generateClaim } from './generate-claim.ts';

export const handler = taskHandler(EncounterStep, async (id) => {
  const encounter = await getEncounter(id);
  const practice = await getPractice(id.practiceId);
  const [first, ...rest] = await Promise.all(
    inBillingOrder(encounter.registration?.coverages ?? []).map((coverage) =>
      withContract(id.practiceId, coverage),
    ),
  );
  if (!first) {
    await changeEncounter(id, () => ({ status: 'self-pay' }));
    return { outcome: 'self-pay', claimId: null };
  }
  const claim = generateClaim(encounter, practice, [first, ...rest], new Date().toISOString());
  await addClaim(claim, {
    type: 'generated',
    actor: stepActor('generate-claim'),
    detail: { codedBy: encounter.codedBy ? describeActor(encounter.codedBy) : '' },
  });
  await changeEncounter(id, ({ status }) => (status === 'claimed' ? undefined : { status: 'claimed' }));
  return { outcome: 'generated', claimId: claim.claimId };
});

const inBillingOrder = (coverages: readonly Coverage[]): Coverage[] =>
  [...coverages].sort((a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility));

const withContract = async (practiceId: string, coverage: Coverage): Promise<NextPayer> => {
  const { name: payerName, claimFilingIndicator } = await getPayer(practiceId, coverage.payerId);
  return { coverage, payerName, claimFilingIndicator };
};
