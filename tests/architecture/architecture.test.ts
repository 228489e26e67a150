import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf, describeCircle } from './circles.ts';
import { describeViolation, violationsOf } from './rules.ts';
import { functionsOf, linesOf, modulesByFolder, percentile } from './sizes.ts';
import { readSourceFiles } from './source-files.ts';

const files = readSourceFiles(join(import.meta.dirname, '..', '..'));
const productFiles = files.filter(({ path }) => !path.startsWith('tests/'));

describe('imports', () => {
  it('are read from every file', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(2000);
  });

  it('keep to the layers', () => {
    expect(violationsOf(files).map(describeViolation)).toEqual([]);
  });

  it('run in no circle', () => {
    expect(circlesOf(files).map(describeCircle)).toEqual([]);
  });
});

describe('sizes', () => {
  /** More, and a group among them has earned a name. */
  const mostModules = 25;

  it('no folder holds more modules than a person takes in', () => {
    const crowded = [...modulesByFolder(files)].filter(([, count]) => count > mostModules);
    expect(crowded).toEqual([]);
  });

  /** Declarations and tables: read as data, from top to bottom. */
  const tables = [
    'client/schema.d.ts',
    'functions/domain/denials/house-routing.ts',
    'functions/domain/denials/reasons.ts',
    'functions/edi/standard/',
  ];
  const isTable = (path: string): boolean => tables.some((table) => path.startsWith(table));

  it('no file is longer than 300 lines, tables aside', () => {
    const long = productFiles.filter((file) => linesOf(file) > 300 && !isTable(file.path));
    expect(long.map((file) => `${file.path}: ${linesOf(file)}`)).toEqual([]);
  });

  const functions = productFiles.flatMap(functionsOf);

  it('no function is longer than 60 lines', () => {
    const long = functions.filter(({ lines }) => lines > 60);
    expect(long.map(({ file, line, lines }) => `${file}:${line}: ${lines} lines`)).toEqual([]);
  });

  it('nine functions of ten have at most 20 lines', () => {
    const lengths = functions.map(({ lines }) => lines);
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(20);
  });
});
