import everydayWords from '../../../codesets/clinical-terms/everyday-words.json' with { type: 'json' };
import problemAbbreviations from '../../../codesets/clinical-terms/problem-abbreviations.json' with {
  type: 'json',
};
import { sites } from '../dictionary/cost-of-words.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Word } from '../words/read-words.ts';
import { wordKey } from '../words/word-key.ts';
import { courseWords, headOf } from './head-of-line.ts';

const everyday: ReadonlySet<string> = new Set(everydayWords);

/** In capitals among small letters a word is an acronym: DISH, POTS, TRAPS. */
const isAcronym = ({ text, start }: Statement, word: Word): boolean => {
  const one = text.slice(word.start - start, word.end - start);
  return one === one.toUpperCase() && text !== text.toUpperCase();
};

/** Whether nothing but the word, its side, place and course stands where the line names the problem: "Callus, left foot". */
const isWholeHead = (statement: Statement, word: Word): boolean => {
  if (!statement.leads) return false;
  const head = statement.start + headOf(statement.text).length;
  return (
    word.start < head &&
    statement.words.every(
      (other) =>
        other.start >= head ||
        other === word ||
        courseWords.has(other.key) ||
        sites.has(wordKey(other.plain)) ||
        /^\d/.test(other.plain),
    )
  );
};

const onlyOfProblems: ReadonlySet<string> = new Set(problemAbbreviations);

const written = ({ text, start }: Statement, word: Word): string =>
  text.slice(word.start - start, word.end - start);

/** What may stand before an abbreviation that names a problem, since the last comma: its number, side, place or course. */
const isBeforeName = (plain: string): boolean =>
  courseWords.has(plain) || sites.has(wordKey(plain)) || /^\d{1,2}$/.test(plain);

/** HS is a skin disease where a line of the assessment begins with it or lists it, and the hour of sleep elsewhere. */
const isListed = (statement: Statement, word: Word): boolean => {
  if (!statement.leads || (statement.section !== 'assessment' && statement.section !== 'reason'))
    return false;
  const before = statement.text.slice(0, word.start - statement.start);
  // "COPD (HCC)" is a flag of the record.
  if (before.endsWith('(')) return false;
  const from =
    statement.start + Math.max(...[',', ';', '/', '&', '+'].map((sign) => before.lastIndexOf(sign))) + 1;
  return statement.words.every(
    (other) => other.start < from || other.start >= word.start || isBeforeName(other.plain),
  );
};

