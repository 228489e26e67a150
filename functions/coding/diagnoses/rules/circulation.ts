import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Qualification } from '../../note/qualify-mention.ts';
import { sidesNamedIn } from '../../note/read-laterality.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Side } from '../../note/side.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  atTheEnd,
  type BookNote,
  behind,
  beside,
  changing,
  type GuidelineRule,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Guideline I.C.9.a.12: resistance follows the hypertension that resists. */
const resistant = changing((found, note) => {
  const resists = found.find(({ entry }) => entry.code === 'I1A.0');
  if (!resists) return found;
  const rest = found.filter((one) => one !== resists);
  const known = rest.find(({ entry }) => isWithin(entry.code, ['I10', 'I11', 'I12', 'I13', 'I15']));
  if (known) return behind(rest, known, [resists]);
  const rule = 'I.C.9.a.12: the hypertension itself first';
  const at = found.indexOf(resists);
  return [
    ...rest.slice(0, at),
    ...beside(resists, { code: 'I10', evidence: [], rule }, note),
    resists,
    ...rest.slice(at),
  ];
});

const endocrine = ['E24', 'E26', 'E05', 'E22.0', 'E21', 'D35'];
const renal = ['N00', 'N01', 'N03', 'N04', 'N05', 'N26', 'Q61', 'I70.1', 'N28.0'];

/** Guideline I.C.9.a.6: secondary hypertension by its cause. */
const secondary = changing((found, note) =>
  found.map((one) => {
    if (one.entry.code !== 'I15.9') return one;
    const causes = (codes: readonly string[]) => found.some(({ entry }) => isWithin(entry.code, codes));
    const rule = 'I.C.9.a.6: by the disease that causes it';
    if (causes(endocrine)) return recoded(one, 'I15.2', rule, note);
    if (causes(['I70.1'])) return recoded(one, 'I15.0', rule, note);
    return causes(renal) ? recoded(one, 'I15.1', rule, note) : one;
  }),
);

/** The digit of angina in I25.11-: unstable, with spasm, other, unspecified (guideline I.C.9.b). */
const anginas: readonly (readonly [readonly string[], string])[] = [
  [['I20.0'], 'I25.110'],
  [['I20.1'], 'I25.111'],
  [['I20.81', 'I20.89'], 'I25.118'],
  [['I20.9'], 'I25.119'],
];

const coronary = changing((found, note) => {
  const disease = found.find(({ entry }) => isWithin(entry.code, ['I25.10', 'I25.119']));
  const angina = found.find(({ entry }) => isWithin(entry.code, ['I20']));
  const code = angina && anginas.find(([codes]) => isWithin(angina.entry.code, codes))?.[1];
  if (!disease || !angina || !code) return found;
  const rule = 'I.C.9.b: atherosclerotic heart disease with angina';
  return found.flatMap((one) => {
    if (one === angina) return [];
    return one === disease
      ? [{ ...recoded(one, code, rule, note), evidence: [...one.evidence, ...angina.evidence] }]
      : [one];
  });
});

/** That a stroke is over: what follows it is a sequela, and without any it is history (guidelines I.C.9.d.1 and 3). */
const afterStroke =
  /\b(?:following|after|due to|from|secondary to|residual\w*(?: \w+){0,3} (?:from|of|after)|sequelae? of|late effects? of|s\/p|status post|post[- ]?|since|with (?:old|prior)|old|prior|history of|h\/o|hx of)\s*(?:(?:a|an|the|his|her|prior|old|previous|remote|recent|ischemic|hemorrhagic|left|right|l|r|lt|rt|mca|middle cerebral artery|\d{4})\s+){0,4}(?:stroke|cva|cerebral infarction|cerebrovascular accident)\b/i;
const leftHanded = /\bleft[- ](handed|hand dominant)\b|\bleft hand dominan\w+/i;
const ambidextrous = /\bambidextrous\b/i;

/** Guideline I.C.6.a: the right side is dominant and the left is not, unless the note says which hand is. */
const dominanceDigit = (side: 'right' | 'left', { statements }: BookNote): string => {
  const isLeftHanded = statements.some(({ text }) => leftHanded.test(text));
  const bothHands = statements.some(({ text }) => ambidextrous.test(text));
  const dominant = bothHands || (side === 'left') === isLeftHanded;
  return side === 'right' ? (dominant ? '1' : '3') : dominant ? '2' : '4';
};

const paralyses: readonly (readonly [RegExp, string])[] = [
  [/\b(hemipleg\w*|hemipares\w*|(right|left)[- ](sided )?weakness)\b/gi, 'I69.35'],
  [
    /\b(monopleg\w*|weakness) of (the )?((right|left) )?(arm|upper)|\b(right|left) (arm|upper extremity) weakness\b/gi,
    'I69.33',
  ],
  [
    /\b(monopleg\w*|weakness) of (the )?((right|left) )?(leg|lower)|\b(right|left) (leg|lower extremity) weakness\b/gi,
    'I69.34',
  ],
];

