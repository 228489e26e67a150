/** The procedures of an article, and those of each of its groups of procedures. */
export type ArticleProcedures = {
  readonly all: readonly string[];
  readonly byGroup: ReadonlyMap<string, readonly string[]>;
};

/** Which procedures a sentence names, and which it excepts. */
export type NamedProcedures = { readonly named: readonly string[]; readonly excepted: readonly string[] };

const code = '(?:\\d{4}[0-9AFMTU]|[A-V]\\d{4})(?![\\w]|\\.\\d)';
const codeOrRange = new RegExp(`(?<![\\w.])(${code})(?:\\s*(?:-|through|thru|to)\\s*(${code}))?`, 'g');

const exception =
  /\b(?:except(?:ing)?|exception of|excluding|other than|but not|not|never|exclusive of)\b[^.;]*$/i;

/** "CPT/HCPCS codes in Group 1", "Group 2 CPT codes": groups of procedures, not of diagnoses. */
const groupsBehind =
  /\b(?:CPT|HCPCS|procedures?)\b(?:(?!\bICD|\bdiagnos)[^.;]){0,40}?\bgroups?\s+(\d+(?:\s*(?:,|and|or|&|\/)+\s*(?:groups?\s+)?\d+)*)/gi;
const groupsBefore =
  /\bgroups?\s+(\d+(?:\s*(?:,|and|or|&|\/)+\s*(?:groups?\s+)?\d+)*)\s+(?:CPT|HCPCS|procedures?)\b/gi;

/** The sentence without its groups of procedures, so that no other reader takes them for groups of diagnoses. */
export const withoutProcedureGroups = (sentence: string): string =>
  sentence.replace(groupsBehind, 'CPT').replace(groupsBefore, 'CPT');

const codesFrom = (sentence: string, { all }: ArticleProcedures) => {
  const speaksOfProcedures = /\b(?:CPT|HCPCS|procedures?)\b/i.test(sentence);
  return [...sentence.matchAll(codeOrRange)].flatMap(([, first = '', last]) => {
    if (last !== undefined) return all.filter((one) => first <= one && one <= last).concat(first, last);
    return /^\d/.test(first) || speaksOfProcedures || all.includes(first) ? [first] : [];
  });
};

const isExcepted = (sentence: string): ((procedure: string) => boolean) => {
  const places = [...sentence.matchAll(codeOrRange)].filter(({ index }) =>
    exception.test(sentence.slice(0, index)),
  );
  return (procedure) =>
    places.some(([, first = '', last = first]) => first <= procedure && procedure <= last);
};

export const proceduresIn = (sentence: string, procedures: ArticleProcedures): NamedProcedures => {
  const codes = codesFrom(withoutProcedureGroups(sentence), procedures);
  const groups = [...sentence.matchAll(groupsBehind), ...sentence.matchAll(groupsBefore)]
    .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .flatMap((group) => procedures.byGroup.get(group) ?? []);
  const excepts = isExcepted(sentence);
  return {
    named: [...new Set([...codes.filter((one) => !excepts(one)), ...groups])],
    excepted: codes.filter(excepts),
  };
};

/** What is limited to which procedures by several sentences; undefined where none names any. */
export const scopeOf = (
  parts: readonly NamedProcedures[],
  { all }: ArticleProcedures,
): string[] | undefined => {
  const named = new Set(parts.flatMap((part) => part.named));
  const excepted = new Set(parts.flatMap((part) => part.excepted));
  if (named.size === 0 && excepted.size === 0) return undefined;
  const among = named.size > 0 ? [...named] : all;
  return among.filter((one) => !excepted.has(one));
};
