import type { Payer } from './reading/read-payer.ts';
import type {
  CountedService,
  ReadServices,
  RefusedService,
  ServiceReading,
} from './reading/service-reading.ts';
import { readPtpEdits } from './separate-services.ts';

/** Tests of a certificate of waiver that payers want marked; a dipstick, a glucometer or a pregnancy test needs none. */
const waived = new Set(
  '80305 81003 82044 82570 83036 83655 85014 85018 85610 86308 87210 87428 87502 87635 87636 87637 87651 87804 87807 87811 87426 87880 80061'.split(
    ' ',
  ),
);

/** Paid only where nothing else but the visit is: the saturation beside any test, the finger stick beside its test. */
const bundled: ReadonlyMap<string, string> = new Map([
  ['94760', 'pulse oximetry is part of what else is done at a visit'],
  ['94761', 'pulse oximetry is part of what else is done at a visit'],
  ['36416', 'the finger stick is part of the test that it is done for'],
]);

const isBundled = (
  { code }: CountedService,
  services: readonly CountedService[],
  payer: Payer | undefined,
): boolean =>
  bundled.has(code) && (payer === 'medicare' || services.some((other) => !bundled.has(other.code)));

/** What belongs to another service of the visit: that one first. */
const partsOf: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^93000$/, /^(93005|93010|93040)$/, 'a part of the complete ECG'],
  [/^94060$/, /^94010$/, 'a part of spirometry with a bronchodilator'],
  [/^69210$/, /^69209$/, 'irrigation belongs to the removal with instruments'],
  [/^(11042|11043|11044)$/, /^97602$/, 'a part of the debridement'],
  [/^1008[01]$/, /^1006[01]$/, 'one drainage'],
  [
    /^(2350|236|245|246|255|256|266|267|277|284|285)\d{1,2}$/,
    /^(29\d{3}|Q40\d\d|A4570)$/,
    'the first splint or cast is part of the care of the fracture',
  ],
  [/^29\d{3}$/, /^A4570$/, 'the splint that was made is in its application'],
  [/^5745[46]$|^57461$/, /^57505$/, 'the canal is scraped within the colposcopy'],
  [/^(62[23]\d\d|64\d{3})$/, /^96372$/, 'the drug of a block is given with it'],
  [/^58558$/, /^(58100|58555)$/, 'one hysteroscopy'],
  [/^52(204|281|287|310)$/, /^52000$/, 'one cystoscopy'],
  [/^3123[78]$/, /^31231$/, 'one nasal endoscopy'],
  [/^(46221|46606|46930)$/, /^46600$/, 'one anoscopy'],
  [/^38222$/, /^38221$/, 'the core belongs to the biopsy with aspirate'],
  [/^76831$/, /^76830$/, 'one ultrasound of the womb'],
  [/^76818$/, /^(76819|59025)$/, 'one biophysical profile'],
  [/^92557$/, /^9255[2356]$/, 'a part of the comprehensive hearing test'],
  [/^92550$/, /^92567$/, 'a part of the test with reflexes'],
  [/^51728$/, /^51726$/, 'one pressure test of the bladder'],
  [/^11750$/, /^1173[02]$/, 'the avulsion is part of the permanent removal'],
  [
    /^(20600|20604|20605|20606|20610|20611|2055\d|11[0-9]{3}|1[0-7]\d{3}|26\d{3}|64\d{3})$/,
    /^64450$/,
    'the anesthesia of a procedure is part of it',
  ],
  [/^(87428|87636|87637)$/, /^(87804|87811|87426|87635|87502)$/, 'one test for both'],
  [/^8100[03]$|^81001$/, /^81002$/, 'one urine test a sample'],
  [/^87426$/, /^87811$/, 'one antigen test'],
  [/^87635$/, /^(87811|87426)$/, 'one COVID test'],
  [/^(17004)$/, /^(17000|17003)$/, 'fifteen and more are one code'],
];

