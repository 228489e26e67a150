import { describe, expect, it } from 'vitest';
import { readDocument } from '../../functions/documents/read-document.ts';
import { column, drawScan, pdf, turn } from './material/pdf.ts';

const words = (name: string): readonly string[] =>
  Array.from({ length: 6 }, (_, at) => `words of column ${name}, line ${at}`);

describe('a PDF', () => {
  it('of three columns is read column by column', async () => {
    const all = ['a', 'b', 'c'].map(words);
    const drawn = all.flatMap((lines, at) => column(lines, 40 + at * 190));
    expect((await readDocument(await pdf([drawn]))).text).toBe(
      all.map((lines) => lines.join('\n')).join('\n\n'),
    );
  });

  it('gives what was filled into its form, and of its boxes those that are ticked', async () => {
    const bytes = await pdf([column(['Intake form'])], async (document, [page]) => {
      const form = document.getForm();
      const name = form.createTextField('Patient Name');
      name.setText('Walter Brennan');
      if (page) name.addToPage(page, { x: 50, y: 600, width: 200, height: 20 });
      for (const [at, what] of ['Diabetes', 'Asthma'].entries()) {
        const box = form.createCheckBox(what);
        if (page) box.addToPage(page, { x: 50, y: 500 - at * 30, width: 12, height: 12 });
        if (what === 'Diabetes') box.check();
      }
    });
    const { text, facts, places } = await readDocument(bytes);
    expect(text).toBe('Intake form\nPatient Name: Walter Brennan\nDiabetes: Yes');
    expect(facts).toContainEqual({ name: 'patient.lastName', value: 'Brennan', source: places[1]?.source });
    expect(places[1]?.source).toMatch(/^page 1 at (49|50),17[12] to 25[01],19[23]$/);
  });

  it('tells each page that is a picture, with a stamp on it or without', async () => {
    const pages = [
      column(['All of this page is text that somebody wrote, and it has no picture at all on it.']),
      [],
      [{ text: 'FAX 3/3', x: 20, y: 780 }],
    ];
    const { problems } = await readDocument(
      await pdf(pages, async (document, [, second, third]) => {
        await drawScan(document, second);
        await drawScan(document, third);
      }),
    );
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['scanned-page', 'page 2'],
      ['scanned-page', 'page 3'],
    ]);
  });

  it('whose page is turned is read in its order, with boxes as the page is shown', async () => {
    const { text, pages, places } = await readDocument(
      await pdf([column(['First line', 'Second line'])], async (_, [page]) => turn(page)),
    );
    expect(text).toBe('First line\nSecond line');
    expect(pages).toMatchObject([{ page: 1, width: 792, height: 612, start: 0 }]);
    expect(places[0]?.source).toMatch(/^page 1 at 7\d\d,54 to 7\d\d,\d+$/);
  });
});
