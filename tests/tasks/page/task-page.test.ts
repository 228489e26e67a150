import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskAction } from '../../../functions/domain/task.ts';
import { readForm } from '../../../functions/tasks/form/task-form.ts';
import { failurePage, linkProblemPage } from '../../../functions/tasks/page/message-pages.ts';
import { pageHeaders } from '../../../functions/tasks/page/page-layout.ts';
import { taskPage } from '../../../functions/tasks/page/task-page.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { aCodingCase, aDenialCase } from '../../factories/task-cases.ts';
import { aCodingTask, aTask, now } from '../../factories/tasks.ts';

const bodyOf = (markup: string): string => markup.slice(markup.indexOf('<body>'));
const page = (view: Parameters<typeof taskPage>[0]) => bodyOf(taskPage(view).markup);
const denialPage = page({ task: aTask(), taskCase: aDenialCase(), now });
const codingPage = page({ task: aCodingTask(), taskCase: aCodingCase(), now });

/** Tags with the names of their attributes: what a text must not be able to change. */
const skeleton = (markup: string): string[] =>
  (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));

describe('taskPage', () => {
  it('shows why, until when and what to do', () => {
    expect(denialPage).toContain('<code>CO-197</code> Authorization or notification was absent');
    expect(denialPage).toContain('Look for the authorization');
    expect(denialPage).toContain('<strong class="in-time">5 days left</strong>');
  });

  it('shows an overdue task as one', () => {
    const late = page({ task: aTask({ due: '2026-10-31T00:00:00.000Z' }), taskCase: aDenialCase(), now });
    expect(late).toContain('<strong class="overdue">overdue by 2 days</strong>');
  });

  it('shows a biller patient, payer, lines with their adjustments, and the open amount', () => {
    for (const text of ['Okafor, Miriam', 'Oct 12, 2026', 'Northwind Health Plan', '99213-25', '$1,340.00'])
      expect(denialPage).toContain(text);
    expect(denialPage).toMatch(/CO-197<\/code><\/abbr> \$1,340.00 <span class="badge">to decide/);
    expect(denialPage).toContain('<dt>Open</dt><dd>$1,340.00</dd>');
  });

  it('shows a claim before any payer decided', () => {
    const waiting = page({
      task: aTask({ kind: 'no-answer' }),
      taskCase: aDenialCase({ claim: injectionClaim({ adjudications: [], payerControlNumber: undefined }) }),
      now,
    });
    expect(waiting).toContain('the payer has not decided yet');
  });

  it('shows a coder the note with its evidence, the suggestions and the questions', () => {
    expect(codingPage).toContain('<mark>Fatigue<sup>R53.83</sup></mark>');
    expect(codingPage).toContain('48 %');
    expect(codingPage).toContain('An uncertain diagnosis is not coded');
    expect(codingPage).toContain('how severe the problem is');
  });

  it('does not show the note to those who decide without it', () => {
    expect(page({ task: aTask(), taskCase: aDenialCase({ encounter: anEncounter() }), now })).not.toContain(
      'The note',
    );
  });

  it.each<[TaskAction, string[]]>([
    ['confirm-codes', ['diagnoses', 'procedure', 'modifiers', 'units', 'pointers', 'note', 'more-rows']],
    ['resubmit', ['memberId', 'patientLastName', 'priorAuthorization', 'referringNpi', 'diagnoses', 'note']],
    ['appeal', ['note']],
    ['bill-next-payer', ['note']],
    ['bill-patient', ['note']],
    ['write-off', ['note']],
    ['keep-waiting', ['note']],
    ['send-again', ['note']],
    ['work-each', ['note']],
    ['dismiss', ['note']],
  ])('offers %s with its fields', (action, fields) => {
    const shown = page({ task: aTask({ actions: [action] }), taskCase: aDenialCase(), now });
    expect(shown).toContain(`<input type="hidden" name="action" value="${action}">`);
    for (const field of fields) expect(shown).toContain(`name="${field}"`);
  });

  it('asks only for the member and the name when coverage is in doubt', () => {
    const coverage = page({
      task: aTask({ kind: 'coverage', owner: 'front-desk', actions: ['resubmit'] }),
      taskCase: aDenialCase(),
      now,
    });
    expect(coverage).toContain('name="memberId"');
    expect(coverage).not.toContain('name="diagnoses"');
  });

  it('labels every field and gives every id once', () => {
    for (const markup of [denialPage, codingPage]) {
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const labelled = new Set([...markup.matchAll(/ for="([^"]+)"/g)].map(([, id]) => id));
      for (const [tag] of markup.matchAll(/<(?:input|textarea)[^>]*>/g)) {
        const id = / id="([^"]+)"/.exec(tag)?.[1];
        if (!tag.includes('type="hidden"') && !tag.includes('aria-label=')) expect(labelled).toContain(id);
      }
      for (const [, id] of markup.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
    }
  });

  it('comes back with the input kept and the finding beside its field', () => {
    const sent = readForm('action=write-off&note=no');
    const findings = [{ code: 'reason-missing', path: 'note', detail: 'Say why' }];
    const view = { task: aTask(), taskCase: aDenialCase(), now, refused: { ...sent, findings } };
    expect(taskPage(view).status).toBe(422);
    expect(page(view)).toMatch(/<textarea id="write-off-note"[^>]*aria-invalid="true"[^>]*>\nno<\/textarea>/);
    expect(page(view)).toContain('<small class="wrong" id="write-off-note-wrong">Say why</small>');
    expect(page(view)).toContain('<a href="#write-off-note">Say why</a>');
  });

  it('links each finding in a row of services to its field', () => {
    const sent = readForm('action=confirm-codes&diagnoses=I10&procedure=1&modifiers=&units=&pointers=1');
    const findings = [{ code: 'x', path: 'services.0.procedure', detail: 'Five letters' }];
    const shown = page({ task: aCodingTask(), taskCase: aCodingCase(), now, refused: { ...sent, findings } });
    expect(shown).toContain('href="#confirm-codes-services-0-procedure"');
    expect(shown).toContain('id="confirm-codes-services-0-procedure"');
  });

  it('lets no text of any field break out of its place', () => {
    const render = (text: string) => {
      const claim = injectionClaim({
        patient: { ...injectionClaim().patient, lastName: text, firstName: text },
        coverage: { ...injectionClaim().coverage, memberId: text },
        priorAuthorization: text,
        payerControlNumber: text,
        diagnoses: [text.replaceAll('\n', ' ')],
      });
      const [first] = anEncounter().suggestions;
      const encounter = anEncounter({
        encounterId: text,
        questions: [`${text}?`],
        suggestions: first ? [{ ...first, code: text, description: text, rules: [text] }] : [],
      });
      const task = aTask({
        title: text,
        advice: text,
        reasons: [{ code: text, text }],
        actions: ['confirm-codes', 'resubmit', 'appeal'],
      });
      const form = readForm(String(new URLSearchParams({ action: 'appeal', note: text })));
      const refused = { ...form, findings: [{ code: 'c', path: 'note', detail: text }] };
      const taskCase = {
        ...aDenialCase(),
        practiceName: text || 'x',
        claim,
        payerName: text,
        encounter,
        note: text,
      };
      return skeleton(page({ task, taskCase, now, refused }));
    };
    const harmless = render('x');
    const hostile = fc.constantFrom('"><script>', "' onload=x", '</textarea><form>', '<!--', '&lt;b&gt;');
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ minLength: 1 })), (text) => {
        expect(render(text)).toEqual(harmless);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the pages of links that lead nowhere', () => {
  it.each([
    ['forged', 404],
    ['expired', 410],
    ['replaced', 410],
  ] as const)('say for a %s link what to do', (problem, status) => {
    const { status: shown, markup } = linkProblemPage(problem);
    expect(shown).toBe(status);
    expect(bodyOf(markup)).toMatch(/email/);
  });

  it('say after a failure whether to try again', () => {
    expect(failurePage(500).markup).toContain('nothing happens twice');
    expect(failurePage(404).markup).toContain('no page at this address');
  });
});

describe('pageHeaders', () => {
  it('allow the one style sheet, no script, no cache and no frame', () => {
    const policy = pageHeaders['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/);
    expect(policy).not.toContain('unsafe');
    expect(pageHeaders['cache-control']).toBe('no-store');
    expect(pageHeaders['referrer-policy']).toBe('no-referrer');
  });

  it('match pages without scripts and inline styles', () => {
    for (const markup of [denialPage, codingPage]) expect(markup).not.toMatch(/<script| style="| on\w+="/);
  });
});
