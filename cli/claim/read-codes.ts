import { z } from 'zod';
import { checkJson } from '../../functions/domain/check-input.ts';
import { CodedService, EncounterCodes } from '../../functions/domain/coding.ts';
import type { Checked } from '../../functions/domain/finding.ts';

/** Claims are written without the dot of a code; whoever copies one from there may leave it out here, too. */
const withDot = (code: string): string => code.replace(/^([A-Z0-9]{3})([A-Z0-9]+)$/, '$1.$2');

/** A service points at the first diagnoses where nobody says at which. */
const mostPointers = 4;

const { diagnoses, services } = EncounterCodes.shape;
const { units, diagnosisPointers } = CodedService.shape;

const ServiceOfFile = z.strictObject({
  ...CodedService.shape,
  units: units.default(1),
  diagnosisPointers: diagnosisPointers.optional(),
});

/** `CODES.json`: diagnoses and services; of a service all but its procedure may be left out. */
const CodesFile = z
  .strictObject({
    diagnoses: z.array(z.string().transform(withDot)).pipe(diagnoses),
    services: z.array(ServiceOfFile).min(1),
  })
  .transform((codes) => {
    const first = codes.diagnoses.slice(0, mostPointers).map((_, at) => at + 1);
    const pointing = codes.services.map((one) => ({
      ...one,
      diagnosisPointers: one.diagnosisPointers ?? first,
    }));
    return { diagnoses: codes.diagnoses, services: pointing };
  })
  .superRefine((codes, context) => {
    codes.services.forEach((one, at) => {
      if (Math.max(...one.diagnosisPointers) <= codes.diagnoses.length) return;
      context.addIssue({
        code: 'custom',
        path: ['services', at, 'diagnosisPointers'],
        message: `It points beyond the diagnoses, of which there are ${codes.diagnoses.length}: count them from 1`,
      });
    });
    const { error } = services.safeParse(codes.services);
    for (const { message, path } of error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['services', ...path], message });
  });

/** Reads the codes of a visit from a file's text; what is left out of a service is what it mostly is. */
export const readCodes = (text: string): Checked<EncounterCodes> => checkJson(CodesFile, text);
