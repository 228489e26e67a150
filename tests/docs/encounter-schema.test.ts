import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { fieldsOf, placeAt, present } from '../../functions/domain/visit/schema-places.ts';
import { encounterSchema } from '../../local/build/encounter-schema.ts';
import { storyNames, tellStory } from '../claims/stories/tell-story.ts';
import { samples } from '../factories/sample-visits.ts';
import { everyField } from '../intake/registration/every-field.ts';
import { malformedFields } from '../intake/registration/malformed-fields.ts';

const published: object = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/encounter.schema.json'), 'utf8'),
);

const fits = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(published);

const refuses = (registration: unknown): boolean => !fits(registration);

/** What JSON Schema has no words for: check digits, what days and fields say against one another, lists, decimals. */
const isBeyond = (path: string, says: string): boolean =>
  says === 'words' ||
  says === 'plain words' ||
  /check digit|(?:after|before) the|first day of the visit|after the visit|before being|before it|older than|future|decimals|twice/.test(
    says,
  ) ||
  /Another coverage|the place before|Medicare|"NU"|one of the two|anesthesia|employee|in place of|patient\.gender/.test(
    says,
  ) ||
  /emoji|control number|subscriber$|not both|on request/.test(says) ||
  ['accident.state', 'accident.country', 'patient.address.state'].includes(path);

describe('docs/encounter.schema.json', () => {
  it('is what the schema says today: npm run build:encounter-schema writes it', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(encounterSchema())));
  });

  const taken: readonly (readonly [string, unknown])[] = [
    ['every field', everyField],
    ...samples.map(({ name, registration }) => [name, registration] as const),
    ...storyNames.map((name) => [name, tellStory(name).registration] as const),
  ];

  it.each(taken)('takes what intake takes, %s', (_name, registration) => {
    expect(fits(registration), JSON.stringify(fits.errors)).toBe(true);
  });

  const sayable = malformedFields.filter(([, , path, says]) => !isBeyond(path, says));

  it('can say most of what is refused', () => {
    expect(sayable.length).toBeGreaterThan(200);
  });

  it.each(sayable)('refuses what intake refuses, %s', (_title, registration) => {
    expect(refuses(registration)).toBe(true);
  });

  it('describes every field', () => {
    const undescribed = placesOf('').filter((path) => {
      const steps = path.split('.');
      const name = steps.pop() ?? '';
      const parent = placeAt(EncounterRegistration, steps.map(stepOf))?.schema ?? EncounterRegistration;
      const field = fieldsOf(parent)[name];
      return field && !field.meta()?.description && !present(field).schema.meta()?.description;
    });
    expect(undescribed).toEqual([]);
  });
});

const stepOf = (step: string): string | number => (step === '0' ? 0 : step);

/** The paths of all fields of the schema, those of lists by their first entry. */
function placesOf(at: string): string[] {
  const steps = at === '' ? [] : at.split('.').map(stepOf);
  const place = placeAt(EncounterRegistration, steps);
  if (!place) return [];
  const entry = placeAt(EncounterRegistration, [...steps, 0]);
  if (entry) return placesOf(`${at}.0`);
  const names = Object.keys(fieldsOf(place.schema)).map((name) => (at === '' ? name : `${at}.${name}`));
  return names.flatMap((name) => [name, ...placesOf(name)]);
}
