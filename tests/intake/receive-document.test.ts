import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../functions/domain/digest.ts';
import type { Encounter, EncounterDocument } from '../../functions/domain/encounter.ts';
import { describeInvalidRegistration, describeUnreadable } from '../../functions/intake/describe-intake.ts';
import { parseIntakeKey } from '../../functions/intake/intake-key.ts';
import { readRegistration, unknownPayers } from '../../functions/intake/read-registration.ts';
import { addDocument, codingName, registerEncounter } from '../../functions/intake/receive-document.ts';
import { anEncounter } from '../factories/encounters.ts';

const { registration, document: _document, ...rest } = anEncounter();
if (!registration) throw new Error('The visit of the tests is registered');

const empty: Encounter = { ...rest, status: 'registered' };
const note = new TextEncoder().encode('CHIEF COMPLAINT: Tired.');
const key = 'practices/maple-street/encounters/E1014/note.txt';
const documentOf = (at: string, body: Uint8Array, receivedAt: string): EncounterDocument => ({
  key: at,
  digest: contentDigest(body),
  receivedAt,
});
const document = documentOf(key, note, '2026-10-26T15:00:00.000Z');

const jsonOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('the key of an object in the intake bucket', () => {
  it('names practice, encounter and file', () => {
    expect(parseIntakeKey(key)).toEqual({
      practiceId: 'maple-street',
      encounterId: 'E1014',
      fileName: 'note.txt',
    });
  });

  it.each([
    'practices/maple-street/encounters/E1014/',
    'practices/maple-street/encounters/E1014/scans/note.txt',
    'practices/Maple Street/encounters/E1014/note.txt',
    'practices/maple-street/encounters/../note.txt',
    'practices/maple-street/encounters/E 1014/note.txt',
    'extracted/maple-street/E1014/d.txt',
    '',
  ])('is not ours: "%s"', (other) => {
    expect(parseIntakeKey(other)).toBeUndefined();
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        parseIntakeKey(any);
      }),
    );
  });
});

describe('a registration', () => {
  it('that is whole is read', () => {
    expect(readRegistration(jsonOf(registration))).toEqual({ success: true, data: registration });
  });

  it('has findings that name fields and rules', () => {
    const wrong = { ...registration, dateOfService: '26.10.2026', patientType: 'regular' };
    const read = readRegistration(jsonOf(wrong));
    expect(!read.success && read.findings.map(({ path }) => path)).toEqual(['dateOfService', 'patientType']);
  });

  it.each(['', '{', 'null', '[]', '"text"'])('is not: %s', (text) => {
    expect(readRegistration(new TextEncoder().encode(text)).success).toBe(false);
  });

  it.each([
    ['{\n  "patient": {\n    "lastName" "Qzx7"\n  }\n}', 'line 3, column 16'],
    ['{"patient": {}},', 'line 1, column 16'],
    ['{"a": tru}', 'line 1, column 10'],
    ['{"a": "Qzx7', 'line 1, column 12'],
  ])('that is broken says where, and quotes nothing: %s', (text, place) => {
    const read = readRegistration(new TextEncoder().encode(text));
    const told = JSON.stringify(read.success ? [] : read.findings);
    expect(told).toContain(place);
    expect(told).not.toContain('Qzx7');
  });

  it('in another encoding is refused for that', () => {
    const latin = Buffer.from(JSON.stringify(registration).replace('Okafor', 'Pe\u00f1a'), 'latin1');
    expect(readRegistration(latin)).toMatchObject({ success: false, findings: [{ code: 'not-utf-8' }] });
  });

  it('tells no value of it in a finding', () => {
    const secret = 'Qzx7';
    const spoilt = fc.constantFrom(secret, `${secret}-1961-04-09`, [secret], { [secret]: secret }, -7_719.25);
    const fields = fc.constantFrom(...leavesOf(registration));
    fc.assert(
      fc.property(fields, spoilt, (field, value) => {
        const read = readRegistration(jsonOf(replaced(registration, field, value)));
        const told = read.success ? [] : read.findings;
        expect(JSON.stringify(told)).not.toMatch(/Qzx7|7719|Okafor|Alder|NW4410977/);
      }),
    );
  });

  it('must name payers that the practice has a contract with', () => {
    expect(unknownPayers(registration, new Set(['northwind']))).toEqual([]);
    expect(unknownPayers(registration, new Set(['cascade']))).toMatchObject([
      { code: 'unknown-payer', path: 'coverages.0.payerId' },
    ]);
  });
});

