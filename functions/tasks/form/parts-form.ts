import type { Checked, Finding } from '../../domain/finding.ts';
import { type PartAction, type PartDecision, partKey } from '../../domain/tasks/decided-part.ts';
import type { OpenPart } from '../../domain/tasks/open-parts.ts';
import { centsIn } from './dollars.ts';

/** The field for what is to become of a part; it names the adjustment, so that another order of them changes nothing. */
export const partField = (action: PartAction, part: OpenPart): string => `part.${action}.${partKey(part)}`;

/** The texts of all such fields that a form sent. */
export const readPartFields = (fields: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...fields].filter(([name]) => name.startsWith('part.')).slice(0, 400));

/** What a form decides about the open parts of a claim; an empty field decides nothing. */
export const readParts = (
  texts: Readonly<Record<string, string>>,
  parts: readonly OpenPart[],
): Checked<PartDecision[]> => {
  const findings: Finding[] = [];
  const decisions = parts.flatMap((part) =>
    part.mayBe.flatMap((action): PartDecision[] => {
      const path = partField(action, part);
      const text = texts[path]?.trim() ?? '';
      const amount = centsIn(text);
      if (text === '' || amount === 0) return [];
      if (amount === undefined)
        findings.push({ code: 'no-amount', path, detail: 'Write dollars and cents, such as 27.50' });
      const { mayBe: _mayBe, ...place } = part;
      return amount === undefined ? [] : [{ ...place, amount, action }];
    }),
  );
  if (findings.length > 0) return { success: false, findings };
  if (decisions.length > 0) return { success: true, data: decisions };
  const detail = 'Write an amount beside at least one adjustment';
  return { success: false, findings: [{ code: 'empty', path: 'parts', detail }] };
};
