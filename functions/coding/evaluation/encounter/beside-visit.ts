import type { EvidenceSpan } from '../../../domain/coding.ts';
import { wholeOf } from '../../note/find-phrases.ts';
import type { NoteLine } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Reading } from '../evaluate-visit.ts';
import { readMinutes } from '../read-minutes.ts';
import type { Told } from '../visit-suggestion.ts';
import { readPsychotherapy } from './read-psychotherapy.ts';

const planningTalk =
  /\b(advance[d]? care plan\w*|advance directives?|acp|health care proxy|healthcare proxy|living will|molst|polst|goals of care|code status)\b/i;
const stopping = /\b(smok\w+|tobacco|cigarettes?|nicotine|vap(e|ing)|quit\w*|cessation)\b/i;
const counseling =
  /\b(counsel\w*|cessation|quit\w*|stop\w*|discuss\w*|advis\w+|spent|triggers|readiness|talked|intervention)\b/i;
const notDone =
  /\b(declin\w+|refus\w+|not (done|today|discussed)|next (visit|time)|will discuss|defer\w*)\b/i;

type Timed = { readonly minutes: number; readonly evidence: EvidenceSpan };

/** Words of the neighbourhood may name what the minutes were for: "The second problem is nicotine. I spent seven minutes on stopping." */
const reach = 2;

/** Within a total only the minutes that are told apart from it: "50 minutes, including 20 of planning". */
const minutesFor = (text: string): number | undefined => {
  if (!/\btotal\b/i.test(text)) return readMinutes(text);
  const apart = /\b(includ\w+|of which|of that|plus|exclud\w+|in addition to|separate\w*)\b/i.exec(text);
  return apart ? readMinutes(text.slice(apart.index)) : undefined;
};

const timed = (
  statements: readonly Statement[],
  subject: RegExp,
  about: RegExp = subject,
): Timed | undefined => {
  for (const [at, statement] of statements.entries()) {
    if (!/min|hour|:\d\d/i.test(statement.text)) continue;
    if (!about.test(statement.text) || notDone.test(statement.text)) continue;
    const near = statements.slice(Math.max(0, at - reach), at + 1);
    if (!subject.test(statement.text) && !near.some(({ text }) => subject.test(text))) continue;
    const minutes = minutesFor(statement.text);
    if (minutes !== undefined) return { minutes, evidence: wholeOf(statement) };
  }
  return undefined;
};

/** From the midpoint of the first half hour on (CPT), with an add-on from the midpoint of the second. */
const readPlanningTalk = (statements: readonly Statement[]): readonly Told[] => {
  const talk = timed(statements, planningTalk);
  if (!talk || talk.minutes < 16) return [];
  const told = { confidence: 0.85, evidence: [talk.evidence] };
  const rules = [`${talk.minutes} minutes of advance care planning meet 16`];
  const further = talk.minutes < 46 ? 0 : Math.floor((talk.minutes - 16) / 30);
  return [
    { ...told, code: '99497', rules },
    ...(further > 0 ? [{ ...told, code: '99498', rules, units: further }] : []),
  ];
};

/** More than three minutes, and more than ten. */
const readStopping = (statements: readonly Statement[]): readonly Told[] => {
  const talk = timed(statements, stopping, counseling);
  if (!talk || talk.minutes <= 3 || talk.minutes > 60) return [];
  const code = talk.minutes > 10 ? '99407' : '99406';
  const rules = [`${talk.minutes} minutes of counseling to stop smoking`];
  return [{ code, confidence: 0.85, evidence: [talk.evidence], rules }];
};

const isPsychotherapy = /^908(3[2-8]|4[67]|53|9[12])$/;
const isStopping = /^9940[67]$/;

/** Services by time that stand beside a visit, unless they were found among what was done. */
export const besideVisit = (
  { frame, statements, done }: Reading,
  isPsychotherapyKind: boolean,
): readonly Told[] => {
  const lines: readonly NoteLine[] = [...frame.titles, ...statements];
  const has = (pattern: RegExp): boolean => done.some(({ code }) => pattern.test(code));
  return [
    ...(has(/^9949[78]$/) ? [] : readPlanningTalk(statements)),
    ...(has(isStopping) ? [] : readStopping(statements)),
    ...(isPsychotherapyKind || has(isPsychotherapy) ? [] : readPsychotherapy(lines, 'beside')),
  ];
};
