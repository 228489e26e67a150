import { z } from 'zod';
import measuredRows from './procedures-measured.json' with { type: 'json' };

const Region = z.enum([
  'eyelid',
  'nose',
  'ear',
  'lip',
  'face',
  'scalp',
  'neck',
  'axilla',
  'genitalia',
  'hand',
  'foot',
  'trunk',
  'arm',
  'leg',
]);
/** A region of the skin, as the codes of repairs and excisions part them. */
export type Region = z.infer<typeof Region>;

const MeasuredFamily = z.enum([
  'simple repair',
  'intermediate repair',
  'complex repair',
  'benign excision',
  'malignant excision',
  'malignant destruction',
  'shave removal',
]);
export type MeasuredFamily = z.infer<typeof MeasuredFamily>;

/** Codes of one family for a group of regions, each up to so many centimetres; the last has no end. */
const MeasuredGroup = z.object({
  family: MeasuredFamily,
  regions: z.array(Region),
  sizes: z.array(z.object({ to: z.number().optional(), code: z.string() })),
  further: z
    .object({ code: z.string(), each: z.number(), above: z.number() })
    .optional()
    .describe('an add-on for every further length, or part of it, above the last size'),
});
export type MeasuredGroup = z.infer<typeof MeasuredGroup>;

const Measured = z.object({
  regions: z.array(z.object({ region: Region, words: z.array(z.string()) })),
  families: z.array(MeasuredGroup),
});

const measured = Measured.parse(measuredRows);

export const skinRegions = measured.regions;

/** The codes of a family where a region belongs to them; undefined where the family has none for it. */
export const measuredGroup = (family: MeasuredFamily, region: Region): MeasuredGroup | undefined =>
  measured.families.find((group) => group.family === family && group.regions.includes(region));

/** Every code that is chosen by a length or size. */
export const measuredCodes: ReadonlySet<string> = new Set(
  measured.families.flatMap(({ sizes, further }) => [
    ...sizes.map(({ code }) => code),
    ...(further ? [further.code] : []),
  ]),
);

/** The code of a length in centimetres, and units of the add-on beyond the last size. */
export const codeOfLength = (
  { sizes, further }: MeasuredGroup,
  length: number,
): { readonly code: string; readonly further?: { readonly code: string; readonly units: number } } => {
  const size = sizes.find(({ to }) => to === undefined || length <= to);
  const code = size?.code ?? sizes[0]?.code ?? '';
  const units = further && length > further.above ? Math.ceil((length - further.above) / further.each) : 0;
  return further && units > 0 ? { code, further: { code: further.code, units } } : { code };
};
