import { z } from 'zod';
import rows from './medications.json' with { type: 'json' };

/** Medicines of one class by their generic and brand names. */
const MedicationClass = z.object({
  class: z.string(),
  supply: z.enum(['prescription', 'over-the-counter']),
  names: z.array(z.string()),
  prescriptionFromMg: z.number().optional().describe('single doses in mg from here on need a prescription'),
});
export type MedicationClass = z.infer<typeof MedicationClass>;

const parsed = z.object({ stems: z.array(z.string()), classes: z.array(MedicationClass) }).parse(rows);

export const medicationClasses: readonly MedicationClass[] = parsed.classes;

/** Endings by which nonproprietary names tell their class (USAN stems); all of them need a prescription. */
export const prescriptionStems: readonly string[] = parsed.stems;
