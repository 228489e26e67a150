import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needing } from '../shared-material.ts';
import { expectedReadings } from './material/expected-readings.ts';
import { readFile } from './material/read-file.ts';

const cases = needing('cases/x12');

cases.describe('a small input of one situation', () => {
  it.each([...expectedReadings])(
    'is read as it should be: %s',
    (name, { sets, findings, writtenOtherwise }) => {
      const reading = readFile(readFileSync(join(cases.path, `${name}.edi`)));
      expect(reading).toEqual({ sets, findings, isWrittenAsRead: writtenOtherwise === undefined });
    },
  );
});
