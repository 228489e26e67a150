import type { CalendarDate } from '../../domain/calendar.ts';
import type { Provider } from '../../domain/party.ts';
import type { Attachment, ServiceFacts } from '../../domain/visit/service-facts.ts';
import { type Cents, cents, sum } from '../../edi/money.ts';
import type { FormClaim } from './form-claim.ts';
import { type Filled, mark, noBox, oneOnly, put } from './form-entry.ts';
import { formAmount, formProse, formValue, putDate, signedName } from './form-text.ts';
import { grid } from './grid.ts';

/** What is known of the services on the page. */
export const factsOnPage = ({ lines }: Pick<FormClaim, 'lines'>): readonly ServiceFacts[] =>
  lines.flatMap(({ facts }) => facts ?? []);

/** Boxes 10a to 10d: what the condition comes from, and condition codes. */
export const causeBoxes = ({ claim: { visit } }: FormClaim): Filled => {
  const { accident, conditionCodes = [] } = visit ?? {};
  const causes = accident?.causes ?? [];
  const isAuto = causes.includes('auto');
  return [
    ...mark(grid.employment[causes.includes('employment') ? 'yes' : 'no']),
    ...mark(grid.autoAccident[isAuto ? 'yes' : 'no']),
    ...put(grid.accidentState, isAuto ? accident?.state : undefined),
    ...mark(grid.otherAccident[causes.includes('other') ? 'yes' : 'no']),
    ...put(grid.claimCodes, conditionCodes.join(' ')),
  ];
};

/** A date with what it is the date of. */
type Qualified = { readonly qualifier: string; readonly date: CalendarDate };

const qualified = (qualifier: string, date: CalendarDate | undefined): Qualified[] =>
  date === undefined ? [] : [{ qualifier, date }];

/** Boxes 14 and 15. An injury begins with its accident, where no other onset is known. */
export const dateBoxes = (form: FormClaim): Filled => {
  const { dates = {}, accident } = form.claim.visit ?? {};
  const [current, ...furtherCurrent] = [
    ...qualified('431', dates.onset),
    ...qualified('484', dates.lastMenstrualPeriod),
    ...(dates.onset ? [] : qualified('431', accident?.date)),
  ];
  const [other, ...furtherOther] = otherDates(form);
  return [
    ...putDate(grid.currentDate, current?.date),
    ...put(grid.currentQualifier, current?.qualifier),
    ...put(grid.otherDateQualifier, other?.qualifier),
    ...putDate(grid.otherDate, other?.date),
    ...furtherCurrent
      .filter(({ date }) => date !== accident?.date)
      .map(({ qualifier }) => oneOnly('14', `It takes one date: the one qualified ${qualifier} is left out`)),
    ...furtherOther.map(({ qualifier }) =>
      oneOnly('15', `It takes one date: the one qualified ${qualifier} is left out`),
    ),
  ];
};

/** Dates for box 15, each once, that of an accident first: no payer decides an injury without it. */
const otherDates = (form: FormClaim): readonly Qualified[] => {
  const { dates = {}, accident } = form.claim.visit ?? {};
  const all = [
    ...qualified('439', accident?.date),
    ...qualified('454', dates.initialTreatment),
    ...qualified('304', dates.lastSeen),
    ...qualified('453', dates.acuteManifestation),
    ...qualified('455', dates.lastXRay),
    ...qualified('471', dates.prescription),
    ...qualified('090', dates.assumedCare),
    ...qualified('091', dates.relinquishedCare),
    ...qualified('444', dates.firstContact),
    ...factsOnPage(form).flatMap((facts) => [
      ...qualified('454', facts.initialTreatmentDate),
      ...qualified('304', facts.lastSeenDate),
      ...qualified('455', facts.lastXRayDate),
      ...qualified('471', facts.prescriptionDate),
    ]),
  ];
  return [...new Map(all.map((one) => [`${one.qualifier}/${one.date}`, one])).values()];
};

