import drugCauses from '../../../../codesets/clinical-terms/drug-causes.json' with { type: 'json' };
import { medicationClasses } from '../../../../codesets/clinical-terms/medications.ts';
import { codeBookOn, type DrugColumn } from '../../../../codesets/code-book.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { BookNote } from './ruling.ts';

/** A drug that the note holds responsible, and the words that say so. */
export type DrugLink = { readonly drug: string; readonly evidence: EvidenceSpan };

/** The columns of the Table of Drugs as the digit that stands for them. */
const digits: Readonly<Record<DrugColumn, string>> = {
  accidental: '1',
  'self-harm': '2',
  assault: '3',
  undetermined: '4',
  'adverse-effect': '5',
  underdosing: '6',
};

const ownStems = new Map(
  drugCauses.flatMap(({ stem, names, classes = [] }) => [
    ...medicationClasses
      .filter((one) => classes.includes(one.class))
      .flatMap((one) => one.names.map((name) => [name.toLowerCase(), stem] as const)),
    ...names.map((name) => [name, stem] as const),
  ]),
);
// A name of its own is meant before the class that it is in.
for (const { stem, names } of drugCauses) for (const name of names) ownStems.set(name, stem);

/** Words of the official table that name something else in a note: "anemia due to blood loss", street drugs. */
const noMedicine = new Set(
  `blood iron thyroid liver water salt sodium oxygen air heat plasma milk alcohol ethanol cocaine heroin cannabis marijuana
  methamphetamine tobacco nicotine coffee caffeine food dust smoke lead plant plants ivy pollen venom bee wasp injury fall
  stress cold pregnancy calcium potassium magnesium iodine gas acid soap detergent latex nickel perfume`.split(
    /\s+/,
  ),
);

/** The code of a drug with its column and 7th character; undefined for what no table has as a medicine. */
export const drugCodeOf = (
  name: string,
  column: DrugColumn,
  { dateOfService }: BookNote,
  episode = 'A',
): string | undefined => {
  const plain = name.toLowerCase().trim();
  if (plain.length < 3 || noMedicine.has(plain)) return undefined;
  const { diagnoses } = codeBookOn(dateOfService);
  for (const one of [plain, plain.replace(/s$/, '')]) {
    const own = ownStems.get(one);
    const code = own ? `${own}${digits[column]}` : diagnoses.drug(one, column);
    if (!code) continue;
    const whole = `${code}${'X'.repeat(Math.max(0, 7 - code.length))}${episode}`;
    if (diagnoses.entry(whole)) return whole;
  }
  return undefined;
};

const isMedicine = (name: string, note: BookNote): boolean =>
  drugCodeOf(name, 'adverse-effect', note) !== undefined;

const before = /\b([a-z]+(?: [a-z]+)?)[- ](?:induced|associated|related)\b/gi;
const after =
  /\b(?:due to|secondary to|2\/2|d\/t|from|caused by|induced by|because of|brought on by|related to|side effects? of|adverse (?:effects?|reaction) (?:of|to|from)|reaction to|attributed to|after (?:starting|taking)|since starting|precipitated by)\s+((?:(?:the|his|her|their|long[- ]term|chronic|recent|high[- ]dose|low[- ]dose|prior|use of|taking|starting|ongoing|systemic|oral|inhaled|iv|current)\s+){0,3})([a-z][\w-]+)(?: ([a-z][\w-]+))?/gi;

const doubted =
  /\b(not|no|unlikely|likely|possibl[ey]|probabl[ey]|may(be)?|might|could|suspect\w*|perhaps|questionabl[ey]|if|risk|warn\w*|watch|monitor|discuss\w*|rather than)\b[^.;]{0,40}$/i;

/** "Iron" in "due to iron deficiency" is no cause: what follows must end the phrase. */
const endsPhrase =
  /^\s*($|[.,;:)(/]|\d|(use|therapy|treatment|toxicity|effect|dose|course|infusion|and|or|with|since|for|in|taken|started|this|last|at|on|but|which)\b|[,–-])/i;

type Named = { readonly drug: string; readonly start: number; readonly end: number };

const namedBefore = (text: string, note: BookNote): readonly Named[] =>
  [...text.matchAll(before)].flatMap((found) => {
    const words = (found[1] ?? '').split(' ');
    const drug = [words.join(' '), words.at(-1) ?? ''].find((name) => isMedicine(name, note));
    return drug ? [{ drug, start: found.index, end: found.index + found[0].length }] : [];
  });

const namedAfter = (text: string, note: BookNote): readonly Named[] =>
  [...text.matchAll(after)].flatMap((found) => {
    const [whole, , first = '', second] = found;
    const pair = second && isMedicine(`${first} ${second}`, note) ? `${first} ${second}` : undefined;
    const drug = pair ?? (isMedicine(first, note) ? first : undefined);
    if (!drug) return [];
    const at = found.index + whole.toLowerCase().lastIndexOf(drug.toLowerCase());
    const end = at + drug.length;
    return endsPhrase.test(text.slice(end)) ? [{ drug, start: found.index, end }] : [];
  });

/** Signs that a drug is called the cause of by standing right before them. */
const opensWithDrug =
  /^\W*(?:\d+[.)]\s*)?([a-z][\w-]+)\s+(?=(?:neuropathy|myopathy|tremor|nausea|vomiting|diarrhea|constipation|cough|rash|angioedema|anemia|neutropenia|thrombocytopenia|arthralgias?|myalgias?|hepatitis|pneumonitis|colitis|gastritis|edema|hyperglycemia|insomnia|toxicity|headache)\b)/i;

/** "Oxaliplatin neuropathy, grade 1": a line that opens with the drug and what it did. */
const namedAtHead = ({ text, leads }: Statement, note: BookNote): readonly Named[] => {
  const found = leads ? opensWithDrug.exec(text) : null;
  const drug = found?.[1];
  if (!found || !drug || !isMedicine(drug, note)) return [];
  const start = found[0].toLowerCase().indexOf(drug.toLowerCase());
  return [{ drug, start, end: start + drug.length }];
};

/** The drugs that a statement affirms as the cause of something. */
export const drugLinksIn = (statement: Statement, note: BookNote): readonly DrugLink[] => {
  const { text, start } = statement;
  return [...namedBefore(text, note), ...namedAfter(text, note), ...namedAtHead(statement, note)]
    .filter((one) => !doubted.test(text.slice(0, one.start)))
    .map((one) => ({
      drug: one.drug,
      evidence: { start: start + one.start, end: start + one.end, quote: text.slice(one.start, one.end) },
    }));
};

/** The drug that a statement about a condition holds responsible for it. */
export const drugBehind = (
  statements: readonly Statement[],
  condition: RegExp,
  note: BookNote,
): DrugLink | undefined => {
  for (const statement of statements) {
    const found = condition.exec(statement.text);
    if (!found) continue;
    const at = statement.start + found.index;
    const [link] = [...drugLinksIn(statement, note)].sort(
      (a, b) => Math.abs(a.evidence.start - at) - Math.abs(b.evidence.start - at),
    );
    if (link) return link;
  }
  return undefined;
};
