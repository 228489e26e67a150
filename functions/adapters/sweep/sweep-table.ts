import { Entity } from 'electrodb';
import { configuration, primary, record, service, text } from '../table.ts';

/** How often a claim or a visit was started again, beside its record: it is no change of it. */
export const RestartsEntity = new Entity(
  {
    model: { entity: 'restarts', version: '1', service },
    attributes: { recordId: text, name: text, record },
    indexes: { primary: primary(['recordId'], []) },
  },
  configuration,
);

/** Where the sweep of a practice is. */
export const SweepEntity = new Entity(
  {
    model: { entity: 'sweep', version: '1', service },
    attributes: { practiceId: text, record },
    indexes: { primary: primary(['practiceId'], []) },
  },
  configuration,
);
