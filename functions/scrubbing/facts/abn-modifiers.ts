import { isOriginalMedicare, type Payer } from '../../domain/payer.ts';
import { type Edit, type Objection, objectIf } from '../edit.ts';
import { eachService, pathOf } from './each-service.ts';

/** A required notice, none, and a voluntary one: only one of them can be true of a line. */
const notices = ['GA', 'GZ', 'GX'] as const;

/** What the law excludes is denied whether it was necessary or not: no notice about that goes with it. */
const contradiction = (carried: readonly string[], isExcluded: boolean): string | undefined => {
  if (carried.length > 1)
    return `${carried.join(' and ')}, which exclude one another: GA is a required notice on file, GZ none, GX a voluntary one, which may go with GY; keep what is true.`;
  return isExcluded && carried.some((one) => one !== 'GX')
    ? `GY, excluded by law, and ${carried.join()}, expected to be found not necessary: keep the one that is true; GX may go with GY.`
    : undefined;
};

const belongToMedicare = (
  carried: readonly string[],
  payer: Payer | undefined,
  procedure: string,
  path: string,
): readonly Objection[] => {
  if (!payer || carried.length === 0 || isOriginalMedicare(payer)) return [];
  const detail = `${carried.join(', ')} on ${procedure} tells of a notice that Original Medicare alone knows; take it off for ${payer.name}, unless the contract asks for it.`;
  return [{ path, detail, severity: 'warn' }];
};

/** The modifiers of the Advance Beneficiary Notice of Non-coverage. */
export const abnModifierEdit: Edit = {
  code: 'coverage-abn-modifiers',
  source: 'CMS-R-131; MLN Matters MM6563 on GA, GX, GY and GZ',
  check: (encounter) =>
    eachService(encounter, ({ procedure, modifiers }, at) => {
      const carried = notices.filter((notice) => modifiers.includes(notice));
      const path = pathOf(at, 'modifiers');
      const fault = contradiction(carried, modifiers.includes('GY'));
      return [
        ...objectIf(fault !== undefined, path, `${procedure} carries ${fault}`),
        ...belongToMedicare(carried, encounter.payer, procedure, path),
      ];
    }),
};
