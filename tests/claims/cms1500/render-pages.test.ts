import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Printing, renderPages } from '../../../functions/claims/cms1500/render-pages.ts';
import { filled, manyLines, rowsOf } from './filled-claims.ts';
import { type ReadText, readPdf } from './read-pdf.ts';

const printing: Printing = {
  preprinted: true,
  offset: { x: 0, y: 0 },
  title: 'CMS-1500 C23456789CD-1',
  createdAt: new Date('2026-10-14T08:00:00Z'),
};

/** Ten characters an inch and six lines an inch, from 24 points right of the left edge and 20 below the top. */
const onGrid = ({ text, x, y }: ReadText, offset = printing.offset) => ({
  text,
  column: (x - 24 - offset.x) / 7.2 + 1,
  line: (792 - 20 - offset.y - y) / 12,
});

const rounded = (text: ReadText, offset = printing.offset) => {
  const { column, line } = onGrid(text, offset);
  expect(column).toBeCloseTo(Math.round(column), 3);
  expect(line).toBeCloseTo(Math.round(line), 3);
  return { box: '', text: text.text, column: Math.round(column), line: Math.round(line) };
};

const full = filled({ claim: { lines: manyLines(14, { modifiers: ['25', '59'] }) } });

describe('the printed form', () => {
  it('says on the print grid what the pages say, in Courier of twelve points', async () => {
    const read = await readPdf(await renderPages(full.pages, printing));
    expect(read).toHaveLength(3);
    for (const [index, page] of read.entries()) {
      expect(new Set(page.map(({ size }) => size))).toEqual(new Set([12]));
      expect(rowsOf(page.map((text) => rounded(text)))).toEqual(rowsOf(full.pages[index]));
    }
  });

  it('moves as a whole to the right and down', async () => {
    const offset = { x: 3.5, y: -6 };
    const [page = []] = await readPdf(await renderPages(full.pages, { ...printing, offset }));
    expect(rowsOf(page.map((text) => rounded(text, offset)))).toEqual(rowsOf(full.pages[0]));
  });

  it('has the same text with frames of ours and small labels around it', async () => {
    const [page = []] = await readPdf(await renderPages(full.pages, { ...printing, preprinted: false }));
    const texts = page.filter(({ size }) => size === 12);
    expect(rowsOf(texts.map((text) => rounded(text)))).toEqual(rowsOf(full.pages[0]));
    const labels = page.filter(({ size }) => size !== 12).map(({ text }) => text.split(' ')[0]);
    for (const box of ['1a', '2', '9d', '10a', '11d', '17', '21', '24A', '26', '31', '33b']) {
      expect(labels).toContain(box);
    }
  });

  it('is the same file each time', async () => {
    expect(await renderPages(full.pages, printing)).toEqual(await renderPages(full.pages, printing));
  });

  it('no text stands on another or leaves the paper, whatever the names and numbers are', () => {
    const text = (most: number) => fc.string({ unit: 'binary', minLength: 1, maxLength: most });
    const words = fc.record({ last: text(60), first: text(35), street: text(55), city: text(30) });
    fc.assert(
      fc.property(words, text(80), text(80), ({ last, first, street, city }, number, note) => {
        const address = { line1: street, line2: street, city, state: 'OH', postalCode: '430990001' };
        const person = { lastName: last, firstName: first, npi: '1234567893' };
        const { pages } = filled({
          claim: {
            patient: { ...person, patientId: 'P', dateOfBirth: '1961-04-09', gender: 'M', address },
            coverage: { payerId: 'x1', responsibility: 'P', memberId: number, relationship: 'self' },
            referringProvider: person,
            priorAuthorization: number,
            visit: {
              note: { type: 'ADD', text: note },
              serviceFacility: { name: last, address },
              accident: { causes: ['auto'], date: '2026-10-01', state: 'OH', claimNumber: number },
            },
            lines: manyLines(7, { facts: { note, description: note } }),
          },
        });
        for (const page of pages) {
          const taken = new Set<string>();
          for (const { line, column, text: placed } of page) {
            expect(placed).toMatch(/^[\x20-\x7e]*$/);
            for (let index = 0; index < placed.length; index++) {
              const cell = `${line}/${column + index}`;
              expect(taken.has(cell)).toBe(false);
              expect(column + index).toBeLessThanOrEqual(79);
              taken.add(cell);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
