import type { Statement } from '../../note/read-statements.ts';
import { matchesOf } from '../../words/matches-of.ts';
import { findDone, findTold, says } from '../reading/find-done.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';
import { isRuledOut } from '../reading/was-done.ts';
import { unitsByTotal, unitsPerCode } from './therapy-units.ts';

/** Timed services of therapists, each with the words and numbers that notes write for it. */
const timed: readonly (readonly [string, RegExp])[] = [
  ['97110', /\b(97110|ther(apeutic|\.)? ?ex(ercises?|\.)?\b|thera?ex|there-?ex|te\b(?=\s*[:(x\d-]))/gi],
  [
    '97112',
    /\b(97112|neuro(-| )?muscular re-?ed(ucation|\.)?|neuro re-?ed\w*|nmr\b(?=\s*[:(x\d-])|nmre|balance training)/gi,
  ],
  ['97113', /\b(97113|aquatic (therapy|exercises?))/gi],
  ['97116', /\b(97116|gait training)/gi],
  ['97124', /\b(97124|therapeutic massage|massage)/gi],
  [
    '97140',
    /\b(97140|manual( therapy| techniques?)?\b(?! (muscle|dexterity|wheelchair))|mt\b(?=\s*[:(x\d-])|joint mobili[sz]ations?)/gi,
  ],
  ['97530', /\b(97530|ther(apeutic|\.)? ?act(ivit(y|ies)|\.)?|functional activities|ta\b(?=\s*[:(x\d-]))/gi],
  ['97535', /\b(97535|self[- ]care(\/home management)?( training)?|adl training|home management training)/gi],
  ['97035', /\b(97035|therapeutic ultrasound|ultrasound)/gi],
  [
    '97032',
    /\b(97032|attended (e-?stim\w*|electrical stimulation)|manual (e-?stim|electrical stimulation))/gi,
  ],
  ['97033', /\b(97033|iontophoresis)/gi],
  ['97542', /\b(97542|wheelchair (management|training))/gi],
  ['97750', /\b(97750|physical performance test\w*)/gi],
  ['97760', /\b(97760|orthotic (management|training|fitting)( and training)?)/gi],
  ['97761', /\b(97761|prosthetic training)/gi],
  ['97533', /\b(97533|sensory integration)/gi],
];

const untimed: readonly (readonly [string, RegExp])[] = [
  ['97012', /\b(97012|mechanical (\w+ )?traction)\b/i],
  [
    '97014',
    /\b(97014|g0283|(unattended )?(e-?stim\w*|electrical stimulation|ifc|interferential( current)?|ems|nmes))\b/i,
  ],
  ['97016', /\b(97016|vasopneumatic\w*|game ?ready)\b/i],
  ['97018', /\b(97018|paraffin)\b/i],
  ['97150', /\b(97150|group therapy|group therapeutic)\b/i],
  ['92507', /\b(92507|speech( and |-|\/)?(language)? ?(therapy|treatment))\b/i],
  ['92526', /\b(92526|(dysphagia|swallow\w*|feeding) (therapy|treatment))\b/i],
];

type Discipline = 'GP' | 'GO' | 'GN';

const disciplines: readonly (readonly [Discipline, RegExp])[] = [
  ['GN', /\b(speech[- ]language patholog\w*|speech therap\w*|ccc-slp|slp)\b/i],
  [
    'GO',
    /\b(occupational therap\w*|otr\/?l?|cota|\bot (eval\w*|re-?eval\w*|treatment|daily|note|visit|progress))\b/i,
  ],
  [
    'GP',
    /\b(physical therap\w*|dpt|mpt|pta|\bpt (eval\w*|re-?eval\w*|treatment|daily|note|visit|progress|session))\b/i,
  ],
];

/** A plan "refer to physical therapy" makes no therapist of the writer: the head or foot of the note does. */
const writerOf = ({ statements }: ServiceReading): Discipline | undefined => {
  const edges = [...statements.slice(0, 5), ...statements.slice(-3)].map(({ text }) =>
    text.replace(
      /\b(refer\w*|order\w*|continue|start|recommend\w*|completed|attend\w*|in|to|for|with|of|sessions of)\s+(\w+ )?(to )?(physical|occupational|speech) therapy\b/gi,
      '',
    ),
  );
  const named = disciplines.find(([, pattern]) => edges.some((text) => pattern.test(text)))?.[0];
  const [head = ''] = edges;
  const initials = /^\W*(PT|OT|SLP)\b/.exec(head)?.[1];
  return named ?? (initials ? byInitials[initials] : undefined);
};

const byInitials: Readonly<Record<string, Discipline>> = { PT: 'GP', OT: 'GO', SLP: 'GN' };

const codeTable = /^(97|92)\d{3}|^G0283/;

type Found = {
  readonly code: string;
  readonly minutes: number | undefined;
  readonly units: number | undefined;
  readonly said: Said;
};

/** The minutes that belong to a service stand behind its name, before that of the next one; else right before it. */
const measureAt = (
  text: string,
  start: number,
  end: number,
  next: number,
): Pick<Found, 'minutes' | 'units'> => {
  const behind = text.slice(end, Math.min(next, end + 90));
  const [after] = minutesIn(behind);
  const shorthand = /^\W{0,3}(?:\([^)]*\)\W{0,3})?(?:x\s?)?(\d{1,2})(?:'|\s?m(?:in)?\b)/i.exec(behind)?.[1];
  const units = /\b(?:x\s?)?([1-8])\s*(?:units?|u)\b|\bx\s?([1-4])\b(?!\s*(?:\d|sets?|reps?|min))/i.exec(
    behind,
  );
  const [before] = minutesIn(text.slice(Math.max(0, start - 28), start)).slice(-1);
  const isOwn =
    before &&
    /^\s*(of|minutes of|min|x|-|:)?\s*(?:the\s)?$/i.test(
      text.slice(Math.max(0, start - 28), start).slice(before.end),
    );
  const minutes =
    after?.minutes ?? (shorthand ? Number(shorthand) : undefined) ?? (isOwn ? before.minutes : undefined);
  const unitsTold = units ? Number(units[1] ?? units[2]) : undefined;
  return { minutes, units: unitsTold };
};

const servicesIn = (statement: Statement, patterns: typeof timed): readonly Found[] => {
  const { text, start } = statement;
  const places = patterns
    .flatMap(([code, pattern]) =>
      matchesOf(text, pattern).map(({ index, 0: words }) => ({ code, index, end: index + words.length })),
    )
    .sort((a, b) => a.index - b.index);
  return places.map(({ code, index, end }, at) => {
    const next = places.slice(at + 1).find((other) => other.code !== code)?.index ?? text.length;
    return {
      code,
      ...measureAt(text, index, end, next),
      said: { statement, start: start + index, end: start + end },
    };
  });
};

const best = (all: readonly Found[]): readonly Found[] =>
  [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const own = all.filter((one) => one.code === code);
    const measured = own.filter(({ minutes, units }) => minutes !== undefined || units !== undefined);
    return (measured.length > 0 ? measured : own).slice(0, 1);
  });

const counted = (reading: ServiceReading, found: readonly Found[]): readonly CountedService[] => {
  const minutes = found.flatMap(({ code, minutes: told }) =>
    told === undefined ? [] : [{ code, minutes: told }],
  );
  const units = (reading.payer === 'medicare' ? unitsByTotal : unitsPerCode)(minutes);
  const rule =
    reading.payer === 'medicare'
      ? "Medicare's total of timed minutes"
      : 'each code by its own minutes, from eight on';
  return found.flatMap((one): readonly CountedService[] => {
    if (one.minutes !== undefined) {
      const own = units.find(({ code }) => code === one.code);
      return own ? [{ ...own, said: [one.said], rules: [`${one.minutes} minutes`, rule] }] : [];
    }
    if (one.units !== undefined)
      return [
        { code: one.code, units: one.units, said: [one.said], rules: ['units as the note states them'] },
      ];
    return [
      {
        code: one.code,
        units: 1,
        said: [one.said],
        rules: [],
        questions: [`How many minutes of ${one.code} were given?`],
        doubtful: true,
      },
    ];
  });
};

const evaluations: Readonly<
  Record<
    'GP' | 'GO',
    { readonly low: string; readonly moderate: string; readonly high: string; readonly again: string }
  >
> = {
  GP: { low: '97161', moderate: '97162', high: '97163', again: '97164' },
  GO: { low: '97165', moderate: '97166', high: '97167', again: '97168' },
};
const evaluation =
  /\b(initial (pt |ot |physical therapy |occupational therapy )?eval\w*|(pt|ot|physical therapy|occupational therapy) (initial )?eval\w*|evaluation:?\s*(low|moderate|high)|(low|moderate|high)[- ]complexity eval\w*|re-?eval\w*|9716[1-8])\b/i;

/** The complexity of an evaluation is the therapist's to state; where it is not, the lowest is what the words support. */
const evaluationOf = (reading: ServiceReading, discipline: Discipline): readonly CountedService[] => {
  if (discipline === 'GN') return [];
  const [said] = findTold(reading, evaluation);
  if (!said) return [];
  const text = reading.text;
  const codes = evaluations[discipline];
  if (/\bre-?eval\w*|97164|97168/i.test(said.statement.text) && !/\binitial\b/i.test(said.statement.text))
    return [{ code: codes.again, units: 1, said: [said], rules: ['a reevaluation'] }];
  const level =
    /\b(low|moderate|high)[- ]?(complexity)\b|\bcomplexity\s{0,9}[:\-–]?\s{0,9}(is |was )?(low|moderate|high)\b/i.exec(
      text,
    );
  const told = (level?.[1] ?? level?.[4])?.toLowerCase();
  const code = told === 'high' ? codes.high : told === 'moderate' ? codes.moderate : codes.low;
  const questions = told === undefined ? ['Of which complexity was the evaluation?'] : [];
  return [
    { code, units: 1, said: [said], rules: [`evaluation of ${told ?? 'unstated'} complexity`], questions },
  ];
};

/** A title that names no therapist: two timed services with their minutes are a therapist's day all the same. */
const byContent = ({ text }: ServiceReading, found: readonly Found[]): Discipline | undefined => {
  const measured = new Set(found.flatMap(({ code, minutes }) => (minutes === undefined ? [] : [code])));
  if (measured.size < 2) return undefined;
  return /\b(otr|occupational)\b/i.test(text) ? 'GO' : 'GP';
};

/** Therapy of a therapist's visit: evaluations, timed services by the payer's rule, and untimed ones. */
export const readTherapy: ServiceReader = (reading) => {
  if (!says(reading, /\b(ther|manual|gait|neuro|eval|9[27]\d{3}|adl|swallow|speech|hep\b)/i))
    return nothingRead;
  const patterns = timed.filter(([, pattern]) => reading.letters.mayHave(pattern));
  const found = reading.statements
    .filter(({ section }) => !['background', 'review', 'history'].includes(section))
    .flatMap((statement) => servicesIn(statement, patterns))
    .filter(
      ({ said, minutes, units }) =>
        !isRuledOut(said, reading.dateOfService) &&
        (minutes !== undefined || units !== undefined || said.statement.section === 'procedure'),
    );
  const discipline = writerOf(reading) ?? byContent(reading, found);
  if (!discipline) return nothingRead;
  const plain = untimed.flatMap(([code, pattern]): readonly CountedService[] => {
    const said = findDone(reading, pattern).filter(
      ({ statement }) =>
        statement.section === 'procedure' || /\d|today|performed|applied|given/i.test(statement.text),
    );
    const named = code === '97014' && reading.payer === 'medicare' ? 'G0283' : code;
    return said.length > 0 ? [{ code: named, units: 1, said, rules: ['untimed: once a visit'] }] : [];
  });
  const services = [...evaluationOf(reading, discipline), ...counted(reading, best(found)), ...plain].filter(
    ({ code }) => codeTable.test(code),
  );
  return {
    services: services.map((one) => ({
      ...one,
      modifiers: [discipline],
      rules: [...one.rules, `${discipline}: under the therapist's plan of care`],
    })),
  };
};
