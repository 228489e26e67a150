import { type Need, needToDecide, needToHandle, writesOff } from '../../../domain/access/permissions.ts';
import { type Task, TaskAction } from '../../../domain/task.ts';
import { fieldsOf, type SentBody } from '../../form/read-upload.ts';

/** What a page sends: its fields, and the bytes where there is a file among them. */
export type SentPage = { readonly body: string; readonly sent?: SentBody };

const writeOffField = /^part\.write-off\./;

/** Whether any amount is written off; an amount of nothing decides nothing, and asking for the permission harms nobody. */
const hasWriteOff = (fields: URLSearchParams): boolean =>
  [...fields].some(([name, value]) => writeOffField.test(name) && value.trim() !== '');

const needOfDecision = (task: Task, fields: URLSearchParams): readonly Need[] => {
  const action = TaskAction.safeParse(fields.get('action'));
  if (!action.success) return [];
  const givesUp =
    writesOff({ action: action.data }) || (action.data === 'decide-parts' && hasWriteOff(fields));
  const need: Need = givesUp ? ['write-off'] : needToDecide({ action: action.data });
  return task.proposal && givesUp ? [need, ['approve']] : [need];
};

/**
 * All that one has to be permitted to do what a form of a task's page asks for: the same as the API asks of it. A form
 * that is none needs nothing, and is refused for what it is.
 */
export const needsOfForm = async (task: Task, { body, sent }: SentPage): Promise<readonly Need[]> => {
  const fields = (sent && (await fieldsOf(sent))) ?? new URLSearchParams(body);
  const has = (name: string): boolean => fields.get(name) !== null;
  if (has('undo')) return [task.outcome ? needToDecide(task.outcome) : needToHandle];
  if (has('send-now')) return [['bill']];
  if (has('handling')) return [needToHandle];
  if (has('packet-step') || has('appealAnswer')) return [['appeal']];
  if (has('send')) return [['register']];
  return needOfDecision(task, new URLSearchParams(body));
};
