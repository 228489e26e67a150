import { z } from 'zod';
import vaccineRows from './procedures-vaccines.json' with { type: 'json' };

/** A vaccine or antibody as a product: what it is called, and what its administration is reported by. */
const Vaccine = z.object({
  code: z.string(),
  description: z.string(),
  terms: z.array(z.string()),
  components: z.int().positive().describe('diseases that it is against, as 90461 counts them'),
  ages: z.object({ from: z.int(), to: z.int() }).optional().describe('whole years for which it is made'),
  route: z.literal('oral-nasal').optional().describe('given by mouth or nose, which 90473 is for'),
  admin: z.enum(['covid', 'rsv-antibody']).optional().describe('an administration of its own'),
  medicare: z.string().optional().describe('the administration that Medicare wants'),
});
export type Vaccine = z.infer<typeof Vaccine>;

export const vaccines: readonly Vaccine[] = z.array(Vaccine).parse(vaccineRows);
