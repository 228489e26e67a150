import { describe, expect, it } from 'vitest';
import { checkRouting, type KnownOfRouting } from '../../../functions/domain/denials/check-routing.ts';
import { payers } from '../../factories/payers.ts';
import { readSampleFile } from '../../factories/sample-files.ts';
import { answering, aRoutingRule } from './a-rule.ts';

const known: KnownOfRouting = {
  payers,
  today: '2026-11-30',
  knows: (list, code, date) =>
    list === 'carc' ? code !== '999' || date >= '2027-01-01' : ['N54', 'MA130'].includes(code),
};

const findings = (...rules: object[]) => {
  const checked = checkRouting(rules, known);
  return checked.success ? [] : checked.findings.map(({ path, detail }) => `${path}: ${detail}`);
};

const notes = (...rules: object[]) => {
  const checked = checkRouting(rules, known);
  return checked.success ? checked.data.notes.map(({ path, code }) => `${path} ${code}`) : ['refused'];
};
const doing = (actions: string[], when: object = {}) => aRoutingRule(answering({ actions }, { when }));

describe('a practice’s table', () => {
  it('of the samples is taken', () => {
    expect(checkRouting(JSON.parse(readSampleFile('routing.json')), known)).toMatchObject({
      success: true,
      data: { rules: [{ active: true }, {}, {}] },
    });
  });

  it.each<[what: string, rule: object, path: string, words: RegExp]>([
    ['no desk of ours', answering({ desk: 'billing' }), 'rules.0.then.desk', /coder.*biller/],
    ['no action', answering({ actions: ['call'] }), 'rules.0.then.actions.0', /Write resubmit, appeal/],
    [
      'an action of the lifecycle',
      answering({ actions: ['decide-parts'] }),
      'rules.0.then.actions.0',
      /Write/,
    ],
    ['a reason that is none', { when: { reasons: ['CO-97'] } }, 'rules.0.when.reasons.0', /CARC: 45, B10/],
    ['a group that is none', { when: { groups: ['XX'] } }, 'rules.0.when.groups.0', /CO/],
    ['a remark that is none', { when: { remarks: ['54'] } }, 'rules.0.when.remarks.0', /RARC/],
    ['a field that is not read', { when: { reason: ['97'] } }, 'rules.0.when.reason', /not taken here/],
    ['nothing to do', answering({}), 'rules.0.then', /Say what is done/],
    ['a time that is none', answering({ due: 'soon' }), 'rules.0.then.due', /earliest-limit/],
    ['no days', answering({ due: { businessDays: 0 } }), 'rules.0.then.due.businessDays', /1/],
    ['crossed amounts', { when: { amount: { from: 9, to: 8 } } }, 'rules.0.when.amount', /ends before/],
    ['crossed dates', { from: '2026-02-01', to: '2026-01-01' }, 'rules.0.to', /ends before/],
    [
      'a payer without contract',
      { when: { payers: ['acme'] } },
      'rules.0.when.payers.0',
      /northwind, cascade/,
    ],
    [
      'a kind of payer that those named are not',
      { when: { payers: ['northwind'], claimFilingIndicators: ['MB'] } },
      'rules.0.when.claimFilingIndicators',
      /northwind is CI/,
    ],
    ['an action twice', answering({ actions: ['appeal', 'appeal'] }), 'rules.0.then.actions.1', /before/],
    [
      'the next payer offered and taken away',
      answering({ actions: ['bill-next-payer'], nextPayer: false }, { when: { groups: ['PR'] } }),
      'rules.0.then.nextPayer',
      /takes away/,
    ],
  ])('is refused for %s', (_what, change, path, words) => {
    const [first = '', ...others] = findings(aRoutingRule(change));
    expect(first.startsWith(`${path}: `)).toBe(true);
    expect(first).toMatch(words);
    expect(others).toEqual([]);
  });

  it.each<[what: string, actions: string[], when: object, path: string, words: RegExp]>([
    ['the patient for CO', ['appeal', 'bill-patient'], { groups: ['CO'] }, 'actions.1', /group PR/],
    ['the patient for OA and PI', ['bill-patient'], { groups: ['OA', 'PI'] }, 'actions.0', /group PR/],
    ['the next payer for a data error', ['bill-next-payer'], { reasons: ['16'] }, 'actions.0', /mended with/],
    [
      'the next payer for a data error under PR',
      ['resubmit', 'bill-next-payer'],
      { reasons: ['16', '197'], groups: ['PR'] },
      'actions.1',
      /mended with/,
    ],
    [
      'the next payer for bundling under CO',
      ['write-off', 'bill-next-payer'],
      { reasons: ['97'], groups: ['CO'] },
      'actions.1',
      /group PR and for reasons of benefit/,
    ],
    ['an appeal of MA130', ['resubmit', 'appeal'], { remarks: ['MA130'] }, 'actions.1', /no appeal/],
    [
      'an appeal of Medicare’s filing limit',
      ['appeal', 'write-off'],
      { reasons: ['29'], payers: ['harbor'] },
      'actions.0',
      /Original Medicare/,
    ],
    ['a duplicate sent again first', ['resubmit', 'write-off'], { reasons: ['18'] }, 'actions.0', /original/],
    ['what the patient owes given up', ['write-off'], { groups: ['PR'] }, 'actions.0', /by a person/],
  ])('is refused for %s', (_what, actions, when, path, words) => {
    const [first = '', ...others] = findings(doing(actions, when));
    expect(first.startsWith(`rules.0.then.${path}: `)).toBe(true);
    expect(first).toMatch(words);
    expect(others).toEqual([]);
  });

  it('is told where an action is cut of some of its denials', () => {
    expect(notes(doing(['resubmit', 'bill-patient'], { reasons: ['204'] }))).toEqual([
      'rules.0.then.actions.1 cut',
    ]);
    expect(notes(doing(['resubmit', 'bill-patient'], { reasons: ['204'], groups: ['PR'] }))).toEqual([]);
    expect(notes(doing(['bill-next-payer'], { reasons: ['27', '16'], groups: ['CO'] }))).toEqual([
      'rules.0.then.actions.0 cut',
    ]);
  });

  it('is told of codes that the lists of its time do not know', () => {
    expect(notes(aRoutingRule({ when: { reasons: ['97', '999'], remarks: ['N1'] } }))).toEqual([
      'rules.0.when.reasons.1 code-unknown',
      'rules.0.when.remarks.0 code-unknown',
    ]);
    expect(notes(aRoutingRule({ when: { reasons: ['999'] }, from: '2027-01-01' }))).toEqual([]);
  });

  it('is refused where a rule never answers, with those that take all of it', () => {
    const all = [
      aRoutingRule({ ruleId: 'first', when: { groups: ['CO'] } }),
      aRoutingRule({ ruleId: 'second', when: { groups: ['OA', 'PI', 'CR', 'PR'] } }),
      aRoutingRule({ ruleId: 'third' }),
    ];
    expect(findings(...all)).toEqual([
      'rules.2.when: The rule never answers, because first, second before it take all that it is about: put it first, or narrow those',
    ]);
    expect(findings(all[2] as object, ...all.slice(0, 2))).toEqual([]);
    // What is switched off takes nothing.
    const off = aRoutingRule({ ruleId: 'first', when: { groups: ['CO'] }, active: false });
    expect(findings(off, ...all.slice(1))).toEqual([]);
    expect(notes(off)).toEqual(['rules.0.active switched-off']);
  });

  it('tells all that is wrong at once, a name that stands twice among it', () => {
    const twice = aRoutingRule({ when: { payers: ['acme'] } });
    expect(findings(aRoutingRule(), twice)).toEqual([
      'rules.1.ruleId: Rule 0 is called so: give another name',
      expect.stringMatching(/^rules\.1\.when\.payers\.0: The practice has no contract with acme/),
    ]);
  });

  it('has to be a list', () => {
    expect(checkRouting({ rules: [] }, known)).toMatchObject({ findings: [{ path: 'rules' }] });
  });
});
