import type { Statement } from '../../note/read-statements.ts';
import { findNamed, findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

/** From so many minutes on; below the first no psychotherapy is reported. */
const byMinutes = [
  { from: 53, alone: '90837', beside: '90838' },
  { from: 38, alone: '90834', beside: '90836' },
  { from: 16, alone: '90832', beside: '90833' },
] as const;

/** The code of psychotherapy for its minutes, alone or beside a visit; undefined below sixteen minutes. */
export const psychotherapyCode = (minutes: number, isBesideVisit: boolean): string | undefined => {
  const row = byMinutes.find(({ from }) => minutes >= from);
  return row && (isBesideVisit ? row.beside : row.alone);
};

const therapy =
  /\b(psycho-?therapy|individual (therapy|counseling|session)|therapy session|emdr|supportive therapy|cbt(?:-i)? session|session \d+\b[^;]{0,40}(?:start|min)|(?:supportive|cognitive|behaviou?ral|insight\w*|motivational)(?:,? (?:and|&) \w+)? (?:psycho)?therapy|(cognitive[- ]behaviou?ral|supportive|insight[- ]oriented|interpersonal|dialectical\w*|emdr|cpt|dbt|act|cbt|psychodynamic|exposure) (psycho)?therap\w+)\b/i;
const therapyNote =
  /\b(psycho-?therapy|counseling|therapy) (progress |session )?note|individual (psycho)?therapy|\btherapy (session|progress note)|\b(lcsw|lmft|lpc|lmhc|lcpc|psyd|licensed (clinical social worker|professional counselor|psychologist))\b/i;
const prescriber =
  /\b(MD|NP|PA-C|PMHNP|APRN|[Pp]sychiatrist|(?:PSYCHIATRY|[Pp]sychiatry)|[Pp]sychiatric (?:follow|medication|progress)|[Mm]edication (?:management|visit|work)|E\/M|e\/m)\b|,\s*DO\b/;
/** Credentials by their capitals: "do" is a verb. */
const medical = /\b(MD|NP|PMHNP|APRN|[Pp]sychiatrist)\b|,\s*DO\b/;
const nonPrescriber =
  /\b(lcsw|lmft|lpc|lmhc|lcpc|psyd|phd|psychologist|social worker|counselor|therapist)\b/i;
const treats =
  /\b(start(ed)?|continu\w*|increas\w*|decreas\w*|refill\w*|titrat\w*|add(ed)?|switch\w*|taper\w*|cont|keep|prescrib\w*)\b[^;]{0,50}\b(\d+ ?mg|sertraline|fluoxetine|escitalopram|citalopram|bupropion|lithium|lamotrigine|quetiapine|aripiprazole|venlafaxine|duloxetine|mirtazapine|buspirone|clonazepam|lorazepam|methylphenidate|adderall|vyvanse|trazodone|olanzapine|risperidone|prazosin|hydroxyzine)/i;
const telehealth =
  /\b(telehealth|telemedicine|live video|audio-?video|by video|video visit|via (zoom|doxy\S*|video)|two-way (audio|video))\b/i;
const sessionTime =
  /\b(session|psycho-?therapy|therapy|start|time in|face[- ]to[- ]face|time spent|duration|total time|minutes?|min)\b/i;
const notTherapy =
  /\b(e\/m|medication management|documentation|chart review|total (visit|encounter) time|sleep\w*|late|ago|walk\w*|exercise|meditat\w*)\b/i;

/** A prescriber who treats with medicines at the visit has an E/M there, beside which psychotherapy is an add-on. */
const isBesideVisit = ({ text, statements }: ServiceReading): boolean => {
  const edges = textOf([...statements.slice(0, 6), ...statements.slice(-3)]);
  if (nonPrescriber.test(edges) && !medical.test(edges)) return false;
  return (
    /\b(separate|apart) (from|and apart from) (the )?(e\/m|medical|medication|evaluation)|in addition to (the )?e\/m|add-?on/i.test(
      text,
    ) ||
    (prescriber.test(edges) && treats.test(text))
  );
};

/** The minutes of the psychotherapy itself: those that stand with its name before those of the whole session. */
const minutesOf = (
  reading: ServiceReading,
  said: readonly Said[],
): { readonly minutes: number; readonly said: Said } | undefined => {
  const own = said.map(({ statement }) => statement);
  const timed = reading.statements.filter(
    ({ text }) =>
      sessionTime.test(text) &&
      minutesIn(text).length > 0 &&
      !/\b(e\/m|medication management) time\b/i.test(text),
  );
  for (const some of [
    own,
    own.flatMap((statement) => nearby(reading, statement, { back: 1, on: 1 })),
    timed,
  ]) {
    for (const statement of some) {
      const told = minutesIn(statement.text).filter(
        ({ index, minutes }) =>
          minutes <= 120 &&
          !notTherapy.test(
            statement.text
              .slice(0, index)
              .replace(/\b(separate|apart) (from|and apart from) [^:,;)]*/i, '')
              .slice(-25),
          ),
      );
      const [first] = told;
      const clear =
        told.find(({ end }) =>
          /^\s*(?:of\s+|in\s+|for\s+)?(?:\w+\s+){0,2}(psycho)?therapy/i.test(statement.text.slice(end)),
        ) ?? first;
      if (clear)
        return {
          minutes: clear.minutes,
          said: { statement, start: statement.start + clear.index, end: statement.start + clear.end },
        };
    }
  }
  return undefined;
};

const intake =
  /\b(psychiatric (diagnostic )?(intake|evaluation)|diagnostic (interview|evaluation|assessment)|initial (psychiatric|psychological|behavioral health|mental health) (evaluation|assessment|intake)|intake (evaluation|assessment|session)|biopsychosocial( intake)? assessment|(clinical|psychosocial|(psycho)?therapy) intake)\b/i;