const sameLine = (one: CountedService, other: CountedService): boolean =>
  one.code === other.code &&
  [...(one.modifiers ?? [])].sort().join() === [...(other.modifiers ?? [])].sort().join();

const unique = (services: readonly CountedService[]): readonly CountedService[] =>
  services.filter((one, at) => services.findIndex((other) => sameLine(one, other)) === at);

const refusalOf = (
  service: CountedService,
  services: readonly CountedService[],
  payer: Payer | undefined,
): RefusedService | undefined => {
  const { code, said } = service;
  const rule =
    (isBundled(service, services, payer) ? bundled.get(code) : undefined) ??
    partsOf.find(
      ([whole, part]) =>
        part.test(code) && services.some((other) => other.code !== code && whole.test(other.code)),
    )?.[2];
  return rule === undefined ? undefined : { code, said, rule };
};

const withQw = (service: CountedService): CountedService =>
  waived.has(service.code)
    ? {
        ...service,
        modifiers: [...(service.modifiers ?? []), 'QW'],
        rules: [...service.rules, 'QW: a waived test of the office'],
      }
    : service;

/** A code that the rest of the note makes another one: the sediment looked at, the ultrasound of a pregnancy. */
const refined: readonly (readonly [code: string, told: RegExp, other: string])[] = [
  ['81002', /\bautomated (\w+ ){0,2}(with|and) microscop\w+/i, '81001'],
  [
    '81002',
    /\b(spun|microscop\w+|sediment|(per|\/) ?hpf)\b[^;]{0,60}\burin|\burin\w*[^;]{0,60}\b(spun|microscop\w+|sediment)\b|\bspun the urine/i,
    '81000',
  ],
  ['81002', /\b(ua|urinalysis|urine)\b[^;]{0,80}\b(rbcs?|wbcs?|casts|oval fat bodies|crystals)\b/i, '81000'],
  ['81003', /\burin\w*[^;]{0,60}\b(spun|microscop\w+|sediment)\b/i, '81001'],
  [
    '76830',
    /\b(iup|intrauterine pregnancy|crl|gestational sac|yolk sac|fetal pole|pregnan\w+ (at|of|with)|weeks gestation|viab\w+)\b/i,
    '76817',
  ],
  ['10021', /\b(ultrasound|us|sono\w*)[- ]guid\w+|\bunder (ultrasound|us)\b/i, '10005'],
];

const refine = (service: CountedService, { text }: ServiceReading): CountedService => {
  const better = refined.find(([code, told]) => code === service.code && told.test(text));
  return better ? { ...service, code: better[2] } : service;
};

/** Modifier 59 for what NCCI pairs with another service of the visit and the note places at a site of its own. */
const withSeparation = (
  services: readonly CountedService[],
  { dateOfService }: ServiceReading,
): readonly CountedService[] => {
  // The edits are large: a visit with one service has no use for them.
  if (services.filter(({ ownSite }) => ownSite).length < 2) return services;
  const isPaired = readPtpEdits(dateOfService);
  return services.map((service) => {
    if (!service.ownSite || service.modifiers?.some((modifier) => modifier === '59' || modifier === '76'))
      return service;
    const first = services.find(
      (other) => other !== service && other.ownSite && isPaired(other.code, service.code),
    );
    if (!first) return service;
    return {
      ...service,
      modifiers: [...(service.modifiers ?? []), '59'],
      rules: [...service.rules, `modifier 59: apart from ${first.code}`],
    };
  });
};

/** What stands on the claim of all that was read: each line once, parts left out with the rule, modifiers of the payer. */
export const settleServices = (read: ReadServices, reading: ServiceReading): ReadServices => {
  const services = unique(read.services.map((service) => refine(service, reading)));
  const refusals = services.flatMap((service) => refusalOf(service, services, reading.payer) ?? []);
  const kept = services.filter((service) => !refusals.some(({ code }) => code === service.code));
  return {
    services: withSeparation(kept, reading).map(withQw),
    refused: [...(read.refused ?? []), ...refusals],
    questions: read.questions ?? [],
  };
};
