import { clockTimeIn, type TimeZone } from '../../domain/calendar/time-zone.ts';
import type { TaskAction } from '../../domain/task.ts';
import { goesOut, type Left, type UndoState } from '../../domain/undo/undo-state.ts';
import { isVisitAction } from '../../domain/undo/visit/visit-undo-state.ts';
import { dayIn } from '../formats.ts';

const whyLeft: Record<Left, string> = {
  sent: 'The claim stands in a file to the payer. What the payer says of it comes as a task.',
  'appeal-sent': 'The appeal is on its way to the payer. What the payer says of it comes as a task.',
  'next-payer': 'The next payer has the claim, or was told of this decision.',
  payers:
    'The claims of other payers were ended with it. Say the order as it is on the task of the claim that is billed now.',
  void: 'The void of the former claim stands in a file to its payer. Say the order as it is on the task of the claim that is billed now.',
  patient: 'The patient’s bill was given out with the day on which it was decided.',
  'decided-since': 'Something else was decided about the claim since.',
  'payer-decided': 'The payer has decided anew since, and this decision does not count any more.',
  documents: 'New documents of the visit came since, and a task asks about them. Say there what they change.',
  'each-by-itself':
    'Each of the claims goes its own way: what goes out again is answered by its payer, and what comes back is decided on a task of its own.',
  record: 'The patient’s record keeps each of its versions: say there how it is now.',
  time: 'It was decided more than thirty days ago.',
};

/** Why a decision is not taken back, in a sentence or two without PHI. */
export const refusalInWords = (state: Exclude<UndoState, { kind: 'open' | 'undone' }>): string =>
  state.kind === 'under-way'
    ? 'It is being carried out at this moment. Try again in a minute.'
    : whyLeft[state.why];

/** How long a decision can be taken back. */
export const untilInWords = (action: TaskAction, until: string | undefined, timeZone: TimeZone): string => {
  const at = until && `${dayIn(timeZone, until)}, ${clockTimeIn(timeZone, new Date(until)).slice(11, 16)}`;
  if (action === 'appeal') return 'until the letter goes out, within moments';
  if (goesOut(action) || isVisitAction(action))
    return at
      ? `until the claim goes out with the next file, at about ${at}, or sooner when the file is full`
      : 'until the claim goes out with the next file';
  return at ? `until ${at}` : 'until it is carried out, within moments';
};
