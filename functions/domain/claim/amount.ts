import { z } from 'zod';
import { cents } from '../../edi/money.ts';

/** Whole cents of a record, of either sign. */
export const Amount = z.int().transform(cents);
