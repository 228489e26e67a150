import type { CalendarDate } from '../../../domain/calendar.ts';
import { type EarlierService, nameOf } from '../../../domain/history/earlier-service.ts';
import type { Edit, EncounterToScrub, Objection } from '../../edit.ts';
import { dayOf, eachService, pathOf } from '../../facts/each-service.ts';
import { giverOf, isOfPayer, type Likeness, likenessOf } from '../../facts/history.ts';
import { isFaceToFace, isNewPatientVisit } from '../../facts/service-kinds.ts';

/** So many years before or after a day; a patient is new again on the day on which three have gone. */
const yearsFrom = (day: CalendarDate, years: number): CalendarDate =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Read or told by telephone, a service is not face to face. */
const wasFaceToFace = ({ procedure, modifiers }: EarlierService): boolean =>
  isFaceToFace(procedure) && !modifiers.some((one) => ['26', 'TC', '93'].includes(one));

type Seen = { readonly earlier: EarlierService; readonly likeness: Likeness };

/** The last face-to-face service within three years; one of surely the same specialty before all others. */
const lastSeen = (seen: readonly Seen[]): Seen | undefined =>
  seen.findLast(({ likeness }) => likeness === 'same') ??
  seen.findLast(({ likeness }) => likeness === 'perhaps');

const seenAs = {
  same: 'by the same physician, or one of the same group and specialty',
  perhaps: 'in the practice, by somebody whose specialty may count as the same',
} as const;

const checkNew = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isNewPatientVisit(service.procedure)) return [];
    const day = dayOf(service, encounter);
    const giver = giverOf(service, encounter);
    const since = yearsFrom(day, -3);
    const seen = (encounter.history ?? [])
      .filter((one) => since < one.date && one.date < day && wasFaceToFace(one))
      .map((earlier) => ({ earlier, likeness: likenessOf(giver, earlier) }));
    const last = lastSeen(seen);
    if (!last || last.likeness === 'other') return [];
    const { earlier, likeness } = last;
    const what = `${service.procedure} is for new patients, and this one was seen on ${earlier.date} ${seenAs[likeness]} (${earlier.procedure}, ${nameOf(earlier)})`;
    const how =
      likeness === 'same'
        ? 'choose the code for an established patient.'
        : 'choose the code for an established patient, or answer why the specialties differ.';
    const severity = likeness === 'same' && isOfPayer(earlier, encounter) ? 'block' : 'warn';
    return [{ path: pathOf(at, 'procedure'), detail: `${what}: ${how}`, severity, others: [earlier] }];
  });

/** A visit that is registered late makes a later one, billed as that of a new patient, one of an established patient. */
const checkBilledAsNew = (encounter: EncounterToScrub): readonly Objection[] => {
  const told = new Set<EarlierService>();
  return eachService(encounter, (service, at) => {
    if (!isFaceToFace(service.procedure) || service.modifiers.some((one) => ['26', 'TC', '93'].includes(one)))
      return [];
    const day = dayOf(service, encounter);
    const until = yearsFrom(day, 3);
    const giver = giverOf(service, encounter);
    return (encounter.history ?? [])
      .filter(
        (one) =>
          day < one.date &&
          one.date < until &&
          !told.has(one) &&
          isNewPatientVisit(one.procedure) &&
          likenessOf(giver, one) === 'same',
      )
      .map((later) => {
        told.add(later);
        const detail = `${later.procedure} of ${later.date} (${nameOf(later)}) was billed for a new patient, and by this visit the patient was not: correct that one to the code for an established patient.`;
        return { path: pathOf(at, 'procedure'), detail, others: [later] };
      });
  });
};

const source =
  'CPT: a new patient had no face-to-face service of the physician, or of the same group and specialty, for three years; CMS, Medicare Claims Processing Manual 12, 30.6.7; CARC B16';

/** Edits on new patients, by what was done on other visits. */
export const newPatientEdits: readonly Edit[] = [
  { code: 'history-new-patient', desk: 'coder', source, check: checkNew },
  {
    code: 'history-billed-as-new',
    desk: 'biller',
    source,
    severity: 'warn',
    check: checkBilledAsNew,
  },
];
