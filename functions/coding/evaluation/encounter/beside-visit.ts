import type { EvidenceSpan } from '../../../domain/coding.ts';
import { wholeOf } from '../../note/find-phrases.ts';
import { mayTell } from '../../note/letters-of.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Reading } from '../evaluate-visit.ts';
import { readMinutes } from '../read-minutes.ts';
import type { Told } from '../visit-suggestion.ts';

const planningTalk =
  /\b(advance[d]? care plan\w*|advance directives?|acp|health care proxy|healthcare proxy|living will|molst|polst|goals of care|code status)\b/i;
const notDone =
  /\b(declin\w+|refus\w+|not (done|today|discussed)|next (visit|time)|will discuss|defer\w*)\b/i;

type Timed = { readonly minutes: number; readonly evidence: EvidenceSpan };

/** Within a total only the minutes that are told apart from it: "50 minutes, including 20 of planning". */
const minutesFor = (text: string): number | undefined => {
  if (!/\btotal\b/i.test(text)) return readMinutes(text);
  const apart = /\b(includ\w+|of which|of that|plus|exclud\w+|in addition to|separate\w*)\b/i.exec(text);
  return apart ? readMinutes(text.slice(apart.index)) : undefined;
};

const timed = (statements: readonly Statement[], subject: RegExp): Timed | undefined => {
  if (!mayTell(statements, subject)) return undefined;
  for (const statement of statements) {
    if (!/min|hour|:\d\d/i.test(statement.text)) continue;
    if (!subject.test(statement.text) || notDone.test(statement.text)) continue;
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

/** The planning talk that stands beside a visit; other services by time are read with what was done. */
export const besideVisit = ({ statements, done }: Reading): readonly Told[] =>
  done.some(({ code }) => /^9949[78]$/.test(code)) ? [] : readPlanningTalk(statements);
