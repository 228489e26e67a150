import {
  codeOfLength,
  type MeasuredFamily,
  measuredGroup,
} from '../../../../codesets/clinical-terms/measured-procedures.ts';
import type { Statement } from '../../note/read-statements.ts';
import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { lengthsIn } from '../reading/read-lengths.ts';
import { regionsIn } from '../reading/read-skin-region.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

const lesion =
  '(?:lesions?|nev(?:us|i)|moles?|cysts?|epidermoid|epidermal inclusion|sebaceous|pilar|dermatofibroma|basal cell(?: carcinoma)?|bcc|scc|squamous cell(?: carcinoma)?|melanoma|carcinoma|keratoacanthoma|neurofibroma|keratosis|papule|nodule|growth)';
const excision = new RegExp(
  `\\b(?:excis(?:ed|ion)\\b[^;]{0,90}?\\b${lesion}|${lesion}\\b[^;]{0,110}?\\b(?:excised|excision|elliptical(?:ly)? excis\\w+)|elliptical excision|(?:benign|malignant) (?:lesion )?excision)\\b`,
  'i',
);
const noExcision =
  /\bexcisional (debridement|biopsy of (lymph|breast))|\bwedge|\blipoma|\bhemorrhoid|\bnail\b|\bganglion|\bshave excision|\bloop\b|\bpilonidal\b|\bchalazion|\bmohs\b/i;
const shave = new RegExp(
  `\\b(?:shave (?:removal|excision)|shaved? (?:off|removed?|excised?)|${lesion}\\b[^;]{0,60}\\b(?:was |were )?(?:shaved|removed by shave|shave removed)|shave removals?)\\b`,
  'i',
);
const curetted =
  /\b(?:(?:bcc|scc|basal cell|squamous cell|carcinoma)\b[^;]{0,120}?\b(?:ed&c|electrodesiccation|curettage and|destroyed|desiccat\w+)|(?:ed&c|electrodesiccation and curettage|destruction)\b[^;]{0,100}?\b(?:bcc|scc|basal cell|squamous cell|carcinoma))\b/i;

const malignant = /\b(bcc|scc|scca|basal cell|squamous cell|melanoma|carcinoma|malignant|merkel)\b/i;
const doubted =
  /\b(r\/o|rule out|suspect\w*|suspicious for|possible|probable|likely|concern\w* for|vs\.?|versus|differential|no evidence of|negative for|pending|appears benign|atypical|history of|hx of)\b[^;]{0,45}$/i;

/** Malignant when the note says so of a lesion that is proven; what is only suspected is excised as benign. */
const isMalignant = (text: string): boolean => {
  const found = malignant.exec(text);
  return (
    found !== null &&
    (!doubted.test(text.slice(0, found.index)) ||
      /\b(biopsy[- ]proven|path(ology)?[- ](proven|confirmed)|confirmed)\b/i.test(text))
  );
};

const excisedDiameter =
  /\b(?:excised (?:diameter|size)|(?:total |greatest )?excis(?:ion|ed) (?:size|diameter|width|area)|(?:lesion|defect|diameter) (?:with|including|plus) margins|including margins|with margins|total diameter)\b[^.;\d]{0,25}(\d+(?:\.\d+)?|\.\d+)\s*-?(cm|mm)|(?<!\d)(\d+(?:\.\d+)?|\.\d+)\s*-?(cm|mm)\s*(?:excised diameter|excision diameter|including margins|with margins included|total excised)/i;
const margin =
  /(?<!\d)(\d+(?:\.\d+)?|\.\d+)\s*-?(cm|mm)\s*(?:\w+\s+){0,2}?margins?|margins?\s{0,9}(?:of|:|were|was|measuring)?\s{0,9}(?:\w+\s+){0,2}?(\d+(?:\.\d+)?|\.\d+)\s*-?(cm|mm)/i;

const cm = (value: string | undefined, unit: string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value) / (unit?.toLowerCase() === 'mm' ? 10 : 1);

/** The excised diameter: as written, or the lesion with its narrowest margin on both sides. */
export const diameterIn = (text: string): number | undefined => {
  const told = excisedDiameter.exec(text);
  if (told) return cm(told[1] ?? told[3], told[2] ?? told[4]);
  const around = margin.exec(text);
  const edge = around ? (cm(around[1] ?? around[3], around[2] ?? around[4]) ?? 0) : 0;
  const rest = around ? text.replace(around[0], ' ') : text;
  const sizes = lengthsIn(rest).filter(
    ({ index, end }) =>
      !/\b(closure|closed|repair|repaired|length|incision|defect|wound|scar|line)\W*(was|of|measur\w+|is|:)?\W*$/i.test(
        rest.slice(0, index),
      ) &&
      !/^\W*(intermediate|complex|layered|simple|linear|long|length|closure|repair|incision|scar|defect|ellipse)/i.test(
        rest.slice(end),
      ),
  );
  const size = sizes[0]?.cm;
  return size === undefined ? undefined : Math.round((size + 2 * edge) * 100) / 100;
};

