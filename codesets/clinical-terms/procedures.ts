import { z } from 'zod';
import { CodeSystem } from '../../functions/domain/coding.ts';
import { ProcedureCode, procedureCodes } from '../code-set.ts';
import countedRows from './procedures-counted.json' with { type: 'json' };
import drugRows from './procedures-drugs-supplies.json' with { type: 'json' };
import imagingRows from './procedures-imaging.json' with { type: 'json' };
import officeRows from './procedures-office.json' with { type: 'json' };
import specialtyRows from './procedures-specialties.json' with { type: 'json' };
import testRows from './procedures-tests.json' with { type: 'json' };
import { vaccines } from './vaccines.ts';
import { visitCodes } from './visits.ts';

const Named = z.object({ name: z.string(), terms: z.array(z.string()) });

/** A test that counts once towards the data of an E/M; tests of one panel count once together. */
const OfficeTest = Named.extend({
  code: z.string().optional().describe('the CPT code when it is done in the office'),
  pointOfCare: z.boolean().default(false).describe('by its nature done where the patient is'),
  panel: z.string().optional(),
});
export type OfficeTest = z.infer<typeof OfficeTest>;

/** Radiographs of one body part: each code applies from so many views on. */
const RadiographSite = z.object({
  site: z.string(),
  terms: z.array(z.string()),
  sided: z.boolean(),
  codes: z.array(z.object({ views: z.int(), code: z.string() })),
});
export type RadiographSite = z.infer<typeof RadiographSite>;

const Imaging = z.object({
  modalities: z.array(Named),
  radiographs: z.array(RadiographSite),
  sites: z.array(z.object({ site: z.string(), terms: z.array(z.string()) })),
});

export const officeTests: readonly OfficeTest[] = z.array(OfficeTest).parse(testRows);
export const imaging = Imaging.parse(imagingRows);

const rows = z.array(ProcedureCode);
const own: readonly ProcedureCode[] = [
  ...[...rows.parse(countedRows), ...rows.parse(officeRows), ...rows.parse(specialtyRows)].map((row) => ({
    ...row,
    system: CodeSystem.enum.CPT,
  })),
  ...rows.parse(drugRows).map((row) => ({ ...row, system: CodeSystem.enum.HCPCS })),
];
const radiographs: readonly ProcedureCode[] = imaging.radiographs.flatMap(({ site, sided, codes }) =>
  codes.map(({ code }) => ({
    ...ProcedureCode.parse({
      code,
      description: `X-ray of the ${site}`,
      validFrom: '2025-10-01',
      kind: 'imaging',
      sided,
      interpretation: true,
    }),
    system: CodeSystem.enum.CPT,
  })),
);

const vaccineRows: readonly ProcedureCode[] = vaccines.map(({ code, description }) => ({
  ...ProcedureCode.parse({
    code,
    description,
    validFrom: '2025-10-01',
    kind: 'immunization',
    treats: ['Z23'],
  }),
  system: CodeSystem.enum.CPT,
}));

/** Where the starter set and this table know the same code, this table's words hold. */
const catalog = new Map<string, ProcedureCode>(
  [...procedureCodes, ...visitCodes, ...own, ...vaccineRows, ...radiographs].map((row) => [row.code, row]),
);

/** Procedures, tests, drugs and supplies of an office that notes are searched for, one entry a code. */
export const officeProcedures: readonly ProcedureCode[] = [...catalog.values()];

const radiographCodes = new Set(radiographs.map(({ code }) => code));

/** Radiographs are read by body part and views, not by a name of their own. */
export const isRadiograph = (code: string): boolean => radiographCodes.has(code);

/** What the catalogue says of a CPT or HCPCS code, on whatever date. */
export const officeProcedure = (code: string): ProcedureCode | undefined => catalog.get(code);
