import type { Draft } from '../draft.ts';
import { measureOf } from '../facts/vital-codes.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { allAt, childrenNamed, elementsOf, firstAt, placeIn } from '../xml/walk.ts';
import { codedWords, type Narrative, referred, shownValue, timesOf } from './coded.ts';
import { addPolicy } from './policies.ts';

type Entry = {
  readonly draft: Draft;
  readonly narrative: Narrative;
  /** What facts of the section are called. */
  readonly name: string;
  /** What an act around it says of all within: "resolved", not done. */
  readonly isNegated: boolean;
};

const told = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part).join('; ');

const period = ({ from, to }: { readonly from?: string; readonly to?: string }): string =>
  [from && `from ${from}`, to && `to ${to}`].filter((part) => part).join(' ');

/** Where in the document: as XPath, from the section on. */
const within = (path: string, parent: XmlElement, child: XmlElement): string =>
  `${path}/${placeIn(parent, child)}`;

const isNegated = ({ attributes }: XmlElement): boolean => attributes.negationInd === 'true';

const statusCodes = new Set(['33999-4', '11323-3']);

/** Observations about an entry: its status, severity, reaction. */
const aboutOf = (element: XmlElement): readonly XmlElement[] =>
  allAt(element, 'entryRelationship/observation');

const statusOf = (element: XmlElement, narrative: Narrative): string | undefined => {
  const found = aboutOf(element).find((one) => statusCodes.has(firstAt(one, 'code')?.attributes.code ?? ''));
  return (
    found &&
    codedWords(firstAt(found, 'value'), narrative)
      ?.replace(/ \[.*\]$/, '')
      .toLowerCase()
  );
};

/** The code of an observation where it is a kind of finding and no question: SNOMED's and LOINC's of problem types. */
const asProblem = (
  observation: XmlElement,
  path: string,
  { draft, narrative, name, isNegated: outer }: Entry,
): void => {
  const value = firstAt(observation, 'value');
  const words =
    codedWords(value, narrative) ??
    referred(value, narrative) ??
    referred(firstAt(observation, 'text'), narrative);
  const isAbsent = outer || isNegated(observation);
  const fact = told(words, period(timesOf(observation)), statusOf(observation, narrative));
  if (words) draft.stated(name, isAbsent, fact, `${path}/value`);
};

const substanceOf = (observation: XmlElement, narrative: Narrative): string | undefined => {
  const entity = firstAt(observation, 'participant/participantRole/playingEntity');
  return (
    codedWords(firstAt(entity, 'code'), narrative) ??
    referred(firstAt(entity, 'name'), narrative) ??
    undefined
  );
};

const asAllergy = (
  observation: XmlElement,
  path: string,
  { draft, narrative, isNegated: outer }: Entry,
): void => {
  const kind = codedWords(firstAt(observation, 'value'), narrative);
  const substance = substanceOf(observation, narrative);
  const isNone = outer || isNegated(observation) || /\bno known\b/i.test(`${kind} ${substance}`);
  const reactions = allAt(observation, 'entryRelationship')
    .filter(({ attributes }) => attributes.typeCode === 'MFST')
    .flatMap(
      (one) => codedWords(firstAt(one, 'observation/value'), narrative)?.replace(/ \[.*\]$/, '') ?? [],
    );
  const words =
    substance ??
    (isNone ? (kind ?? 'none known') : (referred(firstAt(observation, 'text'), narrative) ?? kind));
  const fact = told(
    words,
    reactions.length > 0 && `reaction ${reactions.join(', ')}`,
    statusOf(observation, narrative),
  );
  if (words) draft.stated('allergy', isNone, fact, `${path}/participant`);
};

const asMeasure = (observation: XmlElement, path: string, { draft, narrative, name }: Entry): void => {
  const code = firstAt(observation, 'code');
  const what = codedWords(code, narrative) ?? referred(firstAt(observation, 'text'), narrative);
  const values = childrenNamed(observation, 'value').flatMap((value) => shownValue(value, narrative) ?? []);
  if (what === undefined || values.length === 0 || isNegated(observation)) return;
  const flag = firstAt(observation, 'interpretationCode')?.attributes.code;
  const kind = name === 'result' ? measureOf(code?.attributes.code) : name;
  draft.fact(
    kind,
    told(`${what}: ${values.join(', ')}`, flag && flag !== 'N' && `flag ${flag}`, timesOf(observation).from),
    `${path}/value`,
  );
};

const quantity = (element: XmlElement | undefined): string | undefined => {
  const { value, unit } = element?.attributes ?? {};
  return value === undefined ? undefined : [value, unit === '1' ? '' : unit].filter((part) => part).join(' ');
};

/** "every 8 h" of a repeated time. */
const rhythmOf = (element: XmlElement): string | undefined => {
  const repeated = childrenNamed(element, 'effectiveTime').flatMap((time) => firstAt(time, 'period') ?? []);
  const every = quantity(repeated[0]);
  return every && `every ${every}`;
};