/** Boxes 16 and 18: days without work, days in a hospital. */
export const periodBoxes = ({ claim: { visit } }: FormClaim): Filled => {
  const { dates = {} } = visit ?? {};
  return [
    ...putDate(grid.unableToWork.from, dates.disabilityFrom),
    ...putDate(grid.unableToWork.to, dates.disabilityTo),
    ...putDate(grid.hospitalization.from, dates.admission),
    ...putDate(grid.hospitalization.to, dates.discharge),
  ];
};

const roles = { DN: 'referring', DK: 'ordering', DQ: 'supervising' } as const;

type Source = { readonly qualifier: keyof typeof roles; readonly provider: Provider };

const sourceOf = (qualifier: Source['qualifier'], provider: Provider | undefined): Source[] =>
  provider ? [{ qualifier, provider }] : [];

/** Boxes 17 and 17b name one provider, by the form's order: who referred, who ordered, who supervised. */
export const sourceBoxes = (form: FormClaim): Filled => {
  const { referringProvider, visit } = form.claim;
  const facts = factsOnPage(form);
  const [source, ...further] = [
    ...sourceOf('DN', referringProvider),
    ...facts.flatMap((one) => sourceOf('DN', one.referringProvider)),
    ...sourceOf('DK', visit?.orderingProvider),
    ...facts.flatMap((one) => sourceOf('DK', one.orderingProvider)),
    ...sourceOf('DQ', visit?.supervisingProvider),
    ...facts.flatMap((one) => sourceOf('DQ', one.supervisingProvider)),
  ];
  if (!source) return [];
  const others = further.filter(({ provider }) => provider.npi !== source.provider.npi);
  return [
    ...put(grid.sourceQualifier, source.qualifier),
    ...put(grid.sourceName, signedName(source.provider)),
    ...put(grid.sourceNpi, source.provider.npi),
    ...others.map(({ qualifier, provider: { npi } }) =>
      oneOnly('17', `It names one provider: the ${roles[qualifier]} one (NPI ${npi}) is left out`),
    ),
  ];
};

/** PWK, report type, way of transmission and control number in one word. */
const attachmentWord = ({ reportType, transmission, controlNumber = '' }: Attachment): string =>
  formValue(`PWK${reportType}${transmission}${controlNumber}`);

/** What stands between pieces of supplemental information. */
export const apart = '   ';

/** Box 19: what follows by another way, whole; then the note, as far as there is room. */
export const informationBoxes = (form: FormClaim): Filled => {
  const { note, attachments = [] } = form.claim.visit ?? {};
  const all = [...attachments, ...factsOnPage(form).flatMap((facts) => facts.attachments ?? [])];
  const words = [...new Set(all.map(attachmentWord))];
  return putWithProse(grid.moreInformation, words, note && formProse(note.text));
};

/** Puts pieces that must stay whole, and prose behind them that is cut to the room that is left. */
export const putWithProse = (
  field: typeof grid.moreInformation,
  pieces: readonly string[],
  prose: string | undefined,
  of?: string,
): Filled => {
  const whole = pieces.join(apart);
  if (!prose) return put(field, whole, of);
  const room = field.length - (whole === '' ? 0 : whole.length + apart.length);
  const kept = prose.slice(0, Math.max(0, room)).trimEnd();
  return [
    ...put(field, [whole, kept].filter(Boolean).join(apart), of),
    ...(kept.length < prose.length
      ? [
          {
            code: 'cut',
            path: `box ${field.box}${of ? `, ${of}` : ''}`,
            detail: `It has room for ${kept.length} of ${prose.length} characters of the text: the end is cut`,
          },
        ]
      : []),
  ];
};

/** Box 20: what the practice bought from somebody else, and for how much. */
export const laboratoryBoxes = (form: FormClaim): Filled => {
  const purchased = factsOnPage(form).flatMap(({ purchasedService }) => purchasedService ?? []);
  if (purchased.length === 0) return mark(grid.outsideLaboratory.no);
  const charge: Cents = sum(purchased.map((one) => cents(one.charge)));
  const sellers = new Set(purchased.map(({ providerNpi }) => providerNpi));
  return [
    ...mark(grid.outsideLaboratory.yes),
    ...put(grid.laboratoryCharge, formAmount(charge)),
    ...(sellers.size > 1
      ? [noBox('box 20', 'Services bought from several providers belong on a claim for each of them')]
      : []),
  ];
};