const deficits: readonly (readonly [RegExp, string, string?])[] = [
  [/\baphasia\b/gi, 'I69.320'],
  [/\bdysphasia\b/gi, 'I69.321'],
  [/\bdysarthria\b/gi, 'I69.322'],
  [/\bdysphagia\b/gi, 'I69.391', 'R13'],
  [/\bfacial (droop|weakness)\b/gi, 'I69.392'],
  [/\bataxia\b/gi, 'I69.393'],
  [/\bmemory (deficit|loss)\b/gi, 'I69.311'],
  [/\bcognitive (deficits?|impairment)\b/gi, 'I69.319'],
];

const phases: readonly (readonly [RegExp, string])[] = [
  [/\boropharyngeal\b/i, 'R13.12'],
  [/\bpharyngoesophageal\b/i, 'R13.14'],
  [/\bpharyngeal\b/i, 'R13.13'],
  [/\boral phase\b/i, 'R13.11'],
];

/** Codes that a deficit has where no stroke is behind it, and those of the stroke itself. */
const replaced = [
  'G81',
  'G83.1',
  'G83.2',
  'G83.3',
  'R47',
  'R13',
  'R29.8',
  'R27',
  'R53.1',
  'R41',
  'R29.810',
  'I63.9',
  'I63',
  'I61',
  'I69',
  'Z86.73',
];

type Deficit = { readonly code: string; readonly also?: string; readonly evidence: EvidenceSpan };

/** Behind "from a stroke in 2022" the date is the stroke's, and so is the past of "hemiparesis s/p CVA". */
const thereWhateverDate: ReadonlySet<Qualification> = new Set(['affirmed', 'dated', 'historical', 'treated']);

/** The side that a sentence names first, in words or as "R" and "L". */
const sideIn = (statement: Statement): Side | undefined => sidesNamedIn(statement)[0];

const deficitsIn = (one: DiagnosisCandidate, note: BookNote): readonly Deficit[] => {
  const [own] = statementsOf(one, note);
  if (!own || !afterStroke.test(own.text) || /\b(without|no) (any )?(residual|deficit)/i.test(own.text))
    return [];
  const palsy = paralyses.flatMap(([pattern, stem]): Deficit[] => {
    const evidence = saidIn([own], pattern, thereWhateverDate);
    if (!evidence) return [];
    const side = sideIn(own);
    const digit = side === 'right' || side === 'left' ? dominanceDigit(side, note) : '9';
    return [{ code: stem + digit, evidence }];
  });
  const others = deficits.flatMap(([pattern, code, group]): Deficit[] => {
    const evidence = saidIn([own], pattern, thereWhateverDate);
    const also = group && (phases.find(([phase]) => phase.test(own.text))?.[1] ?? 'R13.10');
    return evidence ? [{ code, evidence, ...(also && { also }) }] : [];
  });
  return [...palsy.slice(0, 1), ...others];
};

const sequelae = changing((found, note) =>
  found.reduce<readonly DiagnosisCandidate[]>((codes, one) => {
    if (!codes.includes(one) || !isWithin(one.entry.code, replaced)) return codes;
    const left = deficitsIn(one, note);
    if (left.length === 0) return codes;
    const rule = 'I.C.9.d.1: sequela of a stroke, with the dominant side by I.C.6.a';
    const coded = left.flatMap(({ code, also, evidence }) => [
      ...beside(one, { code, evidence: [evidence], rule }, note),
      ...(also
        ? beside(
            one,
            { code: also, evidence: [evidence], rule: 'I69.391: use additional code for the phase' },
            note,
          )
        : []),
    ]);
    if (coded.length === 0) return codes;
    const [own] = statementsOf(one, note);
    const isSaid = (other: DiagnosisCandidate): boolean =>
      isWithin(other.entry.code, replaced) && statementsOf(other, note)[0] === own;
    const at = codes.indexOf(one);
    return [
      ...codes.slice(0, at).filter((other) => !isSaid(other)),
      ...coded,
      ...codes.slice(at).filter((other) => !isSaid(other)),
    ];
  }, found),
);

const pastStroke =
  /\b(?:(?:old|prior|previous|remote|past|history of|h\/o|hx of)\s+(?:\w+ ){0,2}(?:stroke|cva|cerebral infarction)|(?:stroke|cva|cerebral infarction)\b[^.;]{0,30}(?:\b(?:in|from|of|since) (?:\w+ )?(?:19|20)\d\d|\b(?:years?|months?) ago|\b(?:no|without) (?:\w+ )?(?:residuals?|deficits?)))\b/i;

