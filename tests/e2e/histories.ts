import type { LocalPractice } from '../../local/local-practice.ts';
import type { EncounterView } from '../../local/practice-client.ts';

/** What a payer's two acknowledgements say of one transmission; a 277CA may overtake the 999. */
const acknowledged = ['file-accepted', 'accepted', 'rejected'];

/** Which claims share a file is the clock's choice: one that stood beside a faulty one went out once more. */
const withoutOthersFaults = (history: readonly string[]): string[] =>
  history.filter(
    (event, at) => event !== 'set-refused' && !(event === 'submitted' && history[at + 1] === 'set-refused'),
  );

/**
 * A history with what nobody owes an order in the order of the stories below: of neighbours that acknowledge one
 * transmission, the 999 comes first. Any other event is the cause of the next, or lies days before it.
 */
export const canonical = (history: readonly string[]): string[] => {
  const ordered: string[] = [];
  for (const event of withoutOthersFaults(history)) {
    const isLate = event === 'file-accepted' && acknowledged.includes(ordered.at(-1) ?? '');
    ordered.splice(isLate ? -1 : ordered.length, 0, event);
  }
  return ordered;
};

/** The types of the events of each claim of an encounter, in the order in which its payers are billed. */
export const historiesOf = async (
  { client }: LocalPractice,
  { claims }: EncounterView,
): Promise<string[][]> => {
  const ordered = [...claims].sort(
    (a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility),
  );
  return Promise.all(
    ordered.map(async ({ claimId }) => canonical((await client.history(claimId)).map(({ type }) => type))),
  );
};

const checked = ['generated', 'lifecycle-started', 'eligibility-answered'];
const accepted = ['submitted', 'file-accepted', 'accepted'];
const begun = [...checked, ...accepted];
const answered = [...begun, 'remittance-posted'];
const paid = [...answered, 'closed'];

/** What happens to the claims of each sample when nothing goes wrong in the machinery; every event is there once. */
export const undisturbedHistories: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '01-hypertension': [paid],
  '02-diabetes': [[...answered, 'billed-to-patient', 'closed']],
  '03-ankle-sprain': [
    [
      ...checked,
      'submitted',
      'file-accepted',
      'rejected',
      'resubmit',
      'eligibility-answered',
      ...accepted,
      'remittance-posted',
      'closed',
    ],
  ],
  '04-sinusitis': [
    [...checked, 'submitted', 'rejected', 'resubmit', ...accepted, 'remittance-posted', 'closed'],
  ],
  '05-low-back-pain': [[...answered, 'resubmit', ...accepted, 'remittance-posted', 'closed']],
  '06-knee-injection': [[...answered, 'resubmit', ...accepted, 'remittance-reversed', 'closed']],
  '07-palpitations': [[...answered, 'appeal', 'remittance-reversed', 'closed']],
  '08-asthma': [[...answered, 'write-off', 'closed']],
  '09-shoulder-pain': [[...answered, 'write-off', 'closed']],
  '10-urinary-infection': [[...checked, 'bill-patient', 'closed']],
  '11-bronchitis': [[...begun, 'status-answered', 'remittance-posted', 'closed']],
  '12-copd': [[...answered, 'billed-to-next-payer'], paid],
  '13-depression': [[...paid, 'remittance-reversed', 'lifecycle-started', 'closed']],
  '14-vague-fatigue': [paid],
  '15-unreadable-scan': [],
  '16-otitis-media': [paid],
  '17-light-headed': [paid],
  '18-sex-on-file': [paid],
  '19-decided-by-line': [[...answered, 'decide-parts', 'decide-parts', 'closed']],
  '20-crossover': [
    [...answered, 'billed-to-next-payer'],
    ['forwarded', 'lifecycle-started', 'remittance-posted', 'closed'],
  ],
  '21-first-payer-corrects': [
    [
      ...[...answered, 'billed-to-next-payer', 'remittance-reversed', 'lifecycle-started'],
      'billed-to-next-payer',
    ],
    [
      ...paid,
      'prior-payer-restated',
      'lifecycle-started',
      'billed-again',
      ...accepted,
      'remittance-reversed',
      'closed',
    ],
  ],
};
