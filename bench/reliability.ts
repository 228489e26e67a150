import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import { goldNotes, isRight, type Judged, judgedAs } from './judge-suggestions.ts';
import { type Half, halves } from './read-probes.ts';
import { Report, readLines, visitOf } from './read-shared-sets.ts';

/** The lower ends of the bins of confidence. */
const bins = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

type Weighed = { readonly confidence: number; readonly right: boolean };

const binOf = ({ confidence }: Weighed): number => bins.findLast((from) => confidence >= from) ?? 0;

const nameOf = (from: number): string =>
  `${from.toFixed(1)}–${(bins[bins.indexOf(from) + 1] ?? 1).toFixed(1)}`;

const shareOf = (some: readonly Weighed[]): string =>
  `${some.filter(({ right }) => right).length} of ${some.length} (${(some.filter(({ right }) => right).length / some.length).toFixed(2)})`;

/** How many of the codes of each bin are right: a confidence says the share, if it means anything. */
const table = (codes: readonly Weighed[]): Readonly<Record<string, string>> => {
  const byBin = Map.groupBy(codes, binOf);
  return Object.fromEntries(
    bins.flatMap((from) => {
      const held = byBin.get(from);
      return held ? [[nameOf(from), shareOf(held)]] : [];
    }),
  );
};

const judged: Readonly<Record<Judged, string>> = {
  diagnosis: 'diagnoses',
  service: 'procedures',
  level: 'levels',
};

/** Every suggestion counts, also one that is a question; what is merely defensible is neither right nor wrong. */
const reliabilityOf = (set: keyof typeof goldNotes, half: Half) => {
  const codes = goldNotes[set](half).flatMap(({ visit, gold }) =>
    suggestCodes(visit.note, visitOf(visit)).suggestions.flatMap((suggestion) => {
      const right = isRight(suggestion, gold);
      const { confidence } = suggestion;
      return right === undefined ? [] : [{ kind: judgedAs(suggestion), confidence, right }];
    }),
  );
  const byKind = Map.groupBy(codes, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, some]) => [judged[kind], table(some)]));
};

/** The reliability of confidences, each half of each set of whole notes by itself. */
export const reliabilityOfVisits = () =>
  Object.fromEntries(
    (['outpatient', 'varied', 'ours'] as const).flatMap((set) =>
      halves.map((half) => [`${set}, ${half} half`, reliabilityOf(set, half)]),
    ),
  );

export const reliabilityOfReports = () => ({
  diagnoses: table(
    readLines('codiesp/codiesp_dev_en.jsonl', Report).flatMap(({ text_en, icd10cm }) => {
      const gold = new Set(icd10cm.map((code) => code.toUpperCase()));
      return suggestCodes(text_en, visitOf({})).suggestions.map(({ code, confidence }) => ({
        confidence,
        right: gold.has(code),
      }));
    }),
  ),
});
