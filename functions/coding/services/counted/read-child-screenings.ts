import { findNamed, says } from '../reading/find-done.ts';
import { type CountedService, nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const well =
  /\b(well[- ]?(child|baby|visit|adolescent)|wcc|wce|check[- ]?up|annual (physical|exam)|(sports|school|camp) physical|preventive (visit|exam)|health supervision|\d+[- ](yr|year|month|mo)s? (old )?(check|well|visit|physical))/i;
const hearing =
  /\bhearing\b[^;,]{0,30}\b(pass\w*|20 ?db|25 ?db|normal at|hz|screen\w*( done| completed)?[: ]+(pass|normal|wnl|nl))|\b(pass\w*) hearing\b/i;
const vision =
  /\b(vision|visual acuity|v|va|snellen|eyes?)\b[^;]{0,24}\b20\/\d{2,3}\b|\bvision (screen\w*)?[: ]*(pass\w*)/i;
const notHere =
  /\b(eye doctor|optometr\w+|ophthalm\w+|at school|school screen|audiolog\w+|newborn hearing|not (done|cooperative)|unable|refus\w+)\b/i;

/** At a child's preventive visit, thresholds and acuities are the screenings of that visit. */
export const readChildScreenings: ServiceReader = (reading) => {
  const { ageInYears: age } = reading;
  if (age === undefined || age < 3 || age > 20 || !says(reading, well)) return nothingRead;
  const read = (pattern: RegExp, code: string): readonly CountedService[] => {
    const said = findNamed(reading, pattern).filter(
      ({ statement }) =>
        !notHere.test(statement.text) && statement.section !== 'review' && statement.section !== 'background',
    );
    return said.length > 0 ? [{ code, units: 1, said, rules: ['screened at a preventive visit'] }] : [];
  };
  return { services: [...read(vision, '99173'), ...read(hearing, '92551')] };
};
