import { type Edit, objectIf } from '../edit.ts';
import { eachService, pathOf } from './each-service.ts';

const modifierFormat = /^([A-Z][A-Z0-9]|[0-9][A-Z0-9])$/;

/** Codes of evaluation and management: 99202–99499, and the Medicare visits that modifier 25 goes with as well. */
const isEvaluation = (procedure: string): boolean =>
  /^99(20[2-9]|2[1-9]\d|[34]\d\d)$/.test(procedure) ||
  ['G0402', 'G0438', 'G0439', '92002', '92004', '92012', '92014'].includes(procedure);

/** Edits on modifiers. */
export const modifierEdits: readonly Edit[] = [
  {
    code: 'modifier-format',
    source: 'CPT and HCPCS: a modifier has two characters, each once on a line',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.some(
            (modifier, place) => !modifierFormat.test(modifier) || modifiers.indexOf(modifier) < place,
          ),
          pathOf(at, 'modifiers'),
          `A modifier of ${procedure} is misspelt or repeated.`,
        ),
      ),
  },
  {
    code: 'modifier-25-not-on-visit',
    source: 'NCCI policy manual, chapter I: 25 belongs to an E/M service',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('25') && !isEvaluation(procedure),
          pathOf(at, 'modifiers'),
          `Modifier 25 belongs on the visit, not on ${procedure}.`,
        ),
      ),
  },
  {
    code: 'modifier-59-on-visit',
    source: 'NCCI policy manual, chapter I: 59 is never for an E/M service',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('59') && isEvaluation(procedure),
          pathOf(at, 'modifiers'),
          `Modifier 59 is not for visits such as ${procedure}; 25 may be meant.`,
        ),
      ),
  },
  {
    code: 'modifier-50-with-side',
    source: 'NCCI policy manual: 50 already says both sides',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('50') && (modifiers.includes('RT') || modifiers.includes('LT')),
          pathOf(at, 'modifiers'),
          `${procedure} carries 50 and a side on one line; use one of them.`,
        ),
      ),
  },
];
