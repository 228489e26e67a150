import type { Draft } from '../draft.ts';
import { addAddress } from '../facts/add-person.ts';
import { sexOf, stampOf } from '../facts/values.ts';
import type { Segment } from './message.ts';
import { addPerson, addProvider, codedAt, phoneAt } from './types.ts';

export type TakeSegment = (draft: Draft, segment: Segment) => void;

const addAddressOf = (draft: Draft, segment: Segment, field: number, whose: string): void => {
  const at = (component: number) => segment.at(field, component);
  const address = { lines: [at(1), at(2)], city: at(3), state: at(4), postalCode: at(5), country: at(6) };
  addAddress(draft, whose, address, segment.source(field));
};

/** Numbers of social security are nobody's chart, and nothing here needs them. */
const addIds = (draft: Draft, segment: Segment): void => {
  for (const repetition of segment.repetitions(3).keys())
    if (segment.at(3, 5, repetition) !== 'SS')
      draft.fact('patient.id', segment.at(3, 1, repetition), segment.source(3, 1));
  if (segment.raw(3) === '') draft.fact('patient.id', segment.at(2), segment.source(2, 1));
};

const takePatient: TakeSegment = (draft, segment) => {
  addPerson(draft, segment, 5, 'patient');
  draft.fact('patient.birthDate', stampOf(segment.at(7)), segment.source(7));
  draft.fact('patient.sex', sexOf(segment.at(8)), segment.source(8));
  addIds(draft, segment);
  addAddressOf(draft, segment, 11, 'patient');
  draft.fact('patient.phone', phoneAt(segment, 13), segment.source(13));
  for (const repetition of segment.repetitions(13).keys())
    draft.fact('patient.email', segment.at(13, 4, repetition), segment.source(13, 4));
  draft.fact('patient.accountNumber', segment.at(18), segment.source(18, 1));
};

const takeVisit: TakeSegment = (draft, segment) => {
  draft.fact('visit.class', segment.at(2), segment.source(2));
  const place = [1, 2, 3, 4].map((component) => segment.at(3, component));
  draft.fact('visit.location', place.filter((part) => part).join(' ') || segment.at(3, 9), segment.source(3));
  addProvider(draft, segment, 7, 'provider');
  addProvider(draft, segment, 8, 'referringProvider');
  addProvider(draft, segment, 9, 'consultingProvider');
  addProvider(draft, segment, 17, 'admittingProvider');
  draft.fact('visit.number', segment.at(19), segment.source(19, 1));
  draft.fact('visit.date', stampOf(segment.at(44))?.slice(0, 10), segment.source(44));
  draft.fact('visit.endDate', stampOf(segment.at(45))?.slice(0, 10), segment.source(45));
};

const takeCoverage: TakeSegment = (draft, segment) => {
  draft.fact('coverage.payerName', segment.at(4), segment.source(4, 1));
  draft.fact('coverage.payerId', segment.at(3), segment.source(3, 1));
  draft.fact('coverage.planName', segment.at(2, 2) ?? segment.at(2), segment.source(2));
  draft.fact('coverage.groupNumber', segment.at(8), segment.source(8));
  draft.fact('coverage.groupName', segment.at(9), segment.source(9, 1));
  draft.fact('coverage.start', stampOf(segment.at(12)), segment.source(12));
  draft.fact('coverage.end', stampOf(segment.at(13)), segment.source(13));
  addPerson(draft, segment, 16, 'coverage.subscriber');
  draft.fact('coverage.relationship', segment.at(17, 2) ?? segment.at(17), segment.source(17));
  draft.fact('coverage.subscriber.birthDate', stampOf(segment.at(18)), segment.source(18));
  const field = segment.at(36) === undefined ? 49 : 36;
  draft.fact('coverage.memberId', segment.at(field), segment.source(field, 1));
};

const takeGuarantor: TakeSegment = (draft, segment) => {
  addPerson(draft, segment, 3, 'guarantor');
  addAddressOf(draft, segment, 5, 'guarantor');
};

const takeAppointment: TakeSegment = (draft, segment) => {
  draft.fact('visit.date', stampOf(segment.at(11, 4))?.slice(0, 10), segment.source(11, 4));
  draft.fact('visit.reason', codedAt(segment, 7), segment.source(7));
};

const takeDocument: TakeSegment = (draft, segment) => {
  draft.fact('document.type', codedAt(segment, 2), segment.source(2));
  draft.fact(
    'document.date',
    stampOf(segment.at(4) ?? segment.at(6))?.slice(0, 10),
    segment.source(segment.at(4) ? 4 : 6),
  );
  addProvider(draft, segment, 9, 'provider');
  addProvider(draft, segment, 5, 'provider');
  draft.fact('document.id', segment.at(12), segment.source(12, 1));
  draft.fact('document.status', segment.at(17), segment.source(17));
};

/** Segments that say who the patient is, where the visit was, and who pays. */
export const registrationSegments: Readonly<Record<string, TakeSegment>> = {
  PID: takePatient,
  PV1: takeVisit,
  PV2: (draft, segment) => draft.fact('visit.reason', codedAt(segment, 3), segment.source(3)),
  IN1: takeCoverage,
  GT1: takeGuarantor,
  SCH: takeAppointment,
  TXA: takeDocument,
};
