import type { NoVisitKind } from './encounter-kind.ts';

/**
 * How a note tells that it is no office visit. `titled` fits a title or a stated reason, `came` what the patient came
 * for. Firm signs hold whatever else the note has; soft ones yield to a decision of its own that it documents.
 */
export type EncounterSign = {
  readonly kind: NoVisitKind;
  readonly titled: RegExp;
  readonly came?: RegExp;
  /** Words of the same line by which it is something else. */
  readonly unless?: RegExp;
  /** A title in which capitals tell "PT" from a patient. */
  readonly cased?: RegExp;
  readonly firm?: true;
};

const visit =
  '(?:visit|note|encounter|appointment|appt|session|clinic|check|progress|treatment|record|only|today)';
const evaluated =
  /\b(consult\w*|evaluat\w+ (of|for)|new patient|initial (visit|evaluation)|follow[- ]?up|f\/u|discuss\w*|results?|refer\w*|request\w*|after|since|before|clearance)\b/i;
const vaccine =
  '(?:flu|influenza|covid(?:-19)?|vaccin\\w+|immuni[sz]ations?|shingrix|shingles|tdap|tetanus|booster|mmr|hpv|gardasil|hep(?:atitis)? ?[ab]|pneumo\\w*|prevnar|rsv|travel)';
const depot =
  '(?:b-?12|cyanocobalamin|depo(?:-?provera)?|medroxyprogesterone|testosterone|allergy|immunotherapy|prolia|denosumab|xolair|omalizumab|dupixent|vivitrol|invega|abilify maintena|haldol dec\\w*|lupron|leuprolide|rocephin|ceftriaxone|toradol|ketorolac|rhogam|bicillin|nplate|aranesp|procrit|epo|retacrit|evenity|nucala|fasenra|sublocade|aristada|makena|humira|methotrexate)';
const procedure =
  '(?:botox|mohs|intravitreal(?: \\w+)?|yag(?: capsulotomy)?|vasectomy|colposcop\\w+|leep|cystoscop\\w+|hysteroscop\\w+|endoscop\\w+|colonoscop\\w+|(?:skin|punch|shave|excisional|endometrial|prostate|breast|thyroid|bone marrow) biops(?:y|ies)|biopsy|epidurals?|esi|epidural steroid injections?|(?:medial branch|nerve|facet|genicular|occipital|ganglion|sympathetic)(?: nerve)? blocks?|radiofrequency (?:ablation|neurotomy|lesioning)|rfa|(?:percutaneous |flexor )*tenotomy|lumbar puncture|bone marrow|hyaluronate|debridements?|wound (?:care|debridement)|(?:routine |diabetic )?(?:foot|nail) care|nail (?:trim\\w*|debridement|avulsion|removal)|iud (?:insertion|removal|exchange|placement)|nexplanon (?:insertion|removal|exchange)|(?:cast|splint) (?:change|removal|application)|cryo(?:therapy|surgery)?|trigger points?(?: injections?)?|prp|sclerotherapy|(?:joint|knee|shoulder|hip|steroid|cortisone|visco\\w*|hyaluronic|gel|synvisc|euflexxa|orthovisc|intra-?articular|facet|si joint|tendon|filler|intravitreal|eye) injections?|(?:wart|mole|lesion|cyst|lipoma|skin tag|toenail|tattoo|implant|stitch|drain|catheter|port|foreign body) (?:removal|treatment|excision|freezing)|excision|circumcision|(?:cerumen|ear wax|earwax) removal|ear (?:wash|irrigation|lavage|cleaning)|(?:foley|catheter|suprapubic tube|g-?tube|trach) (?:change|exchange)|pessary (?:check|change|cleaning|fitting)|phototherapy|nb-?uvb|acupuncture|ketamine infusions?|vasovasostomy|i ?& ?d|incision and drainage|paracentesis|thoracentesis|arthrocentesis|laceration repair|unna boots?|compression wraps?|contact lens fitting|laser|tms|ect|allergy (?:shots?|immunotherapy)|minor (?:procedure|surgery))';

