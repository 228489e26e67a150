import { Entity } from 'electrodb';
import { configuration, numbered, primary, record, service, text } from '../table.ts';

/** What people and programs are in a practice, in versions that nobody changes. */
export const MembershipEntity = new Entity(
  {
    model: { entity: 'membership', version: '1', service },
    attributes: { practiceId: text, subject: text, version: numbered, record },
    indexes: { primary: primary(['practiceId'], ['subject', 'version']) },
  },
  configuration,
);