/** What carries the name of a condition and is none: the Asthma Foundation, an arthritis cookbook, Migraine Awareness Month. */
const namedAfter =
  /^(['’]s)?[ -]+((?!by |in |of |with |for |on |at |from |to |and |or )\w+ )?(foundation|society|association|associates|cent(er|re)|institute|awareness|month|week of|walk-?a-?thon|charity|fundraiser|cookbook|textbook|book|brochure|leaflet|pamphlet|flyers?|posters?|magazine|podcast|documentary|chapter|course|first aid|software|school|rental|diary|calendar|racehorse|ribbon|glass collection)\b/i;

/** "Phenylephrine PE 10 mg", "MS 15 mg": a dose follows a drug. */
const dosed = /^\s*\d+(\.\d+)?\s?(mg|mcg|g|ml|units?|tabs?)\b/i;

/** "COPD exacerbation (HCC)" is a mark of risk adjustment; of a liver it may be the carcinoma. */
const isRiskMark = (written: string, before: string, text: string): boolean =>
  written === 'HCC' && /\($/.test(before) && !/\b(liver|hepat\w+|cirrho\w+|AFP|LI-?RADS)\b/i.test(text);

/** Infections that a test is called after, and what is done with such a test. */
const testedFor =
  /^(hiv|hcv|hbv|hbsag|hep(atitis)? [abc]|rpr|vdrl|syphilis|gc|ct|gonorrhea|chlamydia|trich\w*|tb|flu|influenza|covid(-?19)?|sars-?cov-?2|rsv|strep|mono|lyme|cmv|ebv|mrsa|h\.? ?pylori|hpv|hsv|measles|mumps|rubella|varicella|c\.? diff\w*)$/i;
const doneWithTest =
  /^[^.;]{0,60}\b(ordered|drawn|sent|collected|obtained|pending|done|due|declined|utd|up to date|not detected|non-?reactive|ab|abs|antibod\w+|ag|antigen|swabs?|pcr|naat|titers?|serolog\w+|panel|screen\w*)\b/i;
const testsAhead =
  /\b(order(ed|s)?|check(ed)?|send|sent|draw|drawn|baseline|labs?|tests?|screen(ing|ed)?|obtain(ed)?|swab(bed)?|add)\b[^.;]{0,50}$/i;

/** A line of health maintenance: "Colon cancer: FIT ordered", "Breast ca - mammogram due". */
const screeningLabel =
  /\b(breast|colon|colorectal|cervical|lung|prostate|skin) (ca|cancer)\s*(:|\s[-–])\s*(last |next |annual |yearly )?(fit\b|fit-?dna|cologuard|fobt|colonoscopy|mammo\w*|pap\b|hpv\b|psa\b|ldct|low[- ]dose|skin (check|exam)|up to date|utd|due\b|not due|declined|screen\w*|n\/a|average risk)/i;

/** "Dr. Graves", "Mr. Bell": a name. */
const titled = /\b(Dr|Mr|Mrs|Ms|Miss|Nurse|Prof|Professor|Coach)\.? $/;

/** "Clean dry skin" is how to put on a cream. */
const prepared = /\bclean,? $/i;

/** An abbreviation; words of a disease are longer. */
const shortName = 4;

/** "Acne-like bumps", "a psoriasiform rash": what looks like it is none. */
const likeIt = /^-(like|appearing|mimicking)\b/i;

/** "Source HIV negative", "HIV PEP": the virus of a test, of another, or that is guarded against. */
const virusOfOther =
  /^\W{0,3}(\w+ ){0,2}(neg(ative)?|non-?reactive|pep|prep|prophylaxis|risk|exposure|status|counsel\w*|education|viral load|source|serology)\b/i;
/** "Allergic to penicillin (rash), latex (hives)": what stands in brackets is what happens. */
const reactsTo = /\b(allerg(y|ies|ic)( to)?|nkda|intoleran\w+)\b[^.;]*\([^()]*$/i;
/** "DVT ppx", "GI prophylaxis": what is prevented is not there. */
const prevented = /^\W{0,2}(ppx|prophy\w*|prevention|precautions?|risk)\b/i;

const isNameOfOther = ({ text, start }: Statement, words: readonly Word[]): boolean => {
  const [from, to] = [words[0]?.start ?? start, words.at(-1)?.end ?? start];
  const before = text.slice(Math.max(0, from - start - 60), from - start);
  const written = text.slice(from - start, to - start);
  const behind = text.slice(to - start, to - start + 80);
  return (
    (/^allerg(y|ies)$/i.test(written) && /^\s*:/.test(behind)) ||
    titled.test(before) ||
    prepared.test(before) ||
    likeIt.test(behind) ||
    prevented.test(behind) ||
    (reactsTo.test(text.slice(0, from - start)) && /^[^()]{0,20}\)/.test(text.slice(to - start))) ||
    (/^hiv$/i.test(written) &&
      (virusOfOther.test(behind) || /\bsource( patient)?( is| was)?\W*$/i.test(before))) ||
    namedAfter.test(behind) ||
    (written.length <= shortName && written === written.toUpperCase() && dosed.test(behind)) ||
    isRiskMark(written, before, text) ||
    (testedFor.test(written) && (doneWithTest.test(behind) || testsAhead.test(before))) ||
    (/\b(ca|cancer)$/i.test(written) && screeningLabel.test(text))
  );
};

/**
 * Whether a mention names a condition, and not what is called after one. A single word that English has for other
 * things too ("mole", "shake", "charge") names one only where it is all that the line of a problem says.
 */
export const isConditionHere = (statement: Statement, words: readonly Word[]): boolean => {
  if (isNameOfOther(statement, words)) return false;
  if (words.some((one) => onlyOfProblems.has(written(statement, one)) && !isListed(statement, one)))
    return false;
  const [word, ...others] = words;
  if (!word || others.length > 0 || !everyday.has(word.plain)) return true;
  return isAcronym(statement, word) || isWholeHead(statement, word);
};
