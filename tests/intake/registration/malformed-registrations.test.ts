import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../functions/domain/finding.ts';
import { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { readRegistration } from '../../../functions/intake/read-registration.ts';
import { readJson } from '../../../functions/intake/registration/read-json.ts';
import { everyField, registeredOn, withValue } from './every-field.ts';
import { malformedFields } from './malformed-fields.ts';
import { malformedFiles } from './malformed-files.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const findingsOf = (body: Uint8Array): readonly Finding[] => {
  const payerIds = new Set(['northwind', 'cascade']);
  const read = readRegistration(body, { today: registeredOn, payerIds });
  return read.success ? [] : read.findings;
};

const told = (findings: readonly Finding[]): string => JSON.stringify(findings, undefined, 1);

describe('a registration that says something in every field', () => {
  it('is taken', () => {
    expect(findingsOf(bytesOf(everyField))).toEqual([]);
  });

  it('is taken with the mark that Windows puts before UTF-8', () => {
    expect(findingsOf(new TextEncoder().encode(`\ufeff${JSON.stringify(everyField)}`))).toEqual([]);
  });
});

it('there are at least 200 malformed registrations', () => {
  expect(malformedFields.length + malformedFiles.length).toBeGreaterThanOrEqual(200);
});

const refusedFiles: readonly (readonly [string, Uint8Array, string, readonly string[]])[] =
  malformedFiles.map(([title, body, path, ...says]) => [title, body, path, says]);

describe('a registration is refused', () => {
  it.each(malformedFields)('with %s', (_title, registration, path, says) => {
    const findings = findingsOf(bytesOf(registration));
    const at = findings.filter((one) => one.path === path);
    expect(at, told(findings)).toHaveLength(1);
    expect(at[0]?.detail).toContain(says);
  });

  it.each(refusedFiles)('whose file %s', (_title, body, path, says) => {
    const findings = findingsOf(body);
    const at = findings.filter((one) => one.path === path).map(({ detail }) => detail);
    for (const word of says) expect(at.join('\n'), told(findings)).toContain(word);
  });

  it('with all that is wrong in it at once, each once', () => {
    const wrong = withValue('patient.gender', 'female', withValue('services.0.drug.ndc', '0409-3795-01'));
    const text = JSON.stringify(wrong).replace('"version":2,', '"version":2,"version":2,"DateOfService":1,');
    expect(
      findingsOf(new TextEncoder().encode(text))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['DateOfService', 'patient.gender', 'services.0.drug.ndc', 'version'].sort());
  });

  it('for payers without a contract beside all else', () => {
    const wrong = withValue('coverages.0.payerId', 'northwnd', withValue('patientType', 'old'));
    const findings = findingsOf(bytesOf(wrong));
    expect(findings.map(({ path }) => path).sort()).toEqual(['coverages.0.payerId', 'patientType']);
    expect(told(findings)).toContain('The nearest is northwind');
  });

  it('with no more than 200 findings, and the number of the others', () => {
    const findings = findingsOf(new TextEncoder().encode(`{${',1'.repeat(5)}${'"a":1,'.repeat(400)}}`));
    expect(findings.length).toBeLessThanOrEqual(201);
  });
});

describe('no field of a registration', () => {
  const leaves = pathsOf(everyField);

  it.each(leaves)('takes another type, %s', (path) => {
    for (const value of [{ x: 1 }, [[1]], null]) {
      const findings = findingsOf(bytesOf(withValue(path, value)));
      expect(
        findings.some((one) => one.path === path || one.path.startsWith(`${path}.`)),
        told(findings),
      ).toBe(true);
    }
  });

  it.each(leaves.filter((path) => typeof valueAt(path) === 'string'))(
    'takes blanks or a delimiter, %s',
    (path) => {
      const prose = /(note|note\.text|description)$/.test(path);
      for (const value of [
        '',
        ' ',
        `${valueAt(path)} `,
        ...(prose ? [] : [`${valueAt(path)}~`, `*${valueAt(path)}`]),
      ])
        expect(findingsOf(bytesOf(withValue(path, value))).map((one) => one.path)).toContain(path);
    },
  );
});

describe('what intake refuses', () => {
  it('names no value', () => {
    const secret = 'Qzx7';
    const values = fc.constantFrom(
      secret,
      `${secret}~`,
      [secret],
      { [secret]: secret },
      -7719.25,
      ` ${secret}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(everyField)), values, (path, value) => {
        const findings = findingsOf(bytesOf(withValue(path, value)));
        expect(JSON.stringify(findings.map(({ detail }) => detail))).not.toMatch(
          /Qzx7|7719|Okafor|Alder|NW4410977/,
        );
      }),
    );
  });

  it('is read as ever where it is a record already', () => {
    const kept = withValue('renderingProviderNpi', '2450100029', withValue('patient.middleName', ''));
    expect(EncounterRegistration.safeParse(withValue('coverages.0.memberId', 'A:1', kept)).success).toBe(
      true,
    );
    expect(findingsOf(bytesOf(kept)).length).toBe(2);
  });
});

describe('the reader of JSON', () => {
  it('reads what a parser reads, alike', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), undefined, indent);
        const read = readJson(written);
        // Names that come twice are what a parser does not tell of; JSON.stringify writes none.
        expect(read.findings).toEqual([]);
        expect(JSON.stringify(read.value)).toEqual(JSON.stringify(JSON.parse(written)));
      }),
    );
  });

  it('has a finding wherever a parser fails, and never fails itself', () => {
    const texts = fc.array(fc.constantFrom(...'{}[]",:\\u1a0.-+eE \n\t/*#truefalsn\u201c\u0000'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, (letters) => {
        const text = letters.join('');
        const { findings, isWhole, value } = readJson(text);
        let parsed: unknown;
        let isJson = true;
        try {
          parsed = JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (!isJson) expect(findings.length).toBeGreaterThan(0);
        else if (findings.length === 0) expect([isWhole, value]).toEqual([true, parsed]);
        else expect(findings.every(({ code }) => code === 'duplicate-field')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function valueAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], everyField);
}

/** The paths of all plain values of a tree. */
function pathsOf(tree: unknown, path: readonly string[] = []): string[] {
  if (typeof tree !== 'object' || tree === null) return [path.join('.')];
  return Object.entries(tree).flatMap(([name, value]) => pathsOf(value, [...path, name]));
}
