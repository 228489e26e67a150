import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { Qualification } from '../note/qualify-mention.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Lasting diseases whose kind the note may tell before it assesses them: the unspecified code, and its kinds. */
const families: readonly (readonly [vague: RegExp, kinds: RegExp])[] = [
  [/^J45\.909$/, /^J45\.(20|30|40|50|991|990)$/],
  [/^I48\.91$/, /^I48\.(0|11|19|20|21)$/],
  [/^C95\.[19]0$/, /^C9[1-4]\.[0-9A-Z]0$/],
  [/^C85\.90$/, /^C8[1-5]\.\w+$/],
  [/^K50\.90$/, /^K50\.[0-8]0$/],
  [/^K51\.90$/, /^K51\.[0-8]0$/],
  [/^G35\.D$/, /^G35\.[A-C]/],
  [/^G43\.909$/, /^G43\.(0|1|7)09$/],
  [/^L40\.9$/, /^L40\.[0-48]$/],
  [/^M06\.9$/, /^M0(5\.\d+|6\.0\d+)$/],
  [/^I50\.9$/, /^I50\.(2|3|4)[02]$/],
  [/^G30\.9$/, /^G30\.[018]$/],
];

/** "Hx mild intermittent asthma": what is assessed today is no thing of the past. */
const ofPatient: ReadonlySet<Qualification> = new Set(['affirmed', 'historical']);

/** Guideline I.B.2: the highest specificity documented, wherever the visit's note documents it. */
export const specifyFromElsewhere = (
  found: readonly DiagnosisCandidate[],
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] =>
  found.map((one) => {
    const kinds = families.find(([vague]) => vague.test(one.entry.code))?.[1];
    if (!kinds) return one;
    const told = mentions.filter(
      ({ code, qualification }) => ofPatient.has(qualification) && kinds.test(code),
    );
    const [first] = told;
    if (!first || told.some(({ code }) => code !== first.code)) return one;
    const entry = codeBookOn(dateOfService).diagnoses.entry(first.code);
    if (!entry || found.some((other) => other.entry.code === entry.code)) return one;
    const rules = [...one.rules, 'I.B.2: its kind is told elsewhere in the note'];
    return { ...one, entry, rules, evidence: [...one.evidence, spanOf(first)] };
  });
