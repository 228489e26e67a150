import { describe, expect, it } from 'vitest';
import { providerQueries, renderQuery } from '../../../functions/coding/queries/provider-queries.ts';
import { whatWouldSpecify } from '../../../functions/coding/queries/what-would-specify.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';

const visit = { dateOfService: '2026-03-02', patientType: 'established' } as const;
const note = `CC: pain
ASSESSMENT AND PLAN:
1. Knee pain for two weeks. Ibuprofen.
2. Frobnitz reaction of the wumpus, stable. Continue watchful waiting.
3. Type 2 diabetes, on insulin glargine and metformin. A1c 7.4.
`;
const result = suggestCodes(note, visit);
const knee = result.suggestions.find(({ code }) => code === 'M25.569');

describe('the words of a suggestion', () => {
  it('tell the section and the sentence of each evidence', () => {
    expect(knee?.evidence[0]).toMatchObject({
      quote: 'Knee pain',
      section: 'assessment',
      sentence: 'Knee pain for two weeks.',
    });
  });

  it('tell which word would make an unspecified code more specific', () => {
    expect(knee?.specify).toMatchObject({
      axis: 'laterality',
      options: expect.arrayContaining(['right', 'left']),
    });
    expect(
      whatWouldSpecify({ code: 'I10', description: 'Essential (primary) hypertension' }, '2026-03-02'),
    ).toBe(undefined);
  });

  it('quote a problem that is not known in full', () => {
    expect(result.questions.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('“Frobnitz reaction of the wumpus, stable.”'),
    );
  });

  it('ask nothing about insulin beside tablets', () => {
    const codes = result.suggestions.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['Z79.4', 'Z79.84']));
    expect(result.questions.filter(({ text }) => /Z79|insulin|diabetes/i.test(text))).toEqual([]);
  });
});

describe('a query to the clinician', () => {
  const queries = providerQueries(result);

  it('quotes the note, leads to no answer and offers the ways out', () => {
    const [side] = queries;
    expect(side?.indicators).toEqual(['Assessment: "Knee pain for two weeks."']);
    expect(side?.question).not.toMatch(/right|left/i);
    expect(side?.options.slice(-2)).toEqual(['Other (please specify): ____', 'Unable to determine']);
    expect(side?.options).toEqual(expect.arrayContaining(['Right', 'Left']));
  });

  it('is asked once for each thing that is open', () => {
    expect(queries.map(({ about }) => about)).toEqual([
      'Knee pain: laterality',
      'documentation of the visit',
    ]);
  });

  it.each(queries.map((query) => [query.about, renderQuery(query)]))(
    '%s names no code and no payment',
    (_, text) => {
      expect(text).not.toMatch(/\b[A-Z]\d\d\.\d|\$|pay|reimburs|revenue|bill|code/i);
      expect(text).toContain('[ ] Unable to determine');
    },
  );

  it('asks what a weak condition was at this visit, and not whether it is one', () => {
    const weak = suggestCodes(note, visit, { sureness: () => 0.1 });
    const asked = providerQueries(weak).find(({ about }) => about.startsWith('Knee pain'));
    expect(asked?.question).toBe('Please clarify the status of "Knee pain" at this visit.');
  });

  it('is not written where nothing is open', () => {
    const clear = suggestCodes(
      'CC: cough\nASSESSMENT AND PLAN:\n1. Hypertension, at goal. Continue lisinopril 10 mg.\n',
      visit,
    );
    expect(providerQueries(clear)).toEqual([]);
  });
});
