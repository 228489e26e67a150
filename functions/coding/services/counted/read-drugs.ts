import { officeProcedures } from '../../../../codesets/clinical-terms/procedures.ts';
import type { ProcedureCode } from '../../../../codesets/code-set.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from '../../note/match-terms.ts';
import type { Statement } from '../../note/read-statements.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { regionsIn } from '../reading/read-skin-region.ts';
import type { CountedService, ServiceReading } from '../reading/service-reading.ts';
import { wasDone } from '../reading/was-done.ts';
import { type Dose, discardedIn, doseAt, nothingDiscarded, unitsOf } from './drug-doses.ts';

const index = indexTerms(
  officeProcedures
    .filter(({ kind, terms }) => kind === 'drug' && terms.length > 0)
    .map((code) => [code, code.terms] as const),
);

/** How a drug got into the patient, as far as its administration is reported by that. */
export type Route =
  | 'injection'
  | 'some injection'
  | 'push'
  | 'infusion'
  | 'hydration'
  | 'site'
  | 'nebulized'
  | 'device';

export type GivenDrug = {
  readonly code: ProcedureCode;
  readonly route: Route;
  readonly matches: readonly TermMatch<ProcedureCode>[];
  readonly service: CountedService;
};

const muscle =
  /\b(im|i\.m\.|intramuscular\w*|deltoid|glut(?:eal|eus|e)|ventrogluteal|vastus|sub-?q|sq|sc|subcut\w*|shot|depot)\b/i;
const vein = /\b(iv|i\.v\.|intravenous\w*|ivp|ivpb)\b/i;
const push = /\b(push|ivp|bolus(?! of (ns|saline))|slow iv)\b/i;
const infused = /\b(infus\w+|ivpb|piggyback|over \d+|drip|start\w*:? \d|in \d+ ?(ml|cc))\b/i;
const joint =
  /\b(intra-?articular\w*|joint|knees?|shoulders?|hips?|elbows?|wrists?|ankles?|subacromial|bursa|trochanter\w*|tendon|fascia|intralesional\w*|keloids?|carpal tunnel|trigger|lesions?|alopecia|nerve|epicondyl\w*|mcp|cmc|pip|dip|mtp|neuroma|migraine|corrugator|procerus|frontalis|cervical dystonia|eye|intravitreal)\b/i;
const nebulized = /\b(neb\w*|inhal\w*|svn|duoneb)\b/i;
const device = /\b(insert\w*|placed|implant\w*|iud)\b/i;
const byMouth =
  /\b(oral(ly)?|by mouth|po|p\.o\.|tablets?|tabs?|capsules?|caps?|odt|sublingual|sl|drops?|cream|ointment|topical\w*|patch|lozenge|syrup|spray)\b/i;
const atHome =
  /\b(prescri\w+|rx|sent|refill\w*|continues?|cont|home|self[- ]inject\w*|pen|takes|taking|on|start(ed)?(?! ?\d)|increase\w*|decrease\w*|titrat\w*|daily|bid|tid|qid|qhs|prn|as needed|(twice|once|three times) (a|per) (day|week)|weekly|monthly|every|q\d+ ?(h|hours|d|days|w|weeks|wk|m|months)\b)\b/i;
const givenHere =
  /\b(given|administered|injected|infused|gave|received|today|in (the )?(office|clinic)|tolerated|lot|inserted|placed|instilled|x ?1|once|now|premed\w*|stop(ped)? \d)\b/i;
const injecting = /\b(injections?|injected|shot)\b/i;

