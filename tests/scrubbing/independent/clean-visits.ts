import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../functions/domain/calendar.ts';
import { facilities, outside, payers, practice, providers } from './practice.ts';

/** Rows of a folder's tables, cell by cell; lines that begin with # are words to the reader. */
export const rowsOf = (folder: string, cells: number): readonly (readonly string[])[] =>
  readdirSync(join(import.meta.dirname, folder)).flatMap((name) =>
    readFileSync(join(import.meta.dirname, folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const parts = line.split('|').map((cell) => cell.trim());
        if (parts.length !== cells) throw new Error(`${name}: ${line} has ${parts.length} cells`);
        return parts;
      }),
  );

const pick = <T>(from: Readonly<Record<string, T>>, key: string): T => {
  const found = from[key];
  if (found === undefined) throw new Error(`There is no ${key}`);
  return found;
};

/** A service as it stands in the tables: 99214-25*2:AB, in parentheses what is known of it beside its code. */
export const readLine = (text: string) => {
  const match = /^(\w{5})((?:-\w\w)*)(?:\*([\d.]+))?(?:\(min=(\d+)\))?:([A-L]+)(?:\(ndc=(.+)\))?$/.exec(text);
  if (!match) throw new Error(`${text} is no service`);
  const [, procedure = '', modifiers = '', units = '1', minutes, pointers = '', drug] = match;
  const [ndc, quantity, unit] = drug?.split('/') ?? [];
  return {
    line: {
      procedure,
      modifiers: modifiers.split('-').slice(1),
      units: Number(units),
      diagnosisPointers: [...pointers].map((letter) => letter.charCodeAt(0) - 64),
    },
    facts: {
      ...(minutes && { minutes: Number(minutes) }),
      ...(drug && { drug: { ndc, quantity: Number(quantity), unit } }),
    },
  };
};

const home = { line1: '3 Elm Street', city: 'Fairhaven', state: 'OH', postalCode: '43099' };

/** Who holds the policy, at an age that goes with what the patient is to them. */
const subscriberFor = (relation: string, born: string) => ({
  lastName: 'Weller',
  firstName: 'Jordan',
  dateOfBirth: `${Number(born.slice(0, 4)) + (relation === 'child' ? -31 : 1)}-06-15`,
  gender: 'F',
  address: home,
});

const coverageOf = (text: string, at: number, born: string) => {
  const [key = '', rest = ''] = text.split(':');
  const [payerId = '', insuranceType] = key.split('#');
  const [relationship = 'self'] = rest.split('#').filter((one) => one !== '');
  return {
    ...{ payerId, relationship, memberId: pick(payers, payerId).card, responsibility: 'PST'[at] },
    ...(insuranceType && { insuranceType }),
    ...(relationship === 'employee' && { employer: { name: 'Quarry and Sons', address: home } }),
    ...(['child', 'spouse', 'other'].includes(relationship) && {
      subscriber: subscriberFor(relationship, born),
    }),
  };
};

const accidentOf = (text: string) => {
  const [cause, date, state, claimNumber] = text.split('/');
  return { causes: [cause], date, ...(state && { state }), ...(claimNumber && { claimNumber }) };
};