const asSubstance = (
  element: XmlElement,
  path: string,
  { draft, narrative, name, isNegated: outer }: Entry,
): void => {
  const material =
    firstAt(element, 'consumable/manufacturedProduct/manufacturedMaterial') ??
    firstAt(element, 'product/manufacturedProduct/manufacturedMaterial');
  const words =
    codedWords(firstAt(material, 'code'), narrative) ??
    referred(firstAt(material, 'name'), narrative) ??
    referred(firstAt(element, 'text'), narrative);
  if (!words) return;
  const dose = quantity(firstAt(element, 'doseQuantity'));
  const route = codedWords(firstAt(element, 'routeCode'), narrative)?.replace(/ \[.*\]$/, '');
  const fact = told(words, dose && `dose ${dose}`, route, rhythmOf(element), period(timesOf(element)));
  const isAbsent = outer || isNegated(element);
  draft.stated(name, isAbsent, fact, `${path}/consumable`);
};

const asAct = (
  element: XmlElement,
  path: string,
  { draft, narrative, name, isNegated: outer }: Entry,
): void => {
  const words =
    codedWords(firstAt(element, 'code'), narrative) ?? referred(firstAt(element, 'text'), narrative);
  const isAbsent =
    outer || isNegated(element) || firstAt(element, 'statusCode')?.attributes.code === 'cancelled';
  if (words) draft.stated(name, isAbsent, told(words, period(timesOf(element))), `${path}/code`);
};

/** Templates whose observations are problems wherever they stand, such as the diagnosis of an encounter. */
const hasTemplate = (element: XmlElement, ...roots: readonly string[]): boolean =>
  childrenNamed(element, 'templateId').some(({ attributes }) => roots.includes(attributes.root ?? ''));

const problemTemplate = '2.16.840.1.113883.10.20.22.4.4';
const encounterDiagnosis = '2.16.840.1.113883.10.20.22.4.80';
const indication = '2.16.840.1.113883.10.20.22.4.19';
const allergyTemplates = ['2.16.840.1.113883.10.20.22.4.7', '2.16.840.1.113883.10.20.24.3.90'];

const problems = new Set([
  'problem',
  'pastProblem',
  'diagnosis',
  'healthConcern',
  'assessment',
  'familyHistory',
]);

const asObservation = (element: XmlElement, path: string, entry: Entry): void => {
  if (hasTemplate(element, ...allergyTemplates) || entry.name === 'allergy') asAllergy(element, path, entry);
  else if (problems.has(entry.name) || (hasTemplate(element, problemTemplate) && entry.name !== 'procedure'))
    asProblem(element, path, entry);
  else if (
    firstAt(element, 'value') &&
    /^(result|vital|socialHistory|functionalStatus|nutrition|advanceDirective)$/.test(entry.name)
  )
    asMeasure(element, path, entry);
  else asAct(element, path, entry);
};

/** Acts that only hold what counts, and orders of results by their name. */
const holders = new Set([
  'problem',
  'pastProblem',
  'diagnosis',
  'allergy',
  'healthConcern',
  'assessment',
  'familyHistory',
]);

type Take = (element: XmlElement, path: string, entry: Entry) => void;

const takers: Readonly<Record<string, Take>> = {
  observation: asObservation,
  substanceAdministration: asSubstance,
  supply: (element, path, entry) =>
    entry.name === 'medication' ? undefined : asSubstance(element, path, entry),
  procedure: asAct,
  encounter: asAct,
  observationMedia: () => undefined,
  organizer: () => undefined,
  act: (element, path, entry) => (holders.has(entry.name) ? undefined : asAct(element, path, entry)),
};

/** What is about an entry and no entry itself: status, reaction, severity, reason, instructions. */
const isAside = (relation: XmlElement): boolean =>
  /^(MFST|REFR|CAUS)$/.test(relation.attributes.typeCode ?? '');

/** An entry and what it holds: organizers their components, acts what they concern, encounters their diagnoses. */
export const addEntry = (element: XmlElement, path: string, entry: Entry): void => {
  if (entry.name === 'coverage') addPolicy(entry.draft, element, path);
  const take = entry.name === 'coverage' ? undefined : takers[element.name];
  if (!take) return;
  take(element, path, entry);
  const negated = { ...entry, isNegated: entry.isNegated || isNegated(element) };
  const isLeaf = element.name !== 'act' && element.name !== 'organizer' && element.name !== 'encounter';
  for (const holder of isLeaf ? [] : elementsOf(element)) {
    if ((holder.name !== 'entryRelationship' && holder.name !== 'component') || isAside(holder)) continue;
    for (const child of elementsOf(holder)) {
      const isDiagnosis =
        element.name === 'encounter' && hasTemplate(child, encounterDiagnosis, indication, problemTemplate);
      const name = hasTemplate(element, encounterDiagnosis) || isDiagnosis ? 'diagnosis' : negated.name;
      addEntry(child, within(within(path, element, holder), holder, child), { ...negated, name });
    }
  }
};