const routeOf = (code: ProcedureCode, statement: Statement, around: string): Route | undefined => {
  const { text } = statement;
  const isFluid = /^J70[345]0|^J7120|^J7042|^J7060/.test(code.code);
  if (/^J7(29|30)/.test(code.code)) return device.test(text) ? 'device' : undefined;
  if (/^J73[12]|^J7318/.test(code.code)) return 'site';
  if (/^J76/.test(code.code)) return nebulized.test(text) ? 'nebulized' : undefined;
  if (isFluid)
    return vein.test(around) || infused.test(around) || /\bbolus|\bhydrat/i.test(around)
      ? 'hydration'
      : undefined;
  if (byMouth.test(text) && !muscle.test(text) && !vein.test(text)) return undefined;
  if (muscle.test(text)) return 'injection';
  if (vein.test(text)) return push.test(text) || !infused.test(around) ? 'push' : 'infusion';
  if (joint.test(text) && /\b(inject\w*|into|with|aspirat\w*|infiltrat\w*)\b/i.test(around)) return 'site';
  if (infused.test(text) && /\binfus/i.test(around)) return 'infusion';
  if (joint.test(around) && injecting.test(around)) return 'site';
  if (muscle.test(around)) return 'injection';
  return injecting.test(text) ? 'some injection' : undefined;
};

const isForHome = (text: string): boolean => atHome.test(text) && !givenHere.test(text);

/** One place of a drug's name, with the dose that stands there and the places it was given to. */
type Telling = {
  readonly dose: number | undefined;
  readonly places: string;
  readonly isEach: boolean;
  readonly sites: number;
};

const each =
  /\b(each|per (side|knee|shoulder|joint|hip|site|injection)|apiece|bilaterally each|on (both|either) sides?)\b/i;
const bothSides = /\b(bilateral(ly)?|both|right and left|left and right|r and l|b\/l)\b/i;

const placesIn = (text: string): string => {
  const sides = [...text.matchAll(/\b(right|left|rt|lt|bilateral|both)\b/gi)].map(([word]) =>
    word.toLowerCase().charAt(0),
  );
  return [...new Set([...sides, ...regionsIn(text).map(({ region }) => region)])].sort().join();
};

const sitesOf = (text: string): number => {
  const joints = new Set(
    (text.match(/\b(knee|shoulder|hip|elbow|wrist|ankle|trochanter\w*|subacromial)/gi) ?? []).map((word) =>
      word.toLowerCase(),
    ),
  );
  return bothSides.test(text) ? 2 : Math.max(1, joints.size);
};

const tellingOf = (
  reading: ServiceReading,
  { statement, start, end }: TermMatch<ProcedureCode>,
  dose: Dose,
): Telling => {
  const around = textOf(nearby(reading, statement, { back: 2, on: 1 }));
  const isEach = each.test(statement.text);
  return {
    dose: doseAt(statement.text, start - statement.start, end - statement.start, dose),
    places: placesIn(statement.text),
    isEach,
    sites: isEach ? Math.max(sitesOf(statement.text), sitesOf(around)) : 1,
  };
};

const distinctTellings = (tellings: readonly Telling[]): readonly Telling[] => {
  const dosed = tellings.filter(({ dose }) => dose !== undefined);
  return dosed.filter(
    (one, at) =>
      dosed.findIndex(
        (other) =>
          other.places === one.places ||
          other.places === '' ||
          (one.places === '' && other.dose === one.dose),
      ) === at,
  );
};

/** Whether a dose that was told once for two sides was one dose a side, the note does not always say. */
const openQuestion = (
  reading: ServiceReading,
  statements: readonly Statement[],
  tellings: readonly Telling[],
  route: Route,
): boolean =>
  route === 'site' &&
  tellings.length === 1 &&
  !tellings[0]?.isEach &&
  bothSides.test(textOf([...new Set(statements.flatMap((one) => nearby(reading, one, { back: 2, on: 1 })))]));