/** What is registered beside the codes, by the word that stands for it in the tables. */
const besides: Readonly<Record<string, (value: string, rendering: object) => object>> = {
  clia: () => ({ cliaNumber: '36D0988777' }),
  order: (whom, rendering) => ({ orderingProvider: whom === 'self' ? rendering : outside }),
  refer: () => ({ referringProvider: outside }),
  fac: (key) => ({ serviceFacility: pick(facilities, key) }),
  auth: (priorAuthorization) => ({ priorAuthorization }),
  accident: (text) => ({ accident: accidentOf(text) }),
  incident: (key) => ({
    incidentTo: {
      supervisingProviderNpi: pick(providers, key).npi,
      supervisorPresent: true,
      establishedPlan: true,
      newProblem: false,
    },
  }),
  admit: (admission) => ({ dates: { admission } }),
  discharge: (discharge) => ({ dates: { discharge } }),
  firsttx: (initialTreatment) => ({ dates: { initialTreatment } }),
  onset: (onset) => ({ dates: { onset } }),
  lastseen: (lastSeen) => ({ dates: { lastSeen } }),
  care: (assumedCare) => ({ dates: { assumedCare } }),
  spinal: (condition) => ({ spinalManipulation: { condition } }),
  surgery: (procedure) => ({ anesthesiaSurgery: [procedure] }),
  mammo: () => ({ mammographyCertification: '204412' }),
  homebound: () => ({ homebound: true }),
  pregnant: () => ({ pregnant: true }),
  abn: () => ({ note: { type: 'ADD', text: 'Notice signed and on file' } }),
  refclia: () => ({}),
};

const besideOf = (text: string, rendering: object) => {
  const parts = text
    .split(' ')
    .filter((one) => one !== '')
    .map((word) => {
      const [key = '', ...value] = word.split(':');
      return pick(besides, key)(value.join(':'), rendering);
    });
  const dates = Object.assign({}, ...parts.map((part) => ('dates' in part ? part.dates : {})));
  return Object.assign({}, ...parts, Object.keys(dates).length > 0 ? { dates } : {});
};

/** A visit with all that it is scrubbed with, as plain data. */
export type Case = {
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: changed by path, and checked by the product's own schemas
  visit: any;
  diagnoses: string[];
  lines: ReturnType<typeof readLine>['line'][];
  // biome-ignore lint/suspicious/noExplicitAny: as above
  practice: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  payers: any[];
  prices: Record<string, number | undefined>;
  today: string;
  without: string | undefined;
  /** What was done for the patient on other visits. */
  history: unknown[];
  /** What payers authorized for the patient. */
  authorizations: unknown[];
  /** What became of services alike. */
  outcomes: unknown[];
};

const caseOf = (row: readonly string[]): Case => {
  const [id = '', day = '', place, who = '', patient = '', paying = '', dx = '', done = '', beside = ''] =
    row;
  const rendering = pick(providers, who);
  const [, gender, born = '', type] = /^([FMU])(\S+) ([en])$/.exec(patient) ?? [];
  const read = done.split(' ').map(readLine);
  const sentOut = beside.includes('refclia') ? { referringCliaNumber: '36D0555111' } : {};
  const isRepeated = (code: string) => read.filter(({ line }) => line.procedure === code).length > 1;
  const services = read
    .map(({ line, facts }) => ({
      procedure: line.procedure,
      ...facts,
      ...(isRepeated(line.procedure) && { modifiers: line.modifiers }),
      ...sentOut,
    }))
    .filter((facts) => Object.keys(facts).some((key) => key !== 'procedure' && key !== 'modifiers'));
  const names = paying === 'self' ? [] : paying.split('+');
  const dateOfService = `20${day}`;
  return {
    id,
    visit: {
      version: 2,
      patient: {
        ...{ patientId: `P-${id}`, lastName: 'Weller', firstName: 'Robin', dateOfBirth: born, gender },
        address: home,
      },
      coverages: names.map((name, at) => coverageOf(name, at, born)),
      ...{ dateOfService, placeOfService: place, renderingProviderNpi: rendering.npi },
      patientType: type === 'n' ? 'new' : 'established',
      ...besideOf(beside, rendering),
      ...(services.length > 0 && { services }),
    },
    diagnoses: dx.split(' '),
    lines: read.map(({ line }) => line),
    practice: structuredClone(practice),
    payers: Object.values(payers).map(({ payer }) => structuredClone(payer)),
    prices: {},
    today: addDays(dateOfService, 7),
    without: undefined,
    history: [],
    authorizations: [],
    outcomes: [],
  };
};

/** The clean visits: what a good biller would send, and a payer pay. */
export const cleanVisits = (): readonly Case[] => rowsOf('visits', 9).map(caseOf);
