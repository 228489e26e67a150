import { Entity } from 'electrodb';
import type { EncounterId } from '../../domain/encounter.ts';
import type { EncounterStep } from '../../domain/step.ts';
import { visitReference } from '../../domain/visit/visit-reference.ts';
import { BillingError } from '../../runtime/errors.ts';
import { configuration, primary, service, text } from '../table.ts';

/** Which visit a reference stands for. */
const VisitReferenceEntity = new Entity(
  {
    model: { entity: 'visitReference', version: '1', service },
    attributes: { practiceId: text, visit: text, encounterId: text },
    indexes: { primary: primary(['practiceId'], ['visit']) },
  },
  configuration,
);

/** Makes a visit known under its reference, and returns what a state machine may carry of it. */
export const referTo = async ({ practiceId, encounterId }: EncounterId): Promise<EncounterStep> => {
  const visit = visitReference({ practiceId, encounterId });
  await VisitReferenceEntity.put({ practiceId, visit, encounterId }).go();
  return { practiceId, visit };
};

/** The visit that a reference stands for; undefined where there is none. */
export const findVisit = async ({ practiceId, visit }: EncounterStep): Promise<EncounterId | undefined> => {
  const { data } = await VisitReferenceEntity.get({ practiceId, visit }).go({ consistent: true });
  return data ? { practiceId, encounterId: data.encounterId } : undefined;
};

/** The visit that a step is about; throws RecordNotFound, for no workflow starts before its visit is known. */
export const visitOf = async (step: EncounterStep): Promise<EncounterId> => {
  const id = await findVisit(step);
  if (!id) throw new BillingError('RecordNotFound', `There is no visit ${step.visit}`);
  return id;
};
