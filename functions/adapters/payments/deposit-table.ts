import { Entity } from 'electrodb';
import { configuration, primary, record, service, text } from '../table.ts';

/** Money that came to a practice's bank account, in the order of its days. */
export const DepositEntity = new Entity(
  {
    model: { entity: 'deposit', version: '1', service },
    attributes: { practiceId: text, date: text, depositId: text, record },
    indexes: { primary: primary(['practiceId'], ['date', 'depositId']) },
  },
  configuration,
);

/** What people say belongs together of deposits and payments. */
export const HandTieEntity = new Entity(
  {
    model: { entity: 'handTie', version: '1', service },
    attributes: { practiceId: text, tieId: text, record },
    indexes: { primary: primary(['practiceId'], ['tieId']) },
  },
  configuration,
);