const dosed = (
  reading: ServiceReading,
  code: ProcedureCode,
  matches: readonly TermMatch<ProcedureCode>[],
  route: Route,
): Pick<CountedService, 'units' | 'rules' | 'questions'> => {
  const { dose } = code;
  if (!dose) return { units: 1, rules: [] };
  if (dose.unit === 'dose')
    return {
      units:
        route === 'nebulized'
          ? timesIn(textOf([...new Set(matches.map(({ statement }) => statement))]))
          : bothSides.test(textOf(matches.map(({ statement }) => statement))) && route === 'site'
            ? 2
            : 1,
      rules: ['one a dose'],
    };
  const tellings = matches.map((match) => tellingOf(reading, match, dose));
  const distinct = distinctTellings(tellings);
  if (distinct.length === 0)
    return {
      units: 1,
      rules: [],
      questions: [`Which dose was given for ${code.code} (${code.description})?`],
    };
  const times =
    route === 'nebulized' ? timesIn(textOf([...new Set(matches.map(({ statement }) => statement))])) : 1;
  const given = times * distinct.reduce((sum, { dose: one, sites }) => sum + (one ?? 0) * sites, 0);
  const questions = openQuestion(
    reading,
    matches.map(({ statement }) => statement),
    distinct,
    route,
  )
    ? [`Was the dose of ${code.code} given to each side?`]
    : [];
  return {
    units: unitsOf(given, dose),
    rules: [`${given} ${dose.unit} in all, in units of ${dose.amount} ${dose.unit}, parts rounded up`],
    questions,
  };
};

/** How often a treatment was given: "x 2", "two nebs", "repeated once". */
export const timesIn = (text: string): number => {
  const told =
    /\b(?:x|×)\s?([2-6])\b(?!\s*(?:d|days?|weeks?|wk|mg|ml|h))|\b(two|three|2|3)\s+(?:\w+\s+){0,2}(?:neb\w*|treatments?|duonebs?|doses)\b|\b(repeated|second treatment|back[- ]to[- ]back)\b/i.exec(
      text,
    );
  if (!told) return 1;
  if (told[1]) return Number(told[1]);
  if (told[2]) return /three|3/i.test(told[2]) ? 3 : 2;
  return 2;
};

const givenOf = (
  reading: ServiceReading,
  code: ProcedureCode,
  matches: readonly TermMatch<ProcedureCode>[],
): readonly GivenDrug[] => {
  const routed = matches.flatMap((match) => {
    const around = textOf(nearby(reading, match.statement, { back: 2, on: 2 }));
    const route = routeOf(code, match.statement, around);
    return route && !isForHome(match.statement.text) ? [{ match, route }] : [];
  });
  const [first] = routed;
  if (!first) return [];
  const own = routed.map(({ match }) => match);
  const { units, rules, questions } = dosed(reading, code, own, first.route);
  const service = { code: code.code, units, said: own, rules, ...(questions && { questions }) };
  return [{ code, route: first.route, matches: own, service }];
};

/** Waste of a single-dose container: its own line with JW, or JZ where the note says that there was none. */
const withWaste = (
  reading: ServiceReading,
  { code, matches, service }: GivenDrug,
): readonly CountedService[] => {
  const { dose } = code;
  const around = textOf([
    ...new Set(matches.flatMap(({ statement }) => nearby(reading, statement, { back: 0, on: 3 }))),
  ]);
  const wasted = dose && discardedIn(around, dose);
  if (dose && wasted) {
    const rules = [`${wasted} ${dose.unit} of a single-dose container discarded`];
    return [service, { ...service, units: unitsOf(wasted, dose), modifiers: ['JW'], rules, questions: [] }];
  }
  return [
    nothingDiscarded.test(around)
      ? { ...service, modifiers: ['JZ'], rules: [...service.rules, 'JZ: nothing discarded'] }
      : service,
  ];
};

/** The drugs that were injected, infused or inhaled here, each once. */
export const findGivenDrugs = (reading: ServiceReading): readonly GivenDrug[] => {
  const matches = reading.statements
    .filter(({ section }) => !['background', 'review'].includes(section))
    .flatMap((statement) => keepMostSpecific(matchTerms(statement, index)).slice(0, 12))
    .filter((match) => wasDone(match, 'procedure', reading.dateOfService));
  return [...new Set(matches.map(({ meaning }) => meaning))].flatMap((code) =>
    givenOf(reading, code, matches.filter(({ meaning }) => meaning === code).slice(0, 12)),
  );
};

/** Drugs by units of their descriptor, over all places they were given to. */
export const drugServices = (
  reading: ServiceReading,
  given: readonly GivenDrug[],
): readonly CountedService[] => given.flatMap((drug) => withWaste(reading, drug));
