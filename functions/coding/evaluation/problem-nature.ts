import { natureOfCode, type ProblemNature } from '../../../codesets/clinical-terms/problem-natures.ts';

/** Words of a problem's name that tell its nature where no code is known; the first row that fits counts. */
const named: readonly (readonly [ProblemNature, RegExp])[] = [
  [
    'self-limited',
    /\b(common cold|head cold|uri|upper respiratory|insect bite|diaper rash|wart|sunburn|cerumen|earwax|skin tag)\b/i,
  ],
  [
    'injury',
    /\b(strain|sprain|contusion|fracture|laceration|bruise|abrasion|burn|tear|rupture|dislocation|injury|bite|wound|concussion|whiplash)\b/i,
  ],
  [
    'systemic',
    /\b(pneumonia|pyelonephritis|diverticulitis|influenza|covid\S{0,10}|pancreatitis|mononucleosis|cholecystitis|appendicitis)\b/i,
  ],
  [
    'uncertain',
    /\b(mass|lump|nodules?|lesion|lymphadenopathy|adenopathy|tumou?r|neoplasm|syncope|hematuria|hemoptysis|(unintentional |unexplained |abnormal )?weight loss|jaundice|chest pain|palpitations|shortness of breath|dyspnea|bleeding|blood in|memory loss|cognitive decline|vision loss|loss of vision|weakness|numbness|proteinuria|\w{0,8}cytopenia|neutropenia|abnormal (ct|mri|x-?ray|imaging|mammogram|ecg|ekg|labs?|pap)|elevated (psa|troponin|creatinine|liver|lfts?))\b/i,
  ],
  ['acute', /\bacute\b/i],
  [
    'chronic',
    /\b(chronic|recurrent|sequela\w*|residual|old (stroke|infarct)|hemipar\w+|hemipleg\w+|aphasia|spasticity|failed back|post-?laminectomy|mild cognitive impairment|mci|opio?i?d use|fibroids?|leiomyoma\w*|menorrhagia|hernia|bunion|hypertrophy|akathisia|tics?|stuttering|dysphonia|diabet\w+|dm2?|t[12]dm|hypertension|htn|hld|a-?fib|cad|ckd|esrd|pad|pvd|osa|bph|ibs|ibd|pcos|adhd|ptsd|ocd|hfref|hfpef|chf|copd|oa|disease|disorder|syndrome|failure|asthma|emphysema|arthritis|\w{0,12}arthrosis|osteoarthritis|osteoporosis|osteopenia|\w{0,12}sclerosis|\w{0,12}stenosis|cancer|carcinoma|lymphoma|leukemia|myeloma|melanoma|adenoma|an[a]?emia|depress\w+|anxiety|bipolar|schizo\w+|autism|addiction|dependence|use disorder|smok\w+|tobacco|epilepsy|seizures?|migraines?|reflux|gerd|\w{0,12}thyroidism|\w{0,12}lipid\w*|cholesterol\w*|obesity|overweight|gout|psoriasis|eczema|atopic|acne|rosacea|vitiligo|alopecia|allergic rhinitis|insomnia|apnea|neuropathy|nephropathy|retinopathy|radiculopathy|myelopathy|sciatica|cardiomyopathy|fibrillation|flutter|angina|aneurysm|cirrhosis|hepatitis|colitis|crohn\w*|celiac|lupus|raynaud\w*|hashimoto\w*|graves|parkinson\w*|dementia|alzheimer\w*|palsy|tremor|deficiency|glaucoma|cataracts?|tinnitus|endometriosis|fibromyalgia|rheumat\w+|stones?|nephrolithiasis|insufficiency|regurgitation|murmur|bypass|transplant|ulcers?|spondyl\w+|degenerative|herniat\w+|scoliosis|carpal tunnel|rotator cuff|tendin(osis|opathy)|impingement|frozen shoulder|adhesive capsulitis|neuralgia|incontinence|overactive bladder|hyperplasia|lymphedema|varicose|hyper\w+emia|hypo\w+emia)\b/i,
  ],
];

/** Heavier natures first: several codes of one problem count by the heaviest. */
const weight: readonly ProblemNature[] = [
  'threat',
  'systemic',
  'uncertain',
  'chronic',
  'injury',
  'acute',
  'symptom',
  'self-limited',
];

/** What a code leaves to the name: "chronic" cough and back pain are chronic, whatever their code says. */
const plain: readonly (ProblemNature | undefined)[] = [undefined, 'symptom', 'acute', 'self-limited'];

/** The nature of a problem by its codes, or where it has none, by its name; an acute one when neither tells. */
export const natureOf = (name: string, codes: readonly string[]): ProblemNature => {
  const natures = codes.map(natureOfCode);
  const coded = weight.find((nature) => natures.includes(nature));
  if (plain.includes(coded) && /\bchronic\b/i.test(name)) return 'chronic';
  return coded ?? named.find(([, pattern]) => pattern.test(name))?.[0] ?? 'acute';
};

/** Whether a text names a problem whose nature its words tell. */
export const namesNature = (text: string): boolean => named.some(([, pattern]) => pattern.test(text));
