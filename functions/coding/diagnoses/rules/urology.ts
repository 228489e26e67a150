import { isWithin } from '../../../../codesets/code-notation.ts';
import { changing, type GuidelineRule, recoded } from './ruling.ts';

/** Symptoms of the lower urinary tract that N40.1 asks for: "use additional code for associated symptoms". */
const lowerTract = ['R35', 'R33', 'R39.1', 'N39.4', 'R32'];

/** An enlarged prostate with symptoms that are documented beside it is N40.1 or N40.3, and the symptoms follow. */
const prostate = changing((found, note) => {
  if (!found.some(({ entry }) => isWithin(entry.code, lowerTract))) return found;
  const rule = 'N40: with the symptoms of the lower urinary tract that are coded beside it';
  return found.map((one) => {
    if (!['N40.0', 'N40.2'].includes(one.entry.code)) return one;
    return recoded(one, one.entry.code === 'N40.0' ? 'N40.1' : 'N40.3', rule, note);
  });
});

export const urologyRules: readonly GuidelineRule[] = [prostate];