const around = (reading: ServiceReading, statement: Statement): readonly Statement[] =>
  nearby(reading, statement, { back: 4, on: 4 });

/** Where the visit has one lesion only, what the note says of it anywhere is about that one. */
const aboutLesion = (reading: ServiceReading): string =>
  textOf(
    reading.statements.filter(
      ({ text, section }) =>
        /\b(lesion|excis\w+|carcinoma|cyst|nev(us|i)|mole|melanoma)\b/i.test(text) &&
        !['background', 'review'].includes(section),
    ),
  );

const measured = (
  reading: ServiceReading,
  statement: Statement,
): { readonly diameter: number | undefined; readonly text: string } => {
  const near = around(reading, statement);
  for (const text of [statement.text, textOf(near)]) {
    const diameter = diameterIn(text);
    const hasMargin = margin.test(text) || excisedDiameter.test(text) || !margin.test(textOf(near));
    if (diameter !== undefined && hasMargin) return { diameter, text: textOf(near) };
  }
  return { diameter: diameterIn(textOf(near)), text: textOf(near) };
};

const serviceOf = (
  reading: ServiceReading,
  said: Said,
  familyOf: (text: string) => MeasuredFamily,
): CountedService | undefined => {
  const { diameter, text } = measured(reading, said.statement);
  const wider = aboutLesion(reading);
  const region = (regionsIn(said.statement.text)[0] ?? regionsIn(text)[0] ?? regionsIn(wider)[0])?.region;
  const family = familyOf(malignant.test(text) ? text : wider);
  const group = measuredGroup(family, region ?? 'trunk');
  if (!group) return undefined;
  const { code } = codeOfLength(group, diameter ?? 0);
  const questions = [
    ...(diameter === undefined ? [`What was the excised diameter with margins (${code})?`] : []),
    ...(region === undefined ? [`Where was the lesion (${code})?`] : []),
  ];
  const rules = [`${family}: ${diameter ?? 'no'} cm, ${region ?? 'site not named'}`];
  return { code, units: 1, said: [said], rules, questions, ownSite: true };
};

const familyOfExcision = (text: string): MeasuredFamily =>
  isMalignant(text) ? 'malignant excision' : 'benign excision';

/** Each lesion is reported by itself; sentences that tell of one lesion give one code. */
const distinct = (services: readonly CountedService[], reading: ServiceReading): readonly CountedService[] =>
  services.filter((one, at) => {
    const [place] = one.said;
    return (
      services.findIndex((other) => {
        const [first] = other.said;
        if (!place || !first) return false;
        const isSameEntry = around(reading, first.statement).includes(place.statement);
        const [mine, its] = [
          regionsIn(place.statement.text)[0]?.region,
          regionsIn(first.statement.text)[0]?.region,
        ];
        return (
          isSameEntry &&
          (mine === undefined || its === undefined || mine === its || first.statement === place.statement)
        );
      }) === at
    );
  });

const readOne = (
  reading: ServiceReading,
  pattern: RegExp,
  familyOf: (text: string) => MeasuredFamily,
  except: RegExp,
): readonly CountedService[] => {
  const said = findDone(reading, pattern).filter(
    ({ statement }) =>
      !except.test(statement.text) && !['history', 'background', 'reason'].includes(statement.section),
  );
  return distinct(
    said.flatMap((one) => serviceOf(reading, one, familyOf) ?? []),
    reading,
  );
};

/** Excisions, shave removals and destructions of malignant lesions by site and size. */
export const readExcisions: ServiceReader = (reading) => {
  if (!says(reading, /excis|shav|ed&c|desiccat|destr/i)) return nothingRead;
  return {
    services: [
      ...readOne(reading, excision, familyOfExcision, noExcision),
      ...readOne(reading, shave, () => 'shave removal', /\bbiops|\bbx\b/i),
      ...readOne(
        reading,
        curetted,
        () => 'malignant destruction',
        /\bbiops\w* (performed|taken|today)|actinic/i,
      ),
    ],
  };
};