describe('the two parts of an encounter', () => {
  const register = (to: Encounter): Encounter => ({ ...to, ...registerEncounter(to, registration) });
  const add = (to: Encounter): Encounter => ({ ...to, ...addDocument(to, document) });

  it('end the same in either order', () => {
    expect(add(register(empty))).toEqual(register(add(empty)));
  });

  it('name the coding workflow only together, and always alike', () => {
    expect([codingName(empty), codingName(register(empty)), codingName(add(empty))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(codingName(add(register(empty)))).toBe(codingName(register(add(empty))));
  });

  it('change nothing when they come again', () => {
    const whole = add(register(empty));
    expect(registerEncounter(whole, registration)).toBeUndefined();
    expect(
      addDocument(whole, documentOf('practices/maple-street/encounters/E1014/again.txt', note, 'later')),
    ).toBe(undefined);
  });

  it('start another workflow when one of them is another', () => {
    const whole = add(register(empty));
    const other = documentOf(key, new TextEncoder().encode('CHIEF COMPLAINT: Cough.'), 'later');
    const names = [
      codingName(whole),
      codingName({ ...whole, ...addDocument(whole, other) }),
      codingName({ ...whole, ...registerEncounter(whole, { ...registration, placeOfService: '10' }) }),
      codingName({ ...whole, encounterId: 'E1015' }),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it.each(['coding', 'coded', 'claimed', 'self-pay'] as const)(
    'are kept, and start nothing by themselves, once the encounter is %s',
    (status) => {
      const busy: Encounter = { ...empty, status };
      expect(registerEncounter(busy, registration)).toEqual({ registration });
      expect(addDocument(busy, document)).toEqual({ document });
    },
  );

  it('may be several documents: another one is added, the same file with other content replaces it', () => {
    const whole = add(empty);
    const addendum = documentOf(key.replace('note', 'addendum'), note.slice(1), 'later');
    expect(addDocument(whole, addendum)).toEqual({
      document,
      furtherDocuments: [addendum],
      status: 'documented',
    });
    const corrected = documentOf(key, note.slice(2), 'later');
    expect(addDocument(whole, corrected)).toEqual({ document: corrected, status: 'documented' });
  });

  it('start over after a document that could not be read', () => {
    expect(addDocument({ ...empty, status: 'unreadable' }, document)).toEqual({
      document,
      furtherDocuments: undefined,
      status: 'documented',
    });
  });
});

describe('what the clinic is told', () => {
  it('about a document that cannot be read', () => {
    expect(describeUnreadable('The file holds no text')).toMatchObject({
      kind: 'unreadable-document',
      reasons: [{ text: 'The file holds no text' }],
      actions: ['dismiss'],
    });
  });

  it('about a registration names each field', () => {
    const findings = [{ path: 'patient.lastName', detail: 'Required' }];
    expect(describeInvalidRegistration(findings)).toMatchObject({
      kind: 'invalid-registration',
      owner: 'front-desk',
      reasons: [{ code: 'patient.lastName', text: 'Required' }],
    });
  });
});

/** The paths of all plain values of a tree. */
function leavesOf(tree: unknown, path: string[] = []): string[][] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([name, value]) => leavesOf(value, [...path, name]));
}

/** The tree with another value at the path. */
function replaced(tree: unknown, [name, ...path]: readonly string[], value: unknown): unknown {
  if (name === undefined || typeof tree !== 'object' || tree === null) return value;
  const entries = Object.entries(tree).map(([key, old]) => [
    key,
    key === name ? replaced(old, path, value) : old,
  ]);
  return Array.isArray(tree) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
