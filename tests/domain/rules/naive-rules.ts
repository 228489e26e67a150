import type { Condition, Effect, PracticeRule } from '../../../functions/domain/rules/practice-rule.ts';
import type { RuledVisit } from '../../../functions/domain/rules/ruled-visit.ts';

/**
 * Rules as one would run them by hand, for the few properties that the random rules are of: a flat sheet of a visit is
 * changed in place, rule after rule. Nothing here is that of the product.
 */
export type Sheet = {
  place: string;
  note: string | undefined;
  authorization: string | undefined;
  referral: string | undefined;
  payers: string[];
  readonly type: string;
  readonly diagnoses: readonly string[];
  readonly services: {
    readonly procedure: string;
    readonly units: number;
    modifiers: string[];
    place: string | undefined;
  }[];
};

export const sheetOf = ({ registration, codes }: RuledVisit): Sheet => ({
  place: registration.placeOfService,
  note: registration.note?.text,
  authorization: registration.priorAuthorization,
  referral: registration.referralNumber,
  payers: ['P', 'S', 'T'].flatMap(
    (place) => registration.coverages.find((one) => one.responsibility === place)?.payerId ?? [],
  ),
  type: registration.patientType,
  diagnoses: codes.diagnoses,
  services: codes.services.map(({ procedure, units, modifiers, facts }) => ({
    ...{ procedure, units, modifiers: [...modifiers], place: facts?.placeOfService },
  })),
});

type Service = Sheet['services'][number];

const ofService = (sheet: Sheet, service: Service, field: string): unknown => {
  if (field === 'placeOfService') return service.place ?? sheet.place;
  return Reflect.get(service, field);
};

const valuesOf = (sheet: Sheet, at: number | undefined, path: string): unknown[] => {
  const [root, field = ''] = path.split('.');
  const single: Record<string, unknown> = {
    'registration.placeOfService': sheet.place,
    'registration.note.text': sheet.note,
    'registration.priorAuthorization': sheet.authorization,
    'registration.referralNumber': sheet.referral,
    'registration.patientType': sheet.type,
    'payer.payerId': sheet.payers[0],
    'secondary.payerId': sheet.payers[1],
    payerOrder: sheet.payers,
    'codes.diagnoses': sheet.diagnoses,
    'visit.services': sheet.services.length,
  };
  const found =
    root === 'services'
      ? sheet.services.map((one) => ofService(sheet, one, field))
      : root === 'service'
        ? sheet.services.filter((_, index) => index === at).map((one) => ofService(sheet, one, field))
        : [single[path]];
  return found.flat().filter((one) => one !== undefined);
};

const between = (value: unknown, range: Condition['inRange']): boolean => {
  if (range === undefined) return false;
  if (typeof range === 'string') {
    const [first = '', last = ''] = range.split('-');
    const isCode = typeof value === 'string' && /^\d{5}$/.test(value);
    return isCode && Number(first) <= Number(value) && Number(value) <= Number(last);
  }
  return Number(value) >= Number(range.from ?? -1) && Number(value) <= Number(range.to ?? 1e9);
};

export const holds = (sheet: Sheet, at: number | undefined, condition: Condition): boolean => {
  const { path, all, any, none, count } = condition;
  if (all) return !all.some((one) => !holds(sheet, at, one));
  if (any) return any.filter((one) => holds(sheet, at, one)).length > 0;
  if (none) return none.filter((one) => holds(sheet, at, one)).length === 0;
  if (count) {
    let found = 0;
    for (let index = 0; index < sheet.services.length; index += 1) if (holds(sheet, index, count)) found += 1;
    return found >= (condition.atLeast ?? 0) && found <= (condition.atMost ?? 1e9);
  }
  const values = valuesOf(sheet, at, path ?? '');
  if (condition.is !== undefined) return values.includes(condition.is);
  if (condition.isNot !== undefined) return !values.includes(condition.isNot);
  if (condition.oneOf) return condition.oneOf.some((one) => values.includes(one));
  if (condition.notOneOf) return !condition.notOneOf.some((one) => values.includes(one));
  if (condition.inRange !== undefined) return values.some((one) => between(one, condition.inRange));
  if (condition.startsWith !== undefined)
    return values.some((one) => String(one).indexOf(condition.startsWith ?? '') === 0);
  return condition.present ? values.length > 0 : values.length === 0;
};

const names = (condition: Condition): boolean => {
  if (condition.count) return false;
  const inner = condition.all ?? condition.any ?? condition.none;
  return inner ? inner.some(names) : (condition.path ?? '').startsWith('service.');
};

const fields = {
  'registration.placeOfService': 'place',
  'registration.priorAuthorization': 'authorization',
  'registration.referralNumber': 'referral',
} as const;

const write = (sheet: Sheet, service: Service | undefined, effect: Effect): 'full' | undefined => {
  const path = effect.set ?? effect.add ?? effect.remove ?? '';
  if (path === 'payerOrder') {
    const first = (effect.to as string[]).filter((one) => sheet.payers.includes(one));
    sheet.payers = [...first, ...sheet.payers.filter((one) => !first.includes(one))];
    return undefined;
  }
  if (path === 'service.modifiers' && service) {
    const value = String(effect.value);
    if (effect.remove) service.modifiers = service.modifiers.filter((one) => one !== value);
    else if (!service.modifiers.includes(value)) {
      if (service.modifiers.length === 4) return 'full';
      service.modifiers = [...service.modifiers, value];
    }
    return undefined;
  }
  if (path === 'service.placeOfService' && service) {
    if (effect.remove) service.place = undefined;
    else if (effect.set && (service.place ?? sheet.place) !== effect.to) service.place = String(effect.to);
    return undefined;
  }
  const field = fields[path as keyof typeof fields];
  const value = effect.copy ? valuesOf(sheet, undefined, effect.copy)[0] : (effect.to ?? effect.value);
  if (effect.remove) {
    if (field !== 'place' && (effect.value === undefined || sheet[field] === effect.value))
      sheet[field] = undefined;
  } else if (value !== undefined && (effect.set || sheet[field] === undefined)) sheet[field] = String(value);
  return undefined;
};

/** Runs rules over a sheet, which is changed; what is held and warned of, as "rule service". */
export const runNaively = (sheet: Sheet, rules: readonly PracticeRule[], day: string): string[] => {
  const told: string[] = [];
  for (const { ruleId, when, then, from, to, active } of rules) {
    if (!active || (from && day < from) || (to && day > to)) continue;
    const changes = then.some((one) => (one.set ?? one.add ?? one.remove ?? '').startsWith('service.'));
    const each = changes || (when !== undefined && names(when));
    const places = each ? sheet.services.map((_, at) => at) : [undefined];
    const found = places.filter((at) => when === undefined || holds(sheet, at, when));
    const taken = then.filter(({ remove, value }) => remove && value);
    for (const effect of [...taken, ...then.filter((one) => !taken.includes(one))]) {
      const path = effect.set ?? effect.add ?? effect.remove;
      if (path === undefined) told.push(...found.map((at) => `${ruleId} ${at ?? ''}`));
      else if (path.startsWith('service.')) {
        for (const at of found)
          if (write(sheet, sheet.services[at ?? 0], effect) === 'full') told.push(`${ruleId} full ${at}`);
      } else if (found.length > 0) write(sheet, undefined, effect);
    }
  }
  return told;
};
