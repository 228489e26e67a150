import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../functions/domain/rules/check-rules.ts';
import { payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { readSampleFile } from '../../factories/sample-files.ts';

const known = {
  payerIds: payers.map(({ payerId }) => payerId),
  providerNpis: practice().providers.map(({ npi }) => npi),
  locationIds: ['main'],
};

const sampleRules = (): Record<string, unknown>[] => JSON.parse(readSampleFile('rules.json'));

const findingsOf = (rules: unknown) => {
  const checked = checkRules(rules, known);
  return checked.success ? [] : checked.findings;
};

const hold = [{ hold: 'Look at it first' }];
const rule = (when: unknown, effects: unknown = hold, more: object = {}) => ({
  ...{ ruleId: 'a-rule', note: 'the manual says so', when },
  // biome-ignore lint/suspicious/noThenProperty: a list is nothing that can be awaited
  then: effects,
  ...more,
});

describe('the rules of the samples', () => {
  it('are ten ordinary ones that may be entered', () => {
    const checked = checkRules(sampleRules(), known);
    expect(checked).toMatchObject({ success: true });
    expect(checked.success && checked.data.rules.length).toBe(10);
  });

  it('are told where a modifier is of the record, and nothing else', () => {
    const checked = checkRules(sampleRules(), known);
    expect(checked.success && checked.data.notes).toMatchObject([
      { code: 'modifier-of-record', path: 'rules.4.then.0.value' },
    ]);
  });
});

type Row = readonly [title: string, rule: unknown, path: string, says: string];

const conditions: readonly Row[] = [
  ['a path that is misspelt', rule({ path: 'service.modifer', is: '25' }), 'when.path', 'service.modifiers'],
  ['a path without its root', rule({ path: 'placeOfService', is: '11' }), 'when.path', 'placeOfService'],
  ['a root alone', rule({ path: 'registration', present: true }), 'when.path', 'behind registration'],
  [
    'what is registered of services, beside their codes',
    rule({ path: 'registration.services.note', present: true }),
    'when.path',
    'service.note',
  ],
  [
    'a part that there is not',
    rule({ path: 'patient.gender', is: 'F' }),
    'when.path',
    'registration.patient.gender',
  ],
  [
    'deep in the conditions',
    rule({ all: [{ any: [{ path: 'x.y', is: 1 }] }] }),
    'when.all.0.any.0.path',
    'Write',
  ],
  ['a number for a text', rule({ path: 'registration.placeOfService', is: 11 }), 'when.is', 'Two digits'],
  [
    'a word that is no choice',
    rule({ path: 'registration.patientType', is: 'old' }),
    'when.is',
    '"new" or "established"',
  ],
  ['a text for yes or no', rule({ path: 'registration.pregnant', is: 'yes' }), 'when.is', 'true or false'],
  [
    'a text for an amount',
    rule({ path: 'visit.charge', inRange: { from: '5000' } }),
    'when.inRange.from',
    'number',
  ],
  ['codes for an amount', rule({ path: 'visit.charge', inRange: '1-2' }), 'when.inRange', 'number'],
  [
    'no date',
    rule({ path: 'registration.dateOfService', inRange: { from: '03/02/2026' } }),
    'when.inRange.from',
    'YYYY-MM-DD',
  ],
  [
    'one of several that does not fit',
    rule({ path: 'service.procedure', oneOf: ['99213', '9921'] }),
    'when.oneOf.1',
    'service.procedure',
  ],
  ['a payer without a contract', rule({ path: 'payer.payerId', is: 'northwnd' }), 'when.is', 'northwind'],
  [
    'a provider of nobody',
    rule({ path: 'service.renderingProviderNpi', is: '1234567893' }),
    'when.is',
    '2450100021',
  ],
  [
    'an NPI that is none',
    rule({ path: 'registration.referringProvider.npi', is: '1234567890' }),
    'when.is',
    'NPI',
  ],
  [
    'a comparison of what has parts',
    rule({ path: 'registration.accident', is: 'auto' }),
    'when.is',
    'claimNumber',
  ],
  ['a beginning of a number', rule({ path: 'service.units', startsWith: '1' }), 'when.startsWith', 'inRange'],
  [
    'a range that ends first',
    rule({ path: 'service.procedure', inRange: '99215-99202' }),
    'when.inRange',
    'before it begins',
  ],
  ['two operators', rule({ path: 'service.units', is: 1, isNot: 2 }), 'when', 'one operator'],
  ['no operator', rule({ path: 'service.units' }), 'when', 'one operator'],
  ['an operator that there is not', rule({ path: 'service.units', equals: 1 }), 'when.equals', 'not taken'],
  ['nothing', rule({}), 'when', 'Write one of'],
  ['a list of nothing', rule({ all: [] }), 'when.all', '>=1'],
  ['absent: false', rule({ path: 'registration.note', absent: false }), 'when.absent', 'Write true'],
  ['a count without bounds', rule({ count: { path: 'service.units', is: 1 } }), 'when', 'atLeast'],
  [
    'a count of no service',
    rule({ count: { path: 'visit.age', is: 1 }, atLeast: 1 }),
    'when.count',
    'service.procedure',
  ],
  [
    'what never holds: two values',
    rule({
      all: [
        { path: 'visit.age', is: 1 },
        { path: 'visit.age', is: 2 },
      ],
    }),
    'when.all.1',
    'never holds',
  ],
  [
    'what never holds: absent and there',
    rule({
      all: [
        { path: 'registration.note', absent: true },
        { path: 'registration.note', present: true },
      ],
    }),
    'when.all.1',
    'never holds',
  ],
];

const effects: readonly Row[] = [
  [
    'a procedure',
    rule(undefined, [{ set: 'service.procedure', to: '99214' }]),
    'then.0.set',
    'coder confirmed',
  ],
  [
    'a diagnosis',
    rule(undefined, [{ add: 'codes.diagnoses', value: 'I10' }]),
    'then.0.add',
    'coder confirmed',
  ],
  ['units', rule(undefined, [{ set: 'service.units', to: 2 }]), 'then.0.set', 'coder confirmed'],
  [
    'pointers',
    rule(undefined, [{ remove: 'service.diagnosisPointers', value: 2 }]),
    'then.0.remove',
    'coder confirmed',
  ],
  [
    'all services',
    rule(undefined, [{ add: 'services.modifiers', value: '25' }]),
    'then.0.add',
    'hold the visit',
  ],
  [
    'who the patient is',
    rule(undefined, [{ set: 'registration.patient.gender', to: 'F' }]),
    'then.0.set',
    'What rules change there',
  ],
  [
    'a day',
    rule(undefined, [{ set: 'registration.dateOfService', to: '2026-01-01' }]),
    'then.0.set',
    'hold the visit',
  ],
  ['a drug', rule(undefined, [{ set: 'service.drug.quantity', to: 1 }]), 'then.0.set', 'hold the visit'],
  ['a contract', rule(undefined, [{ set: 'payer.name', to: 'X' }]), 'then.0.set', 'payerOrder'],
  [
    'a side of the body',
    rule(undefined, [{ add: 'service.modifiers', value: 'RT' }]),
    'then.0.value',
    'where on the body',
  ],
  [
    'a part of the service',
    rule(undefined, [{ remove: 'service.modifiers', value: '26' }]),
    'then.0.value',
    'coder confirmed',
  ],
  [
    'all modifiers',
    rule(undefined, [{ remove: 'service.modifiers' }]),
    'then.0.remove',
    'the one that is taken away',
  ],
  [
    'modifiers as a whole',
    rule(undefined, [{ set: 'service.modifiers', to: ['25'] }]),
    'then.0.set',
    'add or remove',
  ],
  [
    'a place that is none',
    rule(undefined, [{ set: 'registration.placeOfService', to: 'office' }]),
    'then.0.to',
    'two digits',
  ],
  ['the place away', rule(undefined, [{ remove: 'registration.placeOfService' }]), 'then.0.remove', 'set it'],
  [
    'a provider of nobody',
    rule(undefined, [{ set: 'registration.renderingProviderNpi', to: '1234567893' }]),
    'then.0.to',
    '2450100021',
  ],
  [
    'signs that no file carries',
    rule(undefined, [{ set: 'registration.priorAuthorization', to: 'A*1' }]),
    'then.0.to',
    '* ^ : ~',
  ],
  [
    'half a note',
    rule(undefined, [{ add: 'registration.note', value: { type: 'ADD' } }]),
    'then.0.value',
    'text',
  ],
  [
    'a payer without a contract',
    rule(undefined, [{ set: 'payerOrder', to: ['medicare'] }]),
    'then.0.to',
    'contract',
  ],
  ['one payer for the order', rule(undefined, [{ set: 'payerOrder', to: 'cascade' }]), 'then.0.to', '[ ]'],
  [
    'that a supervisor was there',
    rule(undefined, [{ set: 'registration.incidentTo.newProblem', to: false }]),
    'then.0.set',
    'remove',
  ],
  [
    'what there is not',
    rule(undefined, [{ set: 'registration.notes', to: 'x' }]),
    'then.0.set',
    'registration.note',
  ],
  [
    'a copy of what there is not',
    rule(undefined, [{ set: 'registration.referralNumber', copy: 'x.y' }]),
    'then.0.copy',
    'Write',
  ],
  [
    'a copy of something else',
    rule(undefined, [{ set: 'registration.referralNumber', copy: 'service.modifiers' }]),
    'then.0.copy',
    'copy',
  ],
  [
    'a copy of itself',
    rule(undefined, [{ set: 'registration.referralNumber', copy: 'registration.referralNumber' }]),
    'then.0.copy',
    'itself',
  ],
  [
    'the same twice',
    rule(undefined, [
      { set: 'registration.placeOfService', to: '10' },
      { set: 'registration.placeOfService', to: '02' },
    ]),
    'then.1',
    'about the same',
  ],
  [
    'an entry and the same away',
    rule(undefined, [
      { add: 'service.modifiers', value: '95' },
      { remove: 'service.modifiers', value: '95' },
    ]),
    'then.1',
    'about the same',
  ],
  [
    'set without a value',
    rule(undefined, [{ set: 'registration.placeOfService' }]),
    'then.0',
    'Write to with the value',
  ],
  ['add without a value', rule(undefined, [{ add: 'service.modifiers' }]), 'then.0.value', 'that is added'],
  [
    'two things at once',
    rule(undefined, [{ hold: 'Look at it', set: 'payerOrder' }]),
    'then.0',
    'one of hold',
  ],
  ['nothing', rule(undefined, []), 'then', '>=1'],
  [
    'a desk that there is not',
    rule(undefined, [{ hold: 'Look at it', desk: 'boss' }]),
    'then.0.desk',
    'biller',
  ],
  ['no words', rule(undefined, [{ hold: '' }]), 'then.0.hold', '>=3'],
];

const whole: readonly Row[] = [
  ['a name of ours', rule(undefined, hold, { ruleId: 'repair-zip' }), 'ruleId', 'ours'],
  ['a name with capitals', rule(undefined, hold, { ruleId: 'Hold It' }), 'ruleId', 'small letters'],
  ['no reason', rule(undefined, hold, { note: '' }), 'note', '>=3'],
  [
    'an end before the beginning',
    rule(undefined, hold, { from: '2026-02-01', to: '2026-01-01' }),
    'to',
    'before it begins',
  ],
  ['a day that is none', rule(undefined, hold, { from: '2026-02-30' }), 'from', 'date'],
  ['a field that there is not', rule(undefined, hold, { enabled: true }), 'enabled', 'not taken'],
];

describe.each([
  ['a condition with', conditions],
  ['a rule that changes', effects],
  ['a rule with', whole],
])('%s', (_kind, rows) => {
  it.each(rows)('%s is refused by its path, with what to write instead', (_title, wrong, path, says) => {
    const findings = findingsOf([rule({ path: 'visit.age', is: 1 }, hold, { ruleId: 'sound' }), wrong]);
    expect(findings.map((one) => one.path)).toContain(`rules.1.${path}`);
    expect(findings.find((one) => one.path === `rules.1.${path}`)?.detail).toContain(says);
    expect(findings.every((one) => one.path.startsWith('rules.1'))).toBe(true);
  });
});

describe('rules beside one another', () => {
  it('have names of their own', () => {
    expect(findingsOf([rule(undefined), rule({ path: 'visit.age', is: 1 })])).toMatchObject([
      { path: 'rules.1.ruleId', code: 'id-twice' },
    ]);
  });

  it('say one thing in one case, unless at other times', () => {
    const when = { path: 'payer.payerId', is: 'cascade' };
    const set = (ruleId: string, to: string, more: object = {}) =>
      rule(when, [{ set: 'registration.placeOfService', to }], { ruleId, ...more });
    expect(findingsOf([set('one', '10'), set('two', '02')])).toMatchObject([
      { path: 'rules.1.then', code: 'rules-contradict' },
    ]);
    expect(
      findingsOf([set('one', '10', { to: '2026-01-31' }), set('two', '02', { from: '2026-02-01' })]),
    ).toEqual([]);
    expect(findingsOf([set('one', '10', { active: false }), set('two', '02')])).toEqual([]);
  });

  it('are told where one goes by what a later one changes', () => {
    const early = rule(
      { path: 'service.placeOfService', is: '10' },
      [{ add: 'service.modifiers', value: '95' }],
      { ruleId: 'early' },
    );
    const late = rule(
      { path: 'payer.payerId', is: 'cascade' },
      [{ set: 'registration.placeOfService', to: '10' }],
      { ruleId: 'late' },
    );
    const notes = (...rules: unknown[]) => {
      const checked = checkRules(rules, known);
      return checked.success ? checked.data.notes : checked.findings;
    };
    expect(notes(early, late)).toMatchObject([{ code: 'order', path: 'rules.0' }]);
    expect(notes(late, early)).toEqual([]);
  });

  it('are a list', () => {
    for (const written of [undefined, null, {}, 'rules', [1], [null]])
      expect(findingsOf(written)[0]?.path).toMatch(/^rules/);
  });
});

/** Every place of a value, as steps. */
const placesOf = (
  value: unknown,
  steps: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? [
        steps,
        ...Object.entries(value).flatMap(([name, one]) =>
          placesOf(one, [...steps, Array.isArray(value) ? Number(name) : name]),
        ),
      ]
    : [steps];

const withJunk = (
  value: unknown,
  [step, ...deeper]: readonly (string | number)[],
  junk: unknown,
): unknown => {
  if (step === undefined) return junk;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  Reflect.set(copy, step, withJunk(Reflect.get(value as object, step), deeper, junk));
  return copy;
};

describe('whatever somebody writes', () => {
  const places = placesOf(sampleRules());
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('service.', '..', '__proto__', 'registration.constructor', '99213'),
  );

  it('is taken, or refused with a path and words, and never fails', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        const checked = checkRules(withJunk(sampleRules(), place, value), known);
        if (checked.success) return;
        expect(checked.findings.length).toBeGreaterThan(0);
        for (const { path, detail } of checked.findings) {
          expect(path).toMatch(/^rules/);
          expect(detail.length).toBeGreaterThan(3);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('is refused where a path names nothing, at that path', () => {
    const paths = places.filter((place) =>
      ['path', 'set', 'add', 'remove', 'copy'].includes(String(place.at(-1))),
    );
    expect(paths.length).toBeGreaterThan(20);
    const nowhere = fc
      .stringMatching(/^[a-z]{1,9}(\.[a-z]{1,9}){0,2}$/)
      .filter((one) => !/^(payer|visit|codes|practice|provider|primary|service)/.test(one));
    fc.assert(
      fc.property(fc.constantFrom(...paths), nowhere, (place, value) => {
        const findings = findingsOf(withJunk(sampleRules(), place, value));
        expect(findings.map(({ path }) => path)).toContain(`rules.${place.join('.')}`);
      }),
    );
  });
});