/** The first sign that fits tells the kind, so that those that exclude a visit most surely stand first. */
export const encounterSigns: readonly EncounterSign[] = [
  {
    kind: 'no-show',
    firm: true,
    titled:
      /\bno[- ]?show(ed)?\b|\b(did not|didn['’]t) (show|attend|arrive|come|keep)\b|\bDN[AK]A?\b|\b(missed|cancell?ed) (appointment|appt|visit|session)\b|\b(appointment|appt|visit|session) (was )?(missed|cancell?ed)\b|\bleft (without being seen|before being seen)\b|\blwbs\b/i,
    came: /\bno[- ]?show(ed)?\b|\b(did not|didn['’]t) (show up|attend|arrive|come (in|to)|keep)\b|\b(patient|pt|client) (cancell?ed|missed) (the |his |her |their |today['’]?s )?(appointment|appt|visit|session)\b|\bleft without being seen\b/i,
    unless:
      /\b(last|previous\w*|prior|earlier|past|frequent|history|times|here today|seen today|presents|now)\b/i,
  },
  {
    kind: 'message',
    firm: true,
    titled:
      /\b(telephone|phone) (call|message|triage|contact|encounter|note)s?\b|\b(patient|portal|mychart|secure|in-?basket|web) messag\w*|\b(refill|renewal) (request|encounter|authorization|line|note)|\b(rx|medication|prescription) (refill|renewal)( only| request)?\s*$|\b(nurse|rn) (triage|call|advice)( line)?\b|\btriage (call|note)\b|\b(result|lab) (note|letter|notification|call)\b|\bpharmacy (call|request|message)\b|\b(TC|T\/C|phone call|call|voicemail) (from|to|with) (the )?(pt|patient|daughter|son|wife|husband|spouse|mother|father|mom|dad|caregiver|family|facility|nurse)\b|\bspoke (to|with) (the )?(pt|patient|mother|father|mom|dad|daughter|son|wife|husband|family) (re\b|regarding|about|by (tele)?phone|on the phone)|\b(pt|patient)? ?(was )?not seen (today|in (clinic|the office))|\b(no|without an?) (office )?visit( today)?\b|\be-?visit\b|\bonline digital\b/i,
    came: /\b(called|phoned|calling|messaged|wrote|sent (a|an) (portal |mychart )?message|pharmacy (called|faxed|requests?|sent))\b[^.]{0,80}\b(refills?|renewal|question|asking|results?|advice|requests?|form)\b/i,
    unless:
      /\b(audio|e\/m|minutes|consent\w*|evaluation|with (dr|the doctor|md)|telephone visit|phone visit|presents|here (today|for)|seen today|follow[- ]?up visit|office visit)\b/i,
  },
  {
    kind: 'paperwork',
    firm: true,
    titled:
      /^\W*(prior auth\w*|letter of medical necessity|peer[- ]to[- ]peer|form completion|chart (review|addendum)|addendum|record request|work (note|excuse)|school (note|excuse)|fmla (form|paperwork)|care plan oversight|multidisciplinary (conference|rounds)|tumor board|case conference)\b/i,
    unless: /\b(visit|seen|presents)\b/i,
  },
  {
    kind: 'employer-examination',
    firm: true,
    titled:
      /\b(dot|cdl|pre-?employment|pre-?placement|employment|immigration|i-?693|fitness[- ]for[- ]duty|independent medical|ime|insurance|disability|respirator|faa|police academy|fire ?fighter) ((re-?)?cert\w* )?(med(ical)? )?(physical|exam\w*|medical|clearance|(re-?)?certification|recert)\b|\bcommercial driver\b[^.]{0,30}\b(physical|exam\w*|medical|fitness|certif\w+)/i,
    came: /\b(dot|cdl|pre-?employment|immigration|i-?693|fitness[- ]for[- ]duty|independent medical) ((re-?)?cert\w* )?(med(ical)? )?(physical|exam\w*|medical)\b/i,
  },
  {
    kind: 'care-management',
    firm: true,
    titled:
      /\b(chronic care management|ccm|principal care management|pcm|complex care management|remote (patient|physiologic\w*) monitoring|rpm|care coordination (call|note|time)|behavioral health integration|collaborative care)\b/i,
    unless: /\b(enroll\w*|consider|refer\w*|ccm (eligible|discussed)|declin\w+|visit)\b/i,
  },
  {
    kind: 'dialysis',
    firm: true,
    titled:
      /\b(hemo|peritoneal )?dialysis (unit |center |clinic |monthly |treatment )?(visit|note|rounds?|rounding|session|treatment|run)\b|\besrd (monthly|mcp)\b|\bmonthly capitation\b|\bmcp (visit|note)\b|\bin-?center (hemo)?dialysis\b/i,
  },
  {
    kind: 'diagnostic-test',
    firm: true,
    titled:
      /\b(home )?sleep (study|test|apnea test(ing)?)\b|\bpolysomnogra\w+|\bhsat\b|\b(cpap|pap) titration\b|\b(stress (test|echo\w*)|treadmill( test)?|nuclear (stress|perfusion)|echocardiogra\w+|echo|eeg|electroencephalogra\w+|emg|ncs|nerve conduction( study)?|holter|event monitor|zio|pulmonary function( tests?)?|pfts?|spirometry|dexa|dxa|bone density|audiogra\w+|audiometry|ultrasound|mri|ct|x-?ray|mammogra\w+|carotid duplex|duplex|urodynamic\w*|capsule endoscopy|manometry|ph study|tilt table|vng|ambulatory (blood pressure|bp)|patch test(ing)?|visual field|oct|ekg|ecg)( study| monitor\w*| scan| test)?[ ,:-]{0,5}(report|interpretation|procedure|technician|tech|only|recording|visit|appointment|pick[- ]?up|hook[- ]?up|results? report|test note)\b|\b(device|pacemaker|ppm|icd|crt(-?d)?|loop recorder|ilr)( device)? (check|interrogation|clinic)\b|\bremote (device )?(check|interrogation)\b|\bneuropsycholog\w+ (test\w*|evaluation|report)\b|^\W*(emg( ?\/ ?ncs)?|ncs|nerve conduction( study)?|eeg|(exercise |nuclear |treadmill )?stress test|polysomnogra\w+|psg|spirometry|holter|dexa|urodynamics|vng|abr)\b[^.:]{0,40}[.:]|^\W*((exercise|nuclear|dobutamine|treadmill|stress|tilt|patch|sleep|home) )*(echo(cardiogram)?|stress( test)?|pfts?|psg|(split night )?polysomnogram|sleep study|tilt table|patch tests?|capsule endoscopy|manometry|urodynamics|spirometry)\b[^.;]{0,60}\b(done|read|reported|interpret\w*|negative|positive|normal|abnormal|titrated|recorded|completed|hooked up)\b/i,
    came: /\b(home sleep (study|test|apnea test)|polysomnogra\w+|overnight sleep study|stress test|treadmill test|(device|pacemaker|icd) (check|interrogation)|holter (hook-?up|placement|monitor placement)|pulmonary function tests?|pfts|eeg|emg|nerve conduction study|allergy (skin )?test(ing)?|audiogram|bone density)\b/i,
    unless: evaluated,
  },
  {
    kind: 'therapy',
    firm: true,
    cased:
      /^\W*(?:Outpatient |OUTPATIENT )?(PT|OT|SLP|ST)[ /,:-]+(DAILY|Daily|daily|PROGRESS|Progress|progress|EVAL\w*|Eval\w*|eval\w*|RE-?EVAL\w*|Re-?eval\w*|TREATMENT|Treatment|treatment|INITIAL|Initial|initial|DISCHARGE|Discharge|discharge|D\/C|NOTE|Note|note|VISIT|Visit|SESSION|Session|session)\b/,
    titled: new RegExp(
      `\\b(?:physical|occupational|speech(?:[- ]language)?|hand|aquatic|vestibular|pelvic floor|lymphedema|swallow\\w*|feeding|cardiac rehab\\w*|pulmonary rehab\\w*|cardiac rehabilitation|pulmonary rehabilitation|chiropractic|massage)[- ]{0,3}(?:therapy|therapist|pathology|treatment|rehab\\w*|adjustment)?[ ,:/-]{0,5}(?:daily|progress|initial|plan of care|re-?eval\\w*|eval\\w*|discharge|${visit})\\b|\\b(?:physical|occupational|speech(?:[- ]language)?) (?:therapy|therapist|pathology)\\s*$|\\btherapy (?:daily|treatment) (?:note|record)|\\b(?:outpatient )?rehab(?:ilitation)? (?:daily|progress|treatment) note`,
      'i',
    ),
    came: /\b(skilled (physical |occupational |speech )?therapy (visit|session)|(physical|occupational|speech) therapy (session|treatment)|chiropractic (adjustment|treatment|care)|spinal adjustment)\b/i,
    unless:
      /\b(refer\w*|follow[- ]?up (of|after)|after|completed|request\w*|order\w*|consult\w*|discuss\w*)\b/i,
  },
  {
    kind: 'psychotherapy',
    firm: true,
    titled: new RegExp(
      `\\b(?:individual|group|family|couples?|marital|play|trauma|emdr|cbt|dbt|behavioral|substance use|grief)[- ]{0,3}(?:psycho)?(?:therapy|counsell?ing)\\b(?:[ ,:-]{0,5}(?:progress|${visit}))?|\\bpsychotherapy[ ,:-]{0,5}(?:progress|intake|${visit})|\\b(?:therapy|counsell?ing) (?:session|progress note|intake)\\b|\\b(?:biopsychosocial|clinical|psychosocial) (?:intake|assessment)\\b|\\b(?:psychological |mental health )?diagnostic (?:evaluation|interview)\\b|\\b(?:cbt(?:-?i)?|dbt|emdr|ipt|erp|cpt|pcit|therapy|counsell?ing) session\\b`,
      'i',
    ),
    came: /\b(individual|group|family|couples?|scheduled|weekly|biweekly|ongoing|supportive) (psycho)?therapy( session)?\b|\bpsychotherapy session\b|\b(interactive |testing )?feedback session\b|\b(cbt(-?i)?|dbt|emdr|ipt|erp|cpt|pcit|act) (session|therapy)\b/i,
    unless:
      /\b(medication management|med(ication)? check|e\/m|psychiatry (follow|visit|note|return|new)|psychiatrist|separate from|refer\w*|physical|occupational|speech)\b/i,
  },
  {
    kind: 'nutrition',
    firm: true,
    titled: new RegExp(
      `\\b(?:medical nutrition therapy|mnt|nutrition(?:al)?|dietitian|dietician|diabetes (?:self[- ]management )?education|dsm[et]s?|lactation|genetic counsell?ing)[ ,:-]{0,5}(?:therapy|counsell?ing|assessment|consult\\w*|education|initial|follow[- ]?up|class|${visit})\\b|\\bdsm[et]s?\\b|\\b(?:diabetes|nutrition|childbirth|asthma|heart failure) education\\b|\\bgroup (?:\\w+ )?class\\b|\\bmnt with\\b|\\bwith (?:an? |the |our )?(?:rdn?|dietitian|dietician|cdces)\\b`,
      'i',
    ),
    unless: /\brefer\w*/i,
  },
  {
    kind: 'anticoagulation',
    titled:
      /\b(inr|pt\/inr|protime|coumadin|warfarin|anticoag\w*)[ ,:-]{0,5}(check|recheck|clinic|visit|management|service|monitor\w*|follow[- ]?up|note|only|dosing)\b/i,
    came: /\b(inr|pt\/inr|protime|coumadin|warfarin)( (check|recheck|monitor\w*|draw))?\s*([.,;]|$|and dos\w+|today)/i,
    unless: /\bconsult\w*/i,
  },
  {
    kind: 'infusion',
    titled:
      /\binfusion[ ,:-]{0,5}(center|suite|clinic|visit|note|room|nursing|appointment|therapy|treatment|encounter|record)\b|\b(iron|venofer|injectafer|feraheme|remicade|inflectra|infliximab|ivig|entyvio|vedolizumab|ocrevus|tysabri|reclast|zoledronic acid|rituxan|rituximab|chemo(therapy)?|iv (fluid|hydration|antibiotic))s? infusions?\b|\bchemotherapy (administration|treatment|infusion) (visit|note)?\b|\btherapeutic phlebotomy\b/i,
    came: /\b(iron|venofer|injectafer|infliximab|remicade|ivig|entyvio|ocrevus|tysabri|reclast|zoledronic acid|rituximab|scheduled|monthly|next)[^.]{0,20} infusions?\b|\binfusion of\b|\btherapeutic phlebotomy\b/i,
    unless: evaluated,
  },
  {
    kind: 'post-operative',
    titled:
      /\bpost[- ]?op(erative(ly)?)?[ ,:-]{0,5}((#?\d+|first|second|third|initial|final|routine|wound|surgical|\w+day|wk|wks|weeks?|months?)[ ,:-]{0,5}){0,3}(visit|check|follow[- ]?up|f\/u|evaluation|appointment|appt|exam|note|progress|care|clinic|\d|day|week)\b|\b(surgical|surgery) (follow[- ]?up|f\/u|wound check|aftercare)\b|\bPOD ?#?\d+\b|\bglobal (surgical )?(period|follow|visit)\b|^\W*post[- ]?op(erative)?\W*$/i,
    came: /\b(first|second|third|final|routine|initial|\w+[- ]week|\w+[- ]day|scheduled|her|his|their)? ?post[- ]?op(erative)? (visit|check|follow[- ]?up|appointment|evaluation|wound check|exam)\b|\b(suture|staple|stitch|drain|pin|k-?wire) removal\b|\bpost[- ]?op(erative)? (day|week) ?#?\d+\b/i,
    unless: /\bpre-?op(erative)?\b|\bcomplain\w*|\bnot (a )?post/i,
  },
  {
    kind: 'pre-operative',
    titled:
      /\b(history and physical|h ?& ?p|h and p|visit|check|consent)\W{0,3}\s?\(?pre[- ]?op(erative)?\b|\bpre[- ]?op(erative)? (history and physical|h ?& ?p|consent|teaching|visit|check|appointment|appt|note)\b/i,
    unless:
      /\b(clearance|cleared?|risk (assessment|evaluation)|requested|referred|consult\w*|cardiac|medical (clearance|evaluation|optimi[sz]ation)|pcp|at the request|evaluation)\b/i,
  },
  {
    kind: 'obstetric',
    firm: true,
    titled:
      /\b(ob|pp|obstetrics?|obstetrical|prenatal|pre-natal|antepartum|antenatal|postpartum|post-partum|maternity)[ /,:-]*(\d+ (week|wk)s?[ ,:-]{0,5}|\d+ ?w ?\d? ?d?[ ,:-]{0,5})?(return|routine|follow[- ]?up|f\/u|visit|check|progress|care|flow ?sheet|note|intake|exam|appointment|appt|clinic|office)\b|\b(return|routine|new|initial|first|follow[- ]?up|f\/u) (ob|prenatal|pre-natal|obstetric\w*|antenatal|antepartum|postpartum)\b|\brob\b/i,
    came: /\b(routine|scheduled|return|first|initial|new|her|\d+[- ]week)? ?(ob|prenatal|antenatal|antepartum|obstetric|postpartum) (visit|check|care|appointment|exam|follow[- ]?up)\b/i,
    unless:
      /\b(gyn(ecology|ecologic)? (problem|visit)|preconception|infertility|consult\w*|next|last|last ob|problem visit|pcp|family medicine|urgent)\b/i,
  },
  {
    kind: 'procedure',
    titled: new RegExp(
      `\\bprocedure (?:visit|clinic|appointment|only|encounter|day)\\b|^\\W*(?:office )?procedure note\\b|\\b${procedure}[ ,:/-]{0,5}(?:procedure|${visit}|follow[- ]?up procedure)\\b|^\\W*(?:(?:cc|chief complaint|reason(?: for visit)?)\\W+)?(?:scheduled |planned |repeat |right |left |bilateral |monthly |weekly )*${procedure}(?: (?:right|left|bilateral|#?\\d|procedure|today|performed|done|for surveillance)\\b)*(?:\\W*$|[,.:]\\s|\\s(?:for surveillance|\\d+ min))|^\\W*(?:(?:right|left|bilateral|r|l|both|second|third|\\d\\w*|[lcts]\\d\\S*|trigger finger|us[- ]guided|ultrasound[- ]guided) )*(?:${procedure}|injections?)(?: of)?\\b[^.;]{0,70}\\b(?:done|performed|today|taken|given|tolerated|no complications?|under (?:fluoro\\w*|local|ultrasound|digital block)|closure|kenalog|lidocaine|normal (?:bladder|colon|stomach))\\b`,
      'i',
    ),
    came: new RegExp(`\\b${procedure}\\b`, 'i'),
    unless:
      /\b(consult\w*|eval\w*|new patient|initial visit|discuss\w*|refer\w*|options|candidate|request(s|ing)?|wants?|interested|follow[- ]?up (of|after|from|visit)|results?|status post|s\/p|since|helped|relief|pain|worse\w*|last|previous\w*|prior|history of)\b/i,
  },
  {
    kind: 'immunization',
    titled: new RegExp(
      `\\b${vaccine}(?: (?:shot|vaccine|booster|dose|series))?(?: ?#?\\d)?[ ,:-]{0,5}(?:${visit}|administration|shot|vaccine)\\b|^\\W*(?:(?:cc|chief complaint|reason(?: for visit)?)\\W+)?(?:\\w+ ){0,2}${vaccine}(?: (?:shot|vaccine|booster|dose|series|#?\\d))*\\W*$`,
      'i',
    ),
    came: new RegExp(`\\b${vaccine}(?: (?:shot|vaccine|vaccination|booster|dose|series))?\\b`, 'i'),
    unless:
      /\b(consult\w*|physical|well[- ]|wellness|annual|cough|fever|sick|exposure|wound|laceration|bite|reaction|follow[- ]?up|history|positive|infection|symptoms?)\b/i,
  },
  {
    kind: 'injection',
    titled: new RegExp(
      `\\b${depot}[ ,:-]{0,5}(?:injections?|shots?|inj|administration|visit|appointment|appt)\\b|\\b(?:allergy |allergen )?immunotherapy (?:visit|appointment|encounter|note)\\b|\\binjection (?:visit|only|clinic|appointment)\\b|\\ballergy shots?\\b`,
      'i',
    ),
    came: new RegExp(
      `\\b${depot}[^.;]{0,24}\\b(?:injections?|shots?|inj|dose)\\b|\\binjection of ${depot}\\b|\\b(?:depo|depo-provera|b-?12|prolia|xolair|vivitrol)\\b`,
      'i',
    ),
    unless: evaluated,
  },
  {
    kind: 'laboratory',
    titled:
      /\b(lab(oratory)?|phlebotomy|blood draw|specimen)[ ,:-]{0,5}(visit|draw|only|appointment|appt|encounter|collection|drop[- ]?off)\b|\blabs? only\b|^\W*((cc|chief complaint|reason( for visit)?)\W+)?((fasting|routine|annual) )*(labs?|lab ?work|blood ?work|blood draw|venipuncture|urine drug screen|uds|tb (skin )?test|ppd( placement| read(ing)?)?)\W*$/i,
    came: /\b(fasting )?(labs|lab ?work|blood ?work|blood draw|venipuncture|ppd (placement|read\w*)|tb (skin )?test( read\w*)?|urine drug screen|specimen drop[- ]?off)( only| draw)?\s*([.,;]|$|only|today|ordered|as ordered)/i,
    unless: /\b(review|discuss\w*|results?|follow[- ]?up|f\/u|abnormal)\b/i,
  },
  {
    kind: 'nurse',
    titled:
      /\b(?:nurse|nursing|rn|lpn|lvn|ma|medical assistant|staff)[- ]{0,3}(?:only)?[- ]{0,3}(?:bp|blood pressure|weight|wound|dressing|injection|vaccine|immunization)?[- ]{0,3}(?:visit|encounter|note|clinic|appointment|appt|check|change|schedule)\b|\b(?:bp|blood pressure|weight|dressing|wound|vital\w*|ear|vision|ostomy)[- ]{0,3}(?:re-?)?(?:check|change|reading)s?(?: only)?(?: visit)?[ ,:-]{0,5}(?:with|by|\(|w\/)? ?(?:the )?(?:nurse|rn|lpn|ma|nursing|medical assistant)\b|\b(?:change|check|injection|visit|draw|reading|dressing|vac)\b[^.;]{0,20}\bby (?:an? |the )?(?:rn|lpn|lvn|nurse|ma)\b|\b99211\b|\b(?:provider|doctor|physician|md|clinician) (?:was )?not seen\b|\b(?:not|never) seen by (?:the |a )?(?:provider|doctor|physician|md|clinician)\b|\bno (?:provider|physician) visit\b/i,
    unless: /\bnurse practitioner\b/i,
  },
];
