import type { CodedService } from '../../../domain/coding.ts';
import { type EarlierService, nameOf } from '../../../domain/history/earlier-service.ts';
import { anatomicModifiers, distinctModifiers } from '../../../domain/visit/modifiers.ts';
import type { Edit, EncounterToScrub, Objection } from '../../edit.ts';
import { dayOf, eachService, pathOf } from '../../facts/each-service.ts';
import { earlierOn, giverOf, isOfPayer } from '../../facts/history.ts';

/** What says that the same was done again, or was distinct. */
const repeating = ['76', '77', '91', ...distinctModifiers];

/** What makes of one code another service: its place on the body, its component, its part, who did it. */
const telling = [
  ...anatomicModifiers,
  ...['26', 'TC', '50', '53', '54', '55', '56', '62', '66', '73', '74', '78', '79', '58'],
  ...['80', '81', '82', 'AS', 'JW', 'JZ', 'GP', 'GO', 'GN', 'QW', '90', '24', '25', '57', '27'],
];

const only = (modifiers: readonly string[], wanted: readonly string[]): string =>
  modifiers
    .filter((one) => wanted.includes(one))
    .toSorted()
    .join();

const isRepeated = ({ modifiers }: Pick<CodedService, 'modifiers'>): boolean =>
  modifiers.some((one) => repeating.includes(one));

/** exact: all modifiers are the same · alike: those that tell services apart are. */
const sameness = (service: CodedService, earlier: EarlierService): 'exact' | 'alike' | undefined => {
  if (isRepeated(service) || isRepeated(earlier)) return undefined;
  if (service.modifiers.toSorted().join() === earlier.modifiers.toSorted().join()) return 'exact';
  return only(service.modifiers, telling) === only(earlier.modifiers, telling) ? 'alike' : undefined;
};

const checkDuplicates = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const { procedure } = service;
    const day = dayOf(service, encounter);
    const { renderingProviderNpi } = giverOf(service, encounter);
    const same = earlierOn(day, encounter).flatMap((earlier) => {
      if (earlier.procedure !== procedure || earlier.renderingProviderNpi !== renderingProviderNpi) return [];
      const how = sameness(service, earlier);
      return how ? [{ earlier, isSure: how === 'exact' && isOfPayer(earlier, encounter) }] : [];
    });
    const found = same.find(({ isSure }) => isSure) ?? same[0];
    if (!found) return [];
    const { earlier, isSure } = found;
    const detail = `${procedure} of ${day} stands on ${nameOf(earlier)} already, of the same provider: leave it out here, correct that one where it was meant, or where the note shows that it was done again add 76 (a test: 91; distinct: X{EPSU} or 59).`;
    return [
      { path: pathOf(at, 'procedure'), detail, severity: isSure ? 'block' : 'warn', others: [earlier] },
    ];
  });

/** Edits on services that another claim of the patient has already. */
export const duplicateEdits: readonly Edit[] = [
  {
    code: 'history-duplicate',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 1, 120: exact and suspected duplicates; CARC 18',
    check: checkDuplicates,
  },
];
