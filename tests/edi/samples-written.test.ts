import { expect, it } from 'vitest';
import { contentsOf, kindsIn } from '../../functions/edi/contents-of.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { needingSamples, type Sample, samples } from './material/shared-samples.ts';

/** 005010 or, as a TA1 alone, of no version. */
const ours = samples.filter(({ version }) => version !== '4010');

/** Line breaks are of no account unless they end a segment, nor is the mark that editors put before everything. */
const normalised = (text: string): string => {
  const plain = text.replace(/^\uFEFF/, '').trim();
  return plain.replaceAll(/[\r\n]/.test(plain.charAt(105)) ? '\r' : /[\r\n]/g, '');
};

const rewritten = (text: string): string =>
  parseInterchanges(text, allGuides)
    .flatMap(({ interchange }) =>
      interchange === undefined ? [] : [writeInterchange(interchange, allGuides, { lineBreak: '' })],
    )
    .join('')
    .trim();

type Exception = {
  readonly name: string; // the end of it
  readonly code: string; // what we find
  readonly differs: string; // the segment that we write otherwise
  readonly reason: string;
};

/** Counts and control numbers of trailers are always written as they should be. */
const exceptions: readonly Exception[] = [
  {
    name: 'subscriber-health-benefit-check-error.271',
    code: 'IK502-3',
    differs: 'SE',
    reason: 'its SE02 is not its ST02',
  },
  {
    name: 'Heatlh_Care_Information_Status_Notification-pass-1.era',
    code: 'TA105-001',
    differs: 'IEA',
    reason: 'its IEA02 is not its ISA13',
  },
  {
    name: 'xlate-src-test-resources-x12-invalid999.edi',
    code: 'IK502-4',
    differs: 'SE',
    reason: 'its SE01 is not the number of its segments',
  },
];

const exceptionOf = ({ name }: Sample): Exception | undefined =>
  exceptions.find((one) => name.endsWith(one.name));

const regular = ours.filter((sample) => exceptionOf(sample) === undefined);
const exceptional = ours.flatMap((sample) => {
  const exception = exceptionOf(sample);
  return exception === undefined ? [] : [{ ...sample, ...exception, name: sample.name }];
});

const countOf = (text: string, segment: RegExp): number =>
  text.split(/[~\r\n]+/).filter((line) => segment.test(line.trimStart())).length;

/** The segment that opens what is read one by one. */
const openers: { readonly [transaction: string]: RegExp } = {
  '837P': /^CLM\*/,
  835: /^CLP\*/,
  270: /^HL\*\d*\*\d*\*22/,
  271: /^HL\*\d*\*\d*\*22/,
  276: /^HL\*\d*\*\d*\*22/,
  999: /^AK2\*/,
};

needingSamples.describe('public samples of 005010', () => {
  it('are as many as the index lists, and are known for what they are', () => {
    const counts = Object.groupBy(ours, ({ text }) => contentsOf(text).flatMap(kindsIn)[0] ?? 'none');
    expect(Object.fromEntries(Object.entries(counts).map(([kind, list]) => [kind, list?.length]))).toEqual({
      270: 2,
      271: 4,
      276: 5,
      277: 9,
      835: 16,
      '837I': 4,
      '837P': 36,
      999: 3,
      TA1: 1,
    });
  });

  it.each(regular)('come out as they went in: $name', ({ text }) => {
    expect(rewritten(text)).toBe(normalised(text));
  });

  it.each(exceptional)('come out right but for $differs: $name ($reason)', ({ text, differs, code }) => {
    const written = rewritten(text).split('~');
    const segments = normalised(text).split('~');
    const differing = written.filter((segment, index) => segment !== segments[index]);
    expect(differing.map((segment) => segment.split('*')[0])).toEqual([differs]);
    const codes = parseInterchanges(text, allGuides).flatMap(({ report }) =>
      findingsOf(report).map((finding) => finding.code),
    );
    expect(codes).toContain(code);
  });

  it('differ for a reason only where the index tells of a fault of the envelope', () => {
    const faulty = ours.filter(({ envelopeIssues }) => envelopeIssues !== '');
    expect(exceptional.map(({ name }) => name).sort()).toEqual(faulty.map(({ name }) => name).sort());
  });

  it.each(ours.filter(({ transaction }) => transaction in openers))(
    'are read with all they hold: $name',
    ({ text, transaction }) => {
      const units = parseInterchanges(text, allGuides)
        .flatMap(({ report }) => report.groups)
        .flatMap(({ sets }) => sets)
        .reduce((total, set) => total + set.units, 0);
      expect(units).toBe(countOf(text, openers[transaction] ?? /^$/));
    },
  );
});

needingSamples.describe('public samples of 004010', () => {
  const old = samples.filter(({ version }) => version === '4010');

  it.each(old)('are of a version that is not read: $name', ({ text }) => {
    const codes = parseInterchanges(text, allGuides).flatMap(({ report }) =>
      findingsOf(report).map(({ code }) => code),
    );
    expect(codes).toContainEqual(expect.stringMatching(/^(AK905-[12]|TA105-\d+)$/));
  });
});
