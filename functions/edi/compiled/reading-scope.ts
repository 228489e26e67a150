import { plainAmount } from '../text/amounts.ts';
import {
  dayAt,
  periodAt,
  readCount,
  readDate,
  readMoney,
  readQuantity,
  readText,
} from '../text/element-values.ts';
import { missing, missingDate } from '../text/faults.ts';
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
  periodAt,
  plainAmount,
  readCount,
  readDate,
  readMoney,
  readQuantity,
  readText,
  repetitionEnd,
  shortText,
};
