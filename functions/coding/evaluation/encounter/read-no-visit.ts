import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { NoteFrame, NoteLine } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
import { Letters } from '../../words/may-say.ts';
import type { KindSign, NoVisitKind } from './encounter-kind.ts';
import { type EncounterSign, encounterSigns } from './encounter-signs.ts';
import { paidAlready, readContent, soleAct } from './read-content.ts';
import { isWithinGlobalPeriod, readOperation } from './read-operation.ts';
import { readSigner, type Signer } from './read-signer.ts';

/** A title has few words and no sentence. */
const titleWords = 16;
const sentence =
  /\b(is|was|were|has|had|have|reports|presents|complains|states|who|because|returns|comes|came|denies|says)\b/i;

const isTitle = ({ text }: NoteLine): boolean =>
  text.trim().split(/\s+/).length <= titleWords && !sentence.test(text);

/** "Here for", "comes in to have": what follows is what the patient came for. */
const purpose =
  /\b(here( today)?|presents?|presenting|comes?( in)?|came( in)?|coming in|returns?|returning|seen|in( today| clinic)?|arrives?|arrived|attends?|attended|scheduled|visit|appointment|brought in|patient|pt)\b[^.;:]{0,60}\b(for|to (have|get|receive|undergo|complete))\b[^.;:]{0,60}$/i;
/** Another purpose between "for" and what is named: "here for follow-up of pain after her injection". */
const otherPurpose =
  /\b(follow[- ]?up|f\/u|evaluat\w+|discuss\w*|review|consult\w*|pain|concerns?|because|after|since|before|due|needs?|wants?|question\w*|complain\w*|cough|fever)\b/i;
/** What follows makes another purpose of it: "here for Botox consultation". */
const otherAfter =
  /^\W*(\w+\W+)?(consult\w*|eval\w*|follow[- ]?up|f\/u|discuss\w*|results?|options|question\w*|complication\w*|and (?!wound check|suture|staple|dressing)\w+ (pain|cough|fever|pressure|concern))\b/i;
/** Acts of the encounter itself, told as its subject's doing: "Patient did not show". */
const told: readonly NoVisitKind[] = ['no-show', 'message', 'post-operative'];

const spanOf = ({ start }: NoteLine, found: RegExpExecArray): EvidenceSpan => ({
  start: start + found.index,
  end: start + found.index + found[0].length,
  quote: found[0],
});

const titledBy = (sign: EncounterSign, lines: readonly NoteLine[]): EvidenceSpan | undefined => {
  for (const line of lines) {
    const found = sign.titled.exec(line.text) ?? sign.cased?.exec(line.text) ?? null;
    if (found && found[0].trim() !== '' && !sign.unless?.test(line.text)) return spanOf(line, found);
  }
  return undefined;
};

const cameFor = (sign: EncounterSign, lines: readonly NoteLine[]): EvidenceSpan | undefined => {
  for (const line of lines) {
    const found = sign.came?.exec(line.text);
    if (!found) continue;
    const before = line.text.slice(0, found.index);
    const after = line.text.slice(found.index + found[0].length);
    if (sign.unless?.test(before) || otherAfter.test(after)) continue;
    const cue = purpose.exec(before)?.[0].replace(/^.*\b(?:for|to)\b/i, '');
    if (cue !== undefined && !otherPurpose.test(cue)) return spanOf(line, found);
    if (told.includes(sign.kind) && (sign.kind !== 'post-operative' || readOperation(line)))
      return spanOf(line, found);
  }
  return undefined;
};

const kindOfSigner: Partial<Record<Signer, NoVisitKind>> = {
  psychotherapist: 'psychotherapy',
  therapist: 'therapy',
  dietitian: 'nutrition',
  pharmacist: 'pharmacist',
  nurse: 'nurse',
  assistant: 'nurse',
};

/** Kinds that tell that no practitioner was there: a practitioner's signature says otherwise. */
const ofOthers: readonly NoVisitKind[] = ['nurse', 'nutrition', 'anticoagulation', 'message'];