const family = /\b(family|couples?|conjoint) (psycho)?therapy\b/i;
const group = /\bgroup (psycho)?therapy\b/i;
const crisis = /\bcrisis (psycho)?therapy|psychotherapy for crisis\b/i;
const absent =
  /\b(without (the )?(patient|client)|(patient|client) (was )?(not|absent)|parents? only|(patient|client|child) (was )?not present)\b/i;

const one = (code: string, said: readonly Said[], rule: string, units = 1): readonly CountedService[] => [
  { code, units, said, rules: [rule] },
];

const crisisCodes = (said: readonly Said[], minutes: number | undefined): readonly CountedService[] => {
  if (minutes === undefined || minutes < 30) return [];
  const further = Math.floor(Math.max(0, minutes - 74 + 29) / 30);
  const rule = `${minutes} minutes of psychotherapy for crisis`;
  return [
    ...one('90839', said, rule),
    ...(minutes > 74 ? one('90840', said, rule, Math.max(1, further)) : []),
  ];
};

const isTherapist = ({ statements, text, titles }: ServiceReading): boolean =>
  therapyNote.test(titles) ||
  statements.some((one) => therapy.test(one.text) && minutesIn(one.text).length > 0) ||
  statements.slice(0, 4).some((one) => therapy.test(one.text)) ||
  therapyNote.test(textOf([...statements.slice(0, 6), ...statements.slice(-3)])) ||
  /\bpsycho-?therapy\b/i.test(text);

/** What kind of session the note's head names, where it is no individual psychotherapy. */
const specialSession = (reading: ServiceReading): readonly CountedService[] | undefined => {
  const head = { ...reading, statements: reading.statements.slice(0, 8) };
  const [crisisSaid, familySaid, groupSaid] = [
    findTold(reading, crisis),
    findTold(head, family),
    findTold(head, group),
  ];
  if (crisisSaid.length > 0) return crisisCodes(crisisSaid, minutesOf(reading, crisisSaid)?.minutes);
  if (groupSaid.length > 0) return one('90853', groupSaid, 'psychotherapy of a group');
  if (familySaid.length === 0) return undefined;
  const minutes = minutesOf(reading, familySaid)?.minutes;
  if (minutes !== undefined && minutes < 26) return [];
  return one(says(reading, absent) ? '90846' : '90847', familySaid, 'family therapy, 26 minutes at least');
};

/** A heading is no statement: what follows it stands for it. */
const whole = (statement: Statement): Said => ({
  statement,
  start: statement.start,
  end: statement.start + statement.text.length,
});

/** "Diagnostic evaluation" over a note is an intake where the note is of a mind and not of a chest. */
const isTitledIntake = ({ titles, text }: ServiceReading): boolean =>
  intake.test(titles) && (ofMind.test(titles) || ofMind.test(text));

const ofMind =
  /\b(psych\w*|therap(y|ist)|lcsw|lmft|lpc\w?|lmhc|panic|anxi\w+|depress\w+|ptsd|trauma history|mood|mental|substance use|suicid\w+)\b/i;

const intakeOf = (reading: ServiceReading): readonly CountedService[] | undefined => {
  const told = findTold({ ...reading, statements: reading.statements.slice(0, 5) }, intake);
  const said = told.length > 0 || !isTitledIntake(reading) ? told : reading.statements.slice(0, 1).map(whole);
  if (said.length === 0) return undefined;
  const edges = textOf([...reading.statements.slice(0, 5), ...reading.statements.slice(-3)]);
  const isMedical =
    !/\b(no|without) medical services?\b/i.test(edges) &&
    (medical.test(edges) || (says(reading, treats) && !nonPrescriber.test(edges)));
  return isMedical
    ? one('90792', said, 'psychiatric intake with medical services')
    : one('90791', said, 'psychiatric intake');
};

const individual = (reading: ServiceReading): ReturnType<ServiceReader> => {
  const said = findNamed(reading, therapy).filter(
    ({ statement }) =>
      !['background', 'review'].includes(statement.section) &&
      !/\b(with|by|from) (her|his|their|an?|another|outside) (\w+ )?(therapist|counselor|psychologist)|refer\w*/i.test(
        statement.text,
      ),
  );
  if (
    !isTherapist(reading) ||
    (said.length === 0 &&
      !therapyNote.test(reading.titles) &&
      !therapyNote.test(textOf([...reading.statements.slice(0, 6), ...reading.statements.slice(-2)])))
  )
    return nothingRead;
  const measured = minutesOf(reading, said);
  if (!measured)
    return said.length > 0
      ? { services: [], questions: ['How many minutes of psychotherapy were given (90832 takes 16)?'] }
      : nothingRead;
  const code = psychotherapyCode(measured.minutes, isBesideVisit(reading));
  if (!code)
    return {
      services: [],
      refused: [
        {
          code: '90832',
          said: [measured.said],
          rule: 'psychotherapy of fewer than 16 minutes is not reported',
        },
      ],
    };
  return {
    services: one(code, [measured.said, ...said.slice(0, 2)], `${measured.minutes} minutes of psychotherapy`),
  };
};

/** Psychotherapy by its minutes, alone or beside a visit, with 95 where it was held by video. */
export const readPsychotherapy: ServiceReader = (reading) => {
  if (!says(reading, /therap|psych|counsel|intake|lcsw|lmft|lpc|emdr/i) && !intake.test(reading.titles))
    return nothingRead;
  const special = intakeOf(reading) ?? specialSession(reading);
  const read = special ? { services: special } : individual(reading);
  if (!telehealth.test(textOf(reading.statements.slice(0, 8)))) return read;
  return { ...read, services: read.services.map((service) => ({ ...service, modifiers: ['95'] })) };
};
