import { readAcupuncture } from './counted/read-acupuncture.ts';
import { readAllergy } from './counted/read-allergy.ts';
import { readCasts } from './counted/read-casts.ts';
import { readCerumen } from './counted/read-cerumen.ts';
import { readChemodenervation } from './counted/read-chemodenervation.ts';
import { readChildScreenings } from './counted/read-child-screenings.ts';
import { readCounselling } from './counted/read-counselling.ts';
import { readCountedTests } from './counted/read-counted-tests.ts';
import { drugServices, findGivenDrugs } from './counted/read-drugs.ts';
import { readFractures } from './counted/read-fractures.ts';
import { readInjections } from './counted/read-injections.ts';
import { readInterpretations } from './counted/read-interpretations.ts';
import { readManipulations } from './counted/read-manipulations.ts';
import { readOpenings } from './counted/read-openings.ts';
import { administrationServices } from './counted/read-parenteral.ts';
import { readPsychotherapy } from './counted/read-psychotherapy.ts';
import { readRespiratory } from './counted/read-respiratory.ts';
import { readSpine } from './counted/read-spine.ts';
import { readTherapy } from './counted/read-therapy.ts';
import { readTriggerPoints } from './counted/read-trigger-points.ts';
import { readVaccines } from './counted/read-vaccines.ts';
import { readColposcopy, readImplants } from './counted/read-womens-care.ts';
import type { ReadServices, ServiceReader } from './reading/service-reading.ts';
import { readBiopsies } from './skin/read-biopsies.ts';
import { readBurns } from './skin/read-burns.ts';
import { readDebridements } from './skin/read-debridements.ts';
import { readDestructions } from './skin/read-destructions.ts';
import { readDrainages } from './skin/read-drainages.ts';
import { readExcisions } from './skin/read-excisions.ts';
import { readNailCare } from './skin/read-nail-care.ts';
import { readNailSurgery } from './skin/read-nail-surgery.ts';
import { readRepairs } from './skin/read-repairs.ts';
import { readSkinTags } from './skin/read-skin-tags.ts';

/** Drugs, and how they were given. */
const readDrugs: ServiceReader = (reading) => {
  const given = findGivenDrugs(reading);
  return {
    services: [
      ...drugServices(reading, given),
      ...administrationServices(reading, given, readInjections(reading).services.length > 0),
    ],
  };
};

const readers: readonly ServiceReader[] = [
  readPsychotherapy,
  readTherapy,
  readManipulations,
  readAcupuncture,
  readRepairs,
  readExcisions,
  readBiopsies,
  readDestructions,
  readSkinTags,
  readDrainages,
  readDebridements,
  readBurns,
  readNailCare,
  readNailSurgery,
  readInjections,
  readTriggerPoints,
  readDrugs,
  readVaccines,
  readCerumen,
  readCasts,
  readColposcopy,
  readImplants,
  readRespiratory,
  readAllergy,
  readCountedTests,
  readCounselling,
  readChemodenervation,
  readChildScreenings,
  readSpine,
  readFractures,
  readOpenings,
  readInterpretations,
];

/** All services of a note that are counted or measured, each family by its own reader. */
export const readCounted: ServiceReader = (reading) => {
  const read: readonly ReadServices[] = readers.map((reader) => reader(reading));
  return {
    services: read.flatMap(({ services }) => services),
    refused: read.flatMap(({ refused = [] }) => refused),
    questions: read.flatMap(({ questions = [] }) => questions),
  };
};

/** Codes that a reader of its own counts or measures, so that a name alone suggests none of them. */
const countedRanges: readonly (readonly [first: string, last: string])[] = [
  ['10060', '10061'],
  ['11042', '11057'],
  ['11102', '11107'],
  ['11200', '11201'],
  ['11300', '11646'],
  ['11719', '11732'],
  ['11750', '11750'],
  ['11900', '11900'],
  ['11981', '11983'],
  ['12001', '13160'],
  ['16020', '16030'],
  ['17000', '17111'],
  ['17260', '17286'],
  ['20526', '20553'],
  ['20600', '20612'],
  ['27096', '27096'],
  ['29065', '29085'],
  ['29105', '29125'],
  ['29130', '29131'],
  ['29345', '29515'],
  ['57452', '57456'],
  ['62321', '62323'],
  ['64405', '64405'],
  ['64455', '64455'],
  ['64479', '64495'],
  ['64633', '64636'],
  ['69209', '69210'],
  ['90380', '90381'],
  ['90460', '90480'],
  ['90619', '90759'],
  ['90791', '90853'],
  ['91300', '91330'],
  ['92507', '92507'],
  ['92526', '92526'],
  ['94010', '94060'],
  ['94640', '94640'],
  ['94726', '94729'],
  ['95004', '95024'],
  ['95076', '95079'],
  ['95115', '95117'],
  ['95251', '95251'],
  ['95806', '95811'],
  ['95860', '95913'],
  ['96110', '96110'],
  ['96127', '96127'],
  ['96161', '96161'],
  ['96360', '96381'],
  ['97010', '97168'],
  ['97530', '97598'],
  ['97750', '97814'],
  ['98925', '98943'],
  ['99406', '99407'],
];

/** Whether a code is counted or measured by a reader of its own; all of these have five digits. */
export const isCounted = (code: string): boolean =>
  countedRanges.some(([first, last]) => first <= code && code <= last);