/** After an operation only its global period makes it no visit. */
const isOutsideGlobal = (kind: NoVisitKind, { titles, opening }: NoteFrame): boolean => {
  if (kind !== 'post-operative') return false;
  const operation = [...titles, ...opening].flatMap((line) => readOperation(line) ?? [])[0];
  return operation !== undefined && !isWithinGlobalPeriod(operation);
};

/** The surgeon's own patient within the global period, told without the word: "two weeks out from the release I did". */
const ownOperation =
  /\b(I|we) (performed|did|repaired|removed|excised|released|replaced|took out|operated)\b|\b(I|we) (set|reduced|fixed|pinned|lanced|drained|treated|casted|put)\b|\b(treated|done|placed|closed|drained|lanced|casted|splinted|reduced|pinned|set|repair(ed)?|i ?& ?d)\b[^.;]{0,30}\b(here|by (me|us)|in (this|our) (office|clinic))\b|\b(my|our) (operation|surgery|repair|excision)\b|\boperated on by (me|us)\b|\b(s\/p|after|from)\b[^.;]{0,40}\bby (me|us)\b|\((dr\.? )?me\)|\b(with|by) (me|us|myself)\b|\bsurgeon\W{1,3}(me|self)\b|\bafter (my|our) (\w+ ){0,2}\w*(ectomy|plasty|otomy|oscopy|repair|release|fusion|surgery|excision|fixation)\b/i;

const afterOwnOperation = ({ opening }: NoteFrame): EvidenceSpan | undefined =>
  opening
    .filter(({ text }) => ownOperation.test(text))
    .flatMap((line) => readOperation(line) ?? [])
    .filter(isWithinGlobalPeriod)
    .map(({ evidence }) => evidence)[0];

/** Words of healing are of an operation where one within its global period is told. */
const isBorneOut = (kind: NoVisitKind, { titles, opening }: NoteFrame): boolean => {
  if (kind !== 'post-operative') return true;
  const operations = [...titles, ...opening].flatMap((line) => readOperation(line) ?? []);
  return operations.length > 0 && operations.every(isWithinGlobalPeriod);
};

const signerEvidence = ({ titles, closing }: NoteFrame): readonly EvidenceSpan[] =>
  [...closing, ...titles]
    .filter(({ text }) => /,\s*[A-Z]/.test(text))
    .slice(-1)
    .map(({ start, text }) => ({ start, end: start + text.length, quote: text }));

/**
 * What kind of encounter the note tells, where it is none with an office visit: by its title or the stated reason,
 * by what the patient came for, or by who saw the patient. Undefined for a visit.
 */
export const readNoVisit = (frame: NoteFrame, statements: readonly Statement[]): KindSign | undefined => {
  const signer = readSigner(frame);
  const paid = paidAlready(frame, statements);
  if (paid) return paid;
  const titles = [...frame.titles, ...frame.reasons].filter(isTitle);
  const [ofTitles, ofOpening] = [titles, frame.opening].map(
    (lines) => new Letters(lines.map(({ text }) => text)),
  );
  const isTitled = ({ titled, cased }: EncounterSign): boolean =>
    ofTitles?.mayHave(titled) === true || (cased !== undefined && ofTitles?.mayHave(cased) === true);
  const isCame = ({ came }: EncounterSign): boolean =>
    came !== undefined && ofOpening?.mayHave(came) === true;
  for (const sign of encounterSigns) {
    if (signer === 'practitioner' && ofOthers.includes(sign.kind)) continue;
    const evidence =
      (isTitled(sign) ? titledBy(sign, titles) : undefined) ??
      (isCame(sign) ? cameFor(sign, frame.opening) : undefined);
    if (!evidence || isOutsideGlobal(sign.kind, frame)) continue;
    return { kind: sign.kind, isFirm: sign.firm === true, evidence: [evidence] };
  }
  const own = afterOwnOperation(frame);
  if (own) return { kind: 'post-operative', isFirm: false, evidence: [own] };
  const content = readContent(statements);
  if (content && isBorneOut(content.kind, frame)) return content;
  const act = soleAct(statements);
  if (act) return act;
  const kind = signer && kindOfSigner[signer];
  return kind && { kind, isFirm: true, evidence: signerEvidence(frame) };
};
