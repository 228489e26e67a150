import { isNpi } from '../../edi/npi.ts';
import type { Draft } from '../draft.ts';
import { addAddress, addName } from './add-person.ts';
import { dayOf, nameOf, sexOf } from './values.ts';

type Add = (draft: Draft, value: string, source: string) => void;

const day =
  (name: string): Add =>
  (draft, value, source) =>
    draft.fact(name, dayOf(/^[^(]*?\d{4}|^\d+[-/.]\d+[-/.]\d\d\b/.exec(value)?.[0]), source);

/** A number of a card or a chart: letters and digits, with a digit among them. */
const number =
  (name: string): Add =>
  (draft, value, source) => {
    const [found] = /^[A-Z0-9][A-Z0-9-]*(?: [A-Z0-9-]*\d[A-Z0-9-]*)*/i.exec(value) ?? [];
    if (found && /\d/.test(found)) draft.fact(name, found, source);
  };

const words =
  (name: string): Add =>
  (draft, value, source) => {
    if (/\p{L}/u.test(value) && value.length <= 120) draft.fact(name, value, source);
  };

const address: Add = (draft, value, source) => {
  const found =
    /^(?<line>.+?),\s*(?<city>[\p{L} .'-]+),\s*(?<state>[A-Z]{2})\s+(?<zip>\d{5}(?:-\d{4})?)\b/u.exec(value);
  const { line, city, state, zip } = found?.groups ?? {};
  if (found) addAddress(draft, 'patient', { lines: [line], city, state, postalCode: zip }, source);
};

const allergies: Add = (draft, value, source) => {
  if (/^(?:nkd?a|none|no known|denies|no )/i.test(value)) draft.stated('allergy', true, value, source);
  else if (value.length <= 200)
    for (const one of value.split(/[;,](?![^(]*\))/)) draft.fact('allergy', one.replace(/\.$/, ''), source);
};

/** What forms and letterheads call things, the whole label, and what each fills. */
const labels: readonly (readonly [RegExp, Add])[] = [
  [
    /^(?:patient|patient'?s? name|pt\.?|pt\.? name|name of patient|client name)$/i,
    (draft, value, source) => addName(draft, 'patient', nameOf(value), source),
  ],
  [/^(?:last|family) name$/i, words('patient.lastName')],
  [/^(?:first|given) name$/i, words('patient.firstName')],
  [
    /^(?:dob|d\.o\.b\.?|date of birth|birth ?date|patient dob|patient date of birth|born)$/i,
    day('patient.birthDate'),
  ],
  [
    /^(?:sex|gender|patient sex|sex assigned at birth|legal sex)$/i,
    (draft, value, source) => draft.fact('patient.sex', sexOf(value), source),
  ],
  [
    /^(?:mrn|mr ?#|mrn ?#|medical record (?:number|no\.?|#)|chart ?(?:number|no\.?|#)|patient (?:id|number|no\.?|#))$/i,
    number('patient.id'),
  ],
  [/^(?:patient )?address$/i, address],
  [
    /^(?:insurance|payer|payor|insurance (?:company|carrier|name|plan)|primary insurance|carrier|health plan)$/i,
    words('coverage.payerName'),
  ],
  [
    /^(?:member|subscriber|policy|insurance|insured'?s?) ?(?:id|number|no\.?|#|id ?(?:number|no\.?|#))$/i,
    number('coverage.memberId'),
  ],
  [/^group ?(?:number|no\.?|#|id)?$/i, number('coverage.groupNumber')],
  [
    /^(?:dos|date of (?:service|visit|encounter|exam)|visit date|encounter date|service date|exam date)$/i,
    day('visit.date'),
  ],
  [/^(?:location|facility|clinic|visit location|place of service)$/i, words('visit.location')],
  [
    /^(?:npi|provider npi|rendering npi|npi ?(?:#|number|no\.?))$/i,
    (draft, value, source) =>
      draft.fact(
        'provider.npi',
        /^\d{10}/.exec(value)?.[0].replace(/^.*$/, (npi) => (isNpi(npi) ? npi : '')),
        source,
      ),
  ],
  [
    /^(?:provider|physician|attending|attending (?:physician|provider)|rendering provider|seen by|treating (?:physician|provider))$/i,
    words('provider.name'),
  ],
  [/^(?:referring (?:provider|physician)|referred by)$/i, words('referringProvider.name')],
  [/^(?:allergies|drug allergies|known allergies)$/i, allergies],
];

type Labelled = { readonly start: number; readonly behind: number; readonly add: Add };

const mostWords = 4;

/** Before a label, these make it that of somebody else. */
const ofOthers =
  /(?:['’]s|\b(?:referring|ordering|supervising|billing|subscriber|insured|policy ?holder|holder|guarantor|spouse|mother|father|parent|child|baby|partner|emergency|contact|responsible|party|secondary|other|employer|pharmacy))\s*$/i;

/** The longest known label that ends at a colon: "MD NPI:" is the NPI; before a tab a label is the whole cell. */
const labelBefore = (line: string, end: number, isCell: boolean): Omit<Labelled, 'behind'> | undefined => {
  const words = [...line.slice(Math.max(0, end - 40), end).matchAll(/[^\s;|•,()]+/g)].slice(-mostWords);
  const from = Math.max(0, end - 40);
  for (const { index } of words) {
    const label = line.slice(from + index, end).trim();
    const add = labels.find(([known]) => known.test(label))?.[1];
    const before = line.slice(0, from + index);
    if (add)
      return ofOthers.test(before) || (isCell && !/(?:^|\t)\s*$/.test(before))
        ? undefined
        : { start: from + index, add };
  }
  return undefined;
};

const labelsIn = (line: string): readonly Labelled[] =>
  [...line.matchAll(/[^\S\n]?(?::|\t+)/g)].flatMap(({ index, 0: sign }) => {
    const label = labelBefore(line, index, sign.includes('\t'));
    return label ? [{ ...label, behind: index + sign.length }] : [];
  });

/** Up to the next label, wide space, or a sign that parts fields. */
const valueBehind = (line: string, behind: number, next: number | undefined): string =>
  /^[^\S\n]*(.*?)(?=$|\t|[^\S\n]{3}|[^\S\n]*[;|•])/
    .exec(line.slice(behind, next))?.[1]
    ?.replace(/[\s,]+$/, '') ?? '';

/** Lists have semicolons of their own. */
const listBehind = (line: string, behind: number): string => line.slice(behind).trim();

/** Forms and letterheads have short lines; beyond this a line is a paragraph. */
const longestLine = 300;
const mostLines = 5000;

/** "Re: Jane Doe, DOB 3 May 1961" is how letters begin. */
const subject =
  /^(?:re|regarding|patient)\s*:\s*(?<name>[^,;:()\d]+(?:, ?[^,;:()\d]+)??)\s*[,;(\s]+(?:dob|d\.o\.b\.?|date of birth)\s*:?\s*(?<dob>[\d/.-]+|[A-Za-z]+ \d+, \d{4})/i;

const addSubject = (draft: Draft, line: string, sourceOf: () => string): void => {
  const { name, dob } = subject.exec(line)?.groups ?? {};
  if (name === undefined) return;
  const source = sourceOf();
  addName(draft, 'patient', nameOf(name), source);
  draft.fact('patient.birthDate', dayOf(dob?.replace(/[.)]$/, '')), source);
};

/** What a prose says in fields of its own ("DOB: 05/03/1961"): only short lines, and only values that can be such. */
export const addLabelledFacts = (draft: Draft): void => {
  let at = 0;
  for (const line of draft.text().split('\n').slice(0, mostLines)) {
    if (line.length <= longestLine) {
      const source = (start: number, length: number): string =>
        draft.sourceOf(at + start, at + start + length);
      addSubject(draft, line, () => source(0, line.length));
      const found = labelsIn(line);
      for (const [number, { start, behind, add }] of found.entries()) {
        const value =
          add === allergies ? listBehind(line, behind) : valueBehind(line, behind, found[number + 1]?.start);
        if (value !== '') add(draft, value, source(start, behind - start + value.length));
      }
    }
    at += line.length + 1;
  }
};
