import { Entity, Service } from 'electrodb';
import { configuration, index, indexedText, numbered, primary, record, service, text } from '../table.ts';

export const PracticeEntity = new Entity(
  {
    model: { entity: 'practice', version: '1', service },
    // Not required of a write: the library lets nobody take a field out of what is.
    attributes: { practiceId: text, record: { type: 'any' } },
    indexes: {
      primary: primary(['practiceId'], []),
      // One small partition that names them all: a scan would read every record of every practice.
      all: index('gsi1', [], ['practiceId']),
    },
  },
  configuration,
);

export const PayerEntity = new Entity(
  {
    model: { entity: 'payer', version: '1', service },
    attributes: { practiceId: text, payerId: text, record },
    indexes: { primary: primary(['practiceId'], ['payerId']) },
  },
  configuration,
);

const versions = (entity: string) =>
  new Entity(
    {
      model: { entity, version: '1', service },
      attributes: { practiceId: text, version: numbered, record },
      indexes: { primary: primary(['practiceId'], ['version']) },
    },
    configuration,
  );

/** The rules of a practice for what it bills, in versions that nobody changes. */
export const PracticeRulesEntity = versions('practiceRules');

/** Its table of where denials go, in the same way. */
export const PracticeRoutingEntity = versions('practiceRouting');

/** What was entered of a practice's settings, lists and payers, in versions that nobody changes. */
export const PartVersionEntity = new Entity(
  {
    model: { entity: 'practicePart', version: '1', service },
    attributes: { practiceId: text, part: text, id: indexedText, version: numbered, record },
    indexes: { primary: primary(['practiceId', 'part', 'id'], ['version']) },
  },
  configuration,
);

/** A part of a practice is written with its version in one transaction. */
export const practiceLedger = new Service(
  { practice: PracticeEntity, payer: PayerEntity, partVersion: PartVersionEntity },
  configuration,
);

/** How long a payer took to decide, measured once a day. */
export const PayerPaceEntity = new Entity(
  {
    model: { entity: 'payerPace', version: '1', service },
    attributes: { practiceId: text, payerId: text, record },
    indexes: { primary: primary(['practiceId'], ['payerId']) },
  },
  configuration,
);

/** What payers' contracts allow for procedures, in editions by their first day. */
export const FeeEntity = new Entity(
  {
    model: { entity: 'fee', version: '1', service },
    attributes: { practiceId: text, payerId: text, procedure: text, kind: text, from: text, record },
    indexes: { primary: primary(['practiceId', 'payerId'], ['procedure', 'kind', 'from']) },
  },
  configuration,
);
