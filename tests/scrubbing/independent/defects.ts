import { type Case, cleanVisits, readLine, rowsOf } from './clean-visits.ts';

/** What somebody got wrong on a clean visit, and by whom it should be found and mended. */
export type Defect = {
  readonly id: string;
  readonly what: string;
  readonly edit: string;
  readonly desk: string;
  readonly severity: string;
  readonly broken: Case;
};

const read = (text: string, { visit }: Case): unknown => {
  const written = text.replaceAll('$rendering', visit.renderingProviderNpi);
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'number' ? written : value;
  } catch {
    return written;
  }
};

/** Sets what a path such as visit.coverages.0.memberId names, or takes it away. */
// biome-ignore lint/suspicious/noExplicitAny: any record of the case
const put = (of: any, path: readonly string[], value: unknown): void => {
  const [key = '', ...rest] = path;
  if (rest.length > 0) put(of[key], rest, value);
  else if (value === undefined) delete of[key];
  else of[key] = value;
};

const enrolmentOf = (broken: Case): Record<string, string> =>
  broken.practice.enrolments.find(
    (one: Record<string, string>) =>
      one.providerNpi === broken.visit.renderingProviderNpi &&
      one.payerId === broken.visit.coverages[0].payerId,
  );

// biome-ignore lint/suspicious/noExplicitAny: any record of the case
const recordOf = (broken: Case, name: string): any => {
  const { visit, practice, payers } = broken;
  if (name === 'visit') return visit;
  if (name === 'practice') return practice;
  if (name === 'payer') return payers.find(({ payerId }) => payerId === visit.coverages[0].payerId);
  if (name === 'enrolment') return enrolmentOf(broken);
  return practice.providers.find(({ npi }: { npi: string }) => npi === visit.renderingProviderNpi);
};

/** The words of a change, and what each does to the case. */
const changes: readonly (readonly [RegExp, (broken: Case, ...parts: string[]) => void])[] = [
  [
    /^line \+: (.+)$/,
    ({ lines }, text = '') => {
      lines.push(readLine(text).line);
    },
  ],
  [
    /^line (\d+): (.+)$/,
    ({ lines }, at, text = '') => {
      lines[Number(at) - 1] = readLine(text).line;
    },
  ],
  [
    /^line (\d+) -$/,
    ({ lines }, at) => {
      lines.splice(Number(at) - 1, 1);
    },
  ],
  [
    /^dx: (.+)$/,
    (broken, codes = '') => {
      broken.diagnoses = codes.split(' ');
    },
  ],
  [
    /^charge (\w{5})=(\w+)$/,
    ({ prices }, code = '', price) => {
      prices[code] = price === 'none' ? undefined : Number(price);
    },
  ],
  [
    /^today=(.+)$/,
    (broken, day = '') => {
      broken.today = day;
    },
  ],
  [
    /^without=(.+)$/,
    (broken, set) => {
      broken.without = set;
    },
  ],
  [
    /^earlier (\S+): (.+)$/,
    (broken, date, text = '') => {
      const { procedure, modifiers, units } = readLine(text).line;
      const { npi, taxonomy } = recordOf(broken, 'provider');
      const { payerId } = broken.visit.coverages[0];
      const told = { visit: 'E-OTHER', claimId: 'C2345CDFHJ', status: 'submitted' };
      const done = { date, procedure, modifiers, units, payerId };
      broken.history.push({ ...done, renderingProviderNpi: npi, taxonomy, ...told });
    },
  ],
  [
    /^authorized (\S+) (\d+) (units|visits) of (\w{5})$/,
    (broken, number, quantity, of, procedure) => {
      const { payerId } = broken.visit.coverages[0];
      const limit = { of, quantity: Number(quantity) };
      const days = { from: '2020-01-01', to: '2030-12-31' };
      broken.authorizations.push({ number, payerId, limit, ...days, services: [{ from: procedure }] });
    },
  ],
  [
    /^denied (\w+) of (\d+): (.+)$/,
    (broken, reason, times, text = '') => {
      const { procedure, modifiers } = readLine(text).line;
      const month = broken.visit.dateOfService.slice(0, 7);
      const diagnosis = broken.diagnoses[0]?.slice(0, 3);
      const line = { procedure, modifiers, diagnosis, month, lineNumber: 1, submission: 1 };
      for (let at = 0; at < Number(times); at += 1)
        broken.outcomes.push({ ...line, claimId: `C${at}`, denials: [reason] });
    },
  ],
  [
    /^-enrolment$/,
    ({ practice, visit }) => {
      practice.enrolments = practice.enrolments.filter(
        (one: { providerNpi: string }) => one.providerNpi !== visit.renderingProviderNpi,
      );
    },
  ],
  [
    /^-(\w+)\.(\S+)$/,
    (broken, record = '', path = '') => put(recordOf(broken, record), path.split('.'), undefined),
  ],
  [
    /^(visit|practice|payer|provider|enrolment)\.([\w.]+)=(.+)$/,
    (broken, record = '', path = '', text = '') =>
      put(recordOf(broken, record), path.split('.'), read(text, broken)),
  ],
];

const change = (broken: Case, text: string): void => {
  const [form, apply] = changes.find(([one]) => one.test(text)) ?? [];
  if (!form || !apply) throw new Error(`${text} is no change`);
  apply(broken, ...(form.exec(text) ?? []).slice(1));
};

/** The defects as they happen in clinics, each made on a clean visit. */
export const defects = (): readonly Defect[] => {
  const clean = new Map(cleanVisits().map((visit) => [visit.id, visit]));
  return rowsOf('defects', 7).map(
    ([id = '', of = '', what = '', edit = '', desk = '', severity = '', text = '']) => {
      const broken = structuredClone(clean.get(of));
      if (!broken) throw new Error(`${id}: there is no visit ${of}`);
      for (const one of text.split(';')) change(broken, one);
      return { id, what, edit, desk, severity, broken };
    },
  );
};
