/** The parts of a visit note that coding tells apart; `other` is whatever has a heading we do not know. */
export type SectionKind =
  | 'reason'
  | 'history'
  | 'background'
  | 'review'
  | 'exam'
  | 'results'
  | 'procedure'
  | 'assessment'
  | 'plan'
  | 'time'
  | 'other';

/**
 * Why words of a note tell nothing of what was found today, whatever section they stand in: they were pasted in from
 * an earlier visit, weigh what the illness might be, teach the patient, quote a message, bill or sign, or are a box
 * that nobody ticked.
 */
export type Aside =
  | 'earlier visit'
  | 'differential'
  | 'instructions'
  | 'message'
  | 'administrative'
  | 'unticked box';

/** What a heading announces. `isFaint` ones ("Summary", "Discussion") hold the assessment only where no other does. */
export type SectionName = { readonly kind: SectionKind; readonly aside?: Aside; readonly isFaint?: true };

/**
 * Headings as clinicians of all specialties write them: words that say nothing about the part ("clinical", "today's")
 * are left out, and so are signs; `read-section-name` knows how names are put together and misspelt.
 */
export const sectionNames: readonly (readonly [SectionName, string])[] = [
  [
    { kind: 'assessment' },
    `assessment; assess; assesment plan; asmt; assmt; impression; imp; impr; diagnosis; diagnoses; diag; dx; dxs;
     a; ap; a p; p a; problem addressed; problem assessed; problem treated; problem today; problem managed; problem visit;
     problem discussed; problem evaluated; problem reviewed; issue; issue addressed; issue discussed; active issue;
     concern addressed; condition addressed; condition treated; condition managed; diagnosis addressed; diagnosis treated;
     diagnosis managed; visit diagnosis; encounter diagnosis; principal diagnosis; primary diagnosis; secondary diagnosis;
     additional diagnosis; other diagnosis; final diagnosis; final dx; working diagnosis; working dx; discharge diagnosis;
     discharge dx; ed diagnosis; postoperative diagnosis; post op diagnosis; postop diagnosis; post op dx; postop dx;
     postoperative dx; postprocedure diagnosis; post procedure diagnosis; medical diagnosis;
     treating diagnosis; referring diagnosis; referral diagnosis; referring dx; referral dx; treatment diagnosis; therapy diagnosis; nursing diagnosis; psychiatric diagnosis; dsm diagnosis;
     dsm 5 diagnosis; axis i; axis 1; diagnosis plan; diagnostic impression;
     diagnostic assessment; diagnostic conclusion; psychiatric impression; medical assessment; medical impression;
     assessment problem; assessment findings; problem assessment; problem plan; problem list plan; problem list assessment;
     problem based assessment; problem based plan; problem oriented assessment; problem oriented plan;
     problem based assessment plan; problem oriented assessment plan; plan by problem; plan by diagnosis;
     assessment by problem; diagnostic summary; summary assessment; summary impression; impression findings;
     ophthalmic impression; surgical impression; dental diagnosis; wound assessment plan; medical problem addressed;
     chronic problem addressed; acute problem; acute problem addressed; new problem`,
  ],
  [
    { kind: 'assessment', isFaint: true },
    `summary; visit summary; discussion; conclusion; opinion; formulation; case formulation; diagnostic formulation;
     biopsychosocial formulation; psychiatric formulation; clinical formulation; synthesis; thoughts; reflection; comment;
     medical decision making; decision making; mdm; medical decision; medical reasoning; reasoning; clinical reasoning;
     analysis; evaluation; overall; bottom line; clinical status; problem; dx list; diagnosis list; list of diagnosis`,
  ],
  [
    { kind: 'plan' },
    `plan; p; pln; plan care; care plan; plan treatment; treatment plan; plan action; action plan; plan management; management;
     management plan; treatment; tx; tx plan; medical treatment; recommendation; recs; rec; recommended treatment;
     suggestion; disposition; dispo; follow up; followup; follow up plan; followup plan; follow up care; order;
     order placed; order today; next step; next steps; step; to do; todo; action; action item; medication change;
     medication changes; med change; prescription; rx; rx plan; prescribed; prescriptions today; medication prescribed;
     medication ordered; medication started; new medication; new prescription; meds prescribed; test ordered; lab ordered;
     labs ordered; imaging ordered; order test; return; return visit; return clinic; rtc; therapeutic plan; therapy plan;
     plan therapy; diagnostic plan; going forward; referral; referral placed; coordination care; goal; treatment goal;
     plan goal; plan follow up; plan disposition; plan next visit; discharge plan; interventions planned; proposed treatment`,
  ],
  [
    { kind: 'plan', aside: 'instructions' },
    `instruction; patient instruction; discharge instruction; home instruction; aftercare instruction; after visit summary;
     avs; patient education; education; health education; education provided; education counseling; patient counseling;
     anticipatory guidance; return precaution; precaution; er precaution; ed precaution; home care; home care instruction;
     red flag; warning sign; when to call; when to seek care; when call; when seek care; when return; handout;
     patient handout; patient information; side effect; risk benefit; what to watch; what watch; general advice;
     care instruction; wound care instruction; post procedure instruction; follow up instruction; safety net;
     safety netting; things to watch`,
  ],
  [
    { kind: 'procedure' },
    `procedure; proc; procs; procedure performed; procedure today; procedure done; procedure done today; office procedure;
     in office procedure; in office treatment; office treatment; office tx; procedure detail; procedure note;
     treatment given; treatment today; treatment office; treatment provided; treatment performed; treatment in office;
     injection; injection note; injection today; injection given; medication administered; medication given;
     medication given today; administered today; given today; vaccine given; vaccine administered; immunization given;
     immunization administered; immunization today; vaccine today; service provided; service performed; service rendered;
     operation; operative procedure; procedure description; description procedure; technique procedure`,
  ],
  [
    { kind: 'results' },
    `result; result reviewed; lab; labs; lab result; lab review; lab data; lab today; recent lab; laboratory;
     laboratory result; laboratory data; laboratory study; data; data reviewed; diagnostic; diagnostic study;
     diagnostic data; diagnostic test; diagnostic result; diagnostic imaging; imaging; imaging result; imaging study;
     imaging finding; radiology; radiology report; radiology result; study; study reviewed; test; test result; ecg; ekg;
     x ray; xray; xr; cxr; chest x ray; ct; ct scan; mri; ultrasound; us; echo; echocardiogram; in office test; office test;
     point of care; point care; point care test; poc test; poc; poct; pertinent result; finding; technique; comparison;
     pathology; pathology report; pathology result; ct impression; mri impression; radiology impression;
     imaging impression; x ray impression; ultrasound impression; ecg impression; radiologist impression; ecg interpretation;
     ekg interpretation; radiograph; urinalysis; ua; cultures; culture; microbiology; spirometry; pft; objective data;
     record reviewed; review data; review result; review lab; review record; outside record`,
  ],
  [
    { kind: 'reason' },
    `cc; chief complaint; chief complaint cc; presenting complaint; main complaint; complaint; chief concern;
     presenting concern; main concern; patient concern; concern; concern today; reason visit; reason encounter; reason consultation;
     reason consult; reason referral; reason appointment; reason today visit; reason for visit; reason call; reason;
     presenting problem; presenting issue; visit reason; referral reason; purpose visit; here for; presents for; seen for;
     visit for; reason evaluation; reason follow up; indication; indication visit; indication consultation; preoperative diagnosis;
     pre op diagnosis; preop diagnosis; pre op dx; preop dx; preoperative dx; preprocedure diagnosis; pre procedure diagnosis;
     indication procedure`,
  ],
  [
    { kind: 'history' },
    `hpi; history present illness; history presenting illness; history present illness hpi; history present complaint;
     history presenting complaint; history chief complaint; hpc; present history; presenting history;
     present illness history; interval history; interim history; clinical history; subjective; subj; history; hx; s;
     present illness; interval event; interval; interim; interval update; interval note; narrative; clinical course;
     course; event; update; since last visit; patient report; history injury; mechanism injury; brief history;
     history of injury; medical history present illness; interval hpi; hpi interval; history and physical; interview;
     today; today visit; this visit; current visit; presentation; story`,
  ],
  [
    { kind: 'background' },
    `past medical history; past history; past medical surgical history; past; pmh; pmhx; psh; pshx; pshx; psurghx; fh; fhx;
     sh; shx; soc; soc hx; fam hx; family; social; obhx; gynhx; past medical; past surgical; medical problem;
     medical condition; chronic condition; chronic medical problem; chronic medical condition; chronic problem;
     comorbidity; comorbid condition; problem list; active problem; active problem list; current problem; pl;
     resolved problem; inactive problem; historical problem; past problem; old problem; problem not addressed;
     not addressed; not addressed today; resolved; inactive; historical; past diagnosis; previous diagnosis;
     prior diagnosis; old diagnosis; resolved diagnosis; inactive diagnosis; historical diagnosis; risk factor; habit;
     lifestyle; substance use; tobacco use; alcohol use; tobacco; alcohol; drug use; diet; occupation; living situation;
     medication; meds; med; current medication; home medication; outpatient medication; active medication; medication list;
     med list; meds list; current meds; medicine; medication reconciliation; med rec; prior admission medication;
     medication prior visit; allergy; drug allergy; medication allergy; allergy intolerance; allergy medication; nkda;
     intolerance; immunization; immunizations; vaccine; immunization status; health maintenance history; care team;
     demographic; pharmacy; insurance; background; obstetric; surgical; surgeries; past surgeries; hospitalization;
     surgical procedure history; social situation; social determinant; devices`,
  ],
  [
    { kind: 'review' },
    `ros; review system; system review; review of system; ros system; symptom review; review symptom; functional inquiry;
     systems; 10 point ros; 12 point ros; 14 point ros`,
  ],
  [
    { kind: 'exam' },
    `objective; obj; exam; examination; physical; physical exam; physical examination; physical exam finding; pe; pex; px; o;
     vital; vitals; vital sign; vs; mental status; mental status exam; mental status examination; mse; physical finding;
     exam finding; observation; observed; general appearance; clinical finding; clinical exam; slit lamp; anthropometric`,
  ],
  [
    { kind: 'time' },
    `time; total time; time spent; time statement; total time spent; time based; attestation; time attestation;
     total visit time; total encounter time; visit time; time documentation`,
  ],
  [
    { kind: 'assessment', aside: 'differential' },
    `differential; differential diagnosis; differential dx; ddx; dif dx; diff dx; differential considered;
     diagnosis considered; differential consideration; considered; rule out; diagnoses excluded; excluded; ruled out`,
  ],
  [
    { kind: 'other', aside: 'administrative' },
    `signature; signed; signed by; electronically signed; electronically signed by; billing; billing information;
     billing code; billing note; billing summary; cpt; cpt code; icd; icd 10; icd 10 code; icd code; coding; code; charge;
     charge capture; level of service; level service; e m; e m level; em level; los; scribe; scribe statement;
     scribe attestation; disclaimer; dictated; dictated by; transcribed by; carbon copy; copies to; copy to; cosign; cosigned by;
     provider signature; electronic signature; superbill; claim; visit code; procedure code`,
  ],
  [
    { kind: 'other', aside: 'message' },
    `message; patient message; portal message; mychart message; my chart message; secure message; message from patient;
     patient portal message; message from; patient email; email; telephone message; original message`,
  ],
];