/** Acute stroke codes are for the stroke of today: one of the past without deficits is history (I.C.9.d.3). */
const oldStroke = changing((found, note) =>
  found.map((one) =>
    isWithin(one.entry.code, ['I63.9', 'I61.9']) &&
    statementsOf(one, note)
      .slice(0, 1)
      .some(({ text }) => pastStroke.test(text))
      ? recoded(one, 'Z86.73', 'I.C.9.d.3: a stroke of the past without deficits', note)
      : one,
  ),
);

/** Stages as notes write them; end-stage disease by its own name (guideline I.C.14.a.1). */
const stages: readonly (readonly [RegExp, string])[] = [
  [/\b(ESRD|ESKD|end[- ]stage (renal|kidney) disease)\b/gi, 'N18.6'],
  [
    /\b(CKD|kidney disease)[ ,(]*(stage *)?(5|v)\b(?! *(mg|x|weeks?|months?|years?|days?))|\bstage (5|v) (CKD|chronic kidney)/gi,
    'N18.5',
  ],
  [
    /\b(CKD|kidney disease)[ ,(]*(stage *)?(4|iv)\b(?! *(mg|x|weeks?|months?|years?|days?))|\bstage (4|iv) (CKD|chronic kidney)/gi,
    'N18.4',
  ],
  [
    /\b(CKD|kidney disease)[ ,(]*(stage *)?(3b|iiib)\b(?! *(mg|x|weeks?|months?|years?|days?))|\bstage (3b|iiib) (CKD|chronic kidney)/gi,
    'N18.32',
  ],
  [
    /\b(CKD|kidney disease)[ ,(]*(stage *)?(3a|iiia)\b(?! *(mg|x|weeks?|months?|years?|days?))|\bstage (3a|iiia) (CKD|chronic kidney)/gi,
    'N18.31',
  ],
  [
    /\b(CKD|kidney disease)[ ,(]*(stage *)?(3|iii)\b(?! *(mg|x|weeks?|months?|years?|days?))|\bstage (3|iii) (CKD|chronic kidney)/gi,
    'N18.30',
  ],
  [/\b(CKD|chronic kidney disease)\b/gi, 'N18.9'],
];

/** I12, I13 and diabetes "with" kidney disease ask for the stage, which one phrase may name together with them. */
const stage = changing((found, note) => {
  const cause = found.find(({ entry }) => /^(I12|I13|E(08|09|10|11|13)\.22)/.test(entry.code));
  if (!cause || found.some(({ entry }) => entry.code.startsWith('N18'))) return found;
  const own = statementsOf(cause, note);
  const said = stages.flatMap(([pattern, code]) => {
    const evidence = saidIn(own, pattern);
    return evidence
      ? [{ code, evidence: [evidence], rule: 'use additional code for the stage of the kidney disease' }]
      : [];
  })[0];
  return said ? behind(found, cause, beside(cause, said, note)) : found;
});

/** Dialysis is coded beside end-stage disease that is dialysed (N18.6: use additional code). */
const dialysis = changing((found, note) => {
  const kidney = found.find(({ entry }) => entry.code === 'N18.6');
  const evidence =
    kidney &&
    saidIn(
      note.statements,
      /\b(on|receives|continues|undergo\w+|dependen\w+ on|dependence on)\s+(\w+ )?(hemo)?dialysis\b|\bon (HD|PD)\b/gi,
    );
  if (!kidney || !evidence) return found;
  return atTheEnd(
    found,
    beside(
      kidney,
      { code: 'Z99.2', evidence: [evidence], rule: 'N18.6: use additional code for dialysis' },
      note,
    ),
  );
});

/** Acuity that stands beside heart failure of a known type ("acute on chronic HFpEF"). */
const heartFailure = changing((found, note) =>
  found.map((one) => {
    if (!/^I50\.[234][0-3]$/.test(one.entry.code)) return one;
    const own = statementsOf(one, note).slice(0, 1);
    const rule = 'I.C.9.a: acuity as documented';
    const stem = one.entry.code.slice(0, -1);
    if (saidIn(own, /\bacute on chronic\b|\bacute[- ]on[- ]chronic\b/gi))
      return recoded(one, `${stem}3`, rule, note);
    if (!/\bchronic\b/i.test(own[0]?.text ?? '') && saidIn(own, /\bacute\b/gi))
      return recoded(one, `${stem}1`, rule, note);
    return saidIn(own, /\bchronic\b/gi) ? recoded(one, `${stem}2`, rule, note) : one;
  }),
);

/** Hypertension, coronary disease, strokes and what they leave (guideline I.C.9). */
export const circulationRules: readonly GuidelineRule[] = [
  heartFailure,
  resistant,
  secondary,
  coronary,
  sequelae,
  oldStroke,
  stage,
  dialysis,
];
