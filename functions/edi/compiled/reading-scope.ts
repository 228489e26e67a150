import { plainAmount } from '../text/amounts.ts';
import {
  dayAt,
  periodAt,
  readCount,
  readDate,
  readMoney,
  readQuantity,
  readText,
  readTime,
} from '../text/element-values.ts';
import { missing, missingDate, spare, wholeOrNothing } from '../text/faults.ts';
import { pack } from '../text/pack.ts';
import { componentEnd, isComponentEnd, repetitionEnd } from '../text/parts.ts';
import { codeText, shortText } from '../text/short-texts.ts';
import { more } from './lists.ts';

/** What generated readers call, by the names that it has in their text. */
export const readingScope = {
  codeText,
  componentEnd,
  dayAt,
  isComponentEnd,
  missing,
  missingDate,
  more,
  pack,
  periodAt,
  plainAmount,
  readCount,
  readDate,
  readMoney,
  readQuantity,
  readText,
  readTime,
  repetitionEnd,
  shortText,
  spare,
  wholeOrNothing,
};
