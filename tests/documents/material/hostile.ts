import { deflateSync, gzipSync } from 'node:zlib';
import { containers } from './containers.ts';
import { column, pdf } from './pdf.ts';
import { escapeXml, paragraph, word } from './word.ts';
import { zip } from './zip.ts';

/** A file that means harm, or is harmed; `tells` is the code of the problem that has to be told, `says` what is read all the same. */
export type Hostile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tells?: string;
  readonly says?: string;
  /** What must be in no text: what lies outside of the file, or what only a bomb makes. */
  readonly never?: string;
};

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The same every time. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const sentences = [
  'Patient seen for gout of the left foot.',
  'Patient takes allopurinol and drinks no wine.',
];

const damagedBase = [
  ...[
    'plain text in UTF-16 with its mark',
    'a page of HTML',
    'rich text',
    'paragraphs of Word',
    'a page of PDF',
  ],
  ...['a narrative of C-CDA', 'observations of HL7 v2', 'a composition of FHIR'],
];

const cutOff = (name: string, whole: Uint8Array): readonly Hostile[] =>
  [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97].map((share) => ({
    name: `${name}, cut off at ${share}`,
    bytes: whole.subarray(0, Math.floor(whole.length * share)),
  }));

const flipped = (name: string, whole: Uint8Array): readonly Hostile[] =>
  [1, 2, 3, 4, 5, 6].map((seed) => {
    const next = random(seed);
    const bytes = Uint8Array.from(whole);
    for (let time = 0; time < 30; time += 1)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return { name: `${name}, with bytes changed (${seed})`, bytes };
  });

const garbage = (): readonly Hostile[] =>
  Array.from({ length: 12 }, (_, seed) => {
    const next = random(seed + 100);
    return {
      name: `bytes by chance (${seed})`,
      bytes: Uint8Array.from({ length: 4000 }, () => Math.floor(next() * 256)),
    };
  });

const prologues: readonly (readonly [string, string])[] = [
  ['%PDF-1.7\n', 'a PDF'],
  ['PK\u0003\u0004', 'an archive'],
  ['{\\rtf1 ', 'rich text'],
  ['<?xml version="1.0"?><ClinicalDocument>', 'a clinical document'],
  ['{"resourceType":"Bundle",', 'a bundle'],
  ['MSH|^~\\&|', 'a message'],
];

/** A file that claims to be one thing and goes on as another. */
const masked = (): readonly Hostile[] =>
  prologues.flatMap(([start, what], at) => {
    const next = random(at + 500);
    const rest = Buffer.from(Uint8Array.from({ length: 3000 }, () => Math.floor(next() * 256)));
    return [
      {
        name: `bytes by chance that begin as ${what}`,
        bytes: Buffer.concat([Buffer.from(start, 'latin1'), rest]),
      },
    ];
  });

const laughs = `<!DOCTYPE x [<!ENTITY a "hahahahaha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${'&a;'.repeat(10).replaceAll('&a;', at === 0 ? '&a;' : `&a${at - 1};`)}">`).join('')}]>`;
const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

const cda = (text: string, prologue = ''): string =>
  `<?xml version="1.0"?>${prologue}<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><title>HPI</title><text>${text}</text></section></component></structuredBody></component></ClinicalDocument>`;

const markup = (): readonly Hostile[] => [
  {
    name: 'a billion laughs in C-CDA',
    bytes: utf8(cda('seen &a8;', laughs)),
    tells: 'declares-entities',
    says: 'seen',
    never: 'hahaha',
  },
  {
    name: 'an entity of a file outside in C-CDA',
    bytes: utf8(cda('seen &e;', outside)),
    tells: 'declares-entities',
    says: 'seen',
    never: 'root:',
  },
  {
    name: 'a type declared elsewhere',
    bytes: utf8(cda('seen', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')),
    tells: 'declares-entities',
    says: 'seen',
  },
  {
    name: 'elements within elements',
    bytes: utf8(cda(`${'<content>'.repeat(200_000)}deep`)),
    tells: 'too-deep',
  },
  {
    name: 'sections within sections',
    bytes: utf8(cda('x').replace('<component><section>', '<component><section>'.repeat(5000))),
    tells: 'too-deep',
  },
  { name: 'more elements than are read', bytes: utf8(cda('<br/>'.repeat(1_200_000))), tells: 'too-large' },
  {
    name: 'an attribute of ten megabytes',
    bytes: utf8(cda(`<content ID="${'x'.repeat(10_000_000)}">seen</content>`)),
    says: 'seen',
  },
  {
    name: 'elements never closed',
    bytes: utf8('<?xml version="1.0"?><ClinicalDocument><component><structuredBody>'),
    tells: 'cut-off',
  },
  {
    name: 'a clinical document that is only a header',
    bytes: utf8('<ClinicalDocument xmlns="urn:hl7-org:v3"><title>x</title></ClinicalDocument>'),
    tells: 'no-body',
  },
  {
    name: 'a body in Base64 that is a clinical document in Base64, and so on',
    bytes: utf8(nestedBodies(6)),
    tells: 'nested',
  },
  {
    name: 'a body elsewhere',
    bytes: utf8(
      '<ClinicalDocument><component><nonXMLBody><text><reference value="file:///etc/passwd"/></text></nonXMLBody></component></ClinicalDocument>',
    ),
    tells: 'missing-part',
    never: 'root:',
  },
  {
    name: 'HTML within HTML, without an end',
    bytes: utf8(`<html><body>${'<div>'.repeat(300_000)}seen`),
    says: 'seen',
  },
  {
    name: 'HTML with text in scripts',
    bytes: utf8('<html><body><script>patient has gout</script><p>seen</p></body></html>'),
    says: 'seen',
    never: 'gout',
  },
  {
    name: 'HTML of comments without an end',
    bytes: utf8(`<html><body><p>seen</p>${'<!--'.repeat(200_000)}`),
    says: 'seen',
  },
  {
    name: 'XML of another kind',
    bytes: utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    tells: 'not-readable',
  },
  {
    name: 'FHIR in XML',
    bytes: utf8('<Patient xmlns="http://hl7.org/fhir"><id value="x"/></Patient>'),
    tells: 'not-readable',
  },
];

function nestedBodies(depth: number): string {
  const inner = depth === 0 ? 'seen' : nestedBodies(depth - 1);
  return `<ClinicalDocument><component><nonXMLBody><text representation="B64">${Buffer.from(inner).toString('base64')}</text></nonXMLBody></component></ClinicalDocument>`;
}

const prose = (): readonly Hostile[] => [
  { name: 'nothing', bytes: utf8(''), tells: 'empty' },
  { name: 'white space', bytes: utf8(' \n\t \r\n'), tells: 'empty' },
  { name: 'one byte', bytes: Uint8Array.of(0xff) },
  { name: 'zeros', bytes: new Uint8Array(5000), tells: 'not-readable' },
  {
    name: 'a line of five megabytes',
    bytes: utf8(`seen ${'word '.repeat(1_000_000)}`),
    tells: 'too-long',
    says: 'seen',
  },
  { name: 'a million lines', bytes: utf8(`seen\n${'x\n'.repeat(1_000_000)}`), says: 'seen' },
  { name: 'a label without an end', bytes: utf8(`DOB:${' DOB:'.repeat(100_000)}`) },
  {
    name: 'letters of Windows',
    bytes: latin('Se\u00f1or Mu\u00f1oz seen'),
    tells: 'encoding-guessed',
    says: 'Muñoz seen',
  },
  {
    name: 'UTF-16 without its mark',
    bytes: Buffer.from('Patient seen today for gout', 'utf16le'),
    says: 'Patient seen',
  },
  {
    name: 'half a sign of UTF-8',
    bytes: Uint8Array.of(0x73, 0x65, 0x65, 0x6e, 0xe2, 0x82),
    tells: 'encoding-guessed',
    says: 'seen',
  },
  {
    name: 'groups within groups of rich text',
    bytes: utf8(`{\\rtf1 ${'{'.repeat(500_000)}seen`),
    tells: 'cut-off',
    says: 'seen',
  },
  { name: 'groups that close too often', bytes: utf8(`{\\rtf1 seen${'}'.repeat(500_000)}`), says: 'seen' },
  {
    name: 'rich text with bytes without an end',
    bytes: utf8('{\\rtf1 seen\\bin999999999999 xx}'),
    tells: 'cut-off',
    says: 'seen',
  },
  {
    name: 'rich text with a program in it',
    bytes: utf8(`{\\rtf1 seen{\\object\\objemb{\\*\\objdata ${'4d5a9000'.repeat(1000)}}}\\par}`),
    says: 'seen',
    never: '4d5a',
  },
  {
    name: 'rich text of numbers that are none',
    bytes: utf8('{\\rtf1 \\u99999999999999? seen \\uc-5 x\\par}'),
  },
];

const archives = (): readonly Hostile[] => [
  {
    name: 'a bomb of zeros',
    bytes: word({ body: paragraph('x'), header: `<!--${'0'.repeat(90_000_000)}-->` }),
    tells: 'too-large',
  },
  {
    name: 'a bomb that lies about its size',
    bytes: zip([...relations, { name: 'word/document.xml', data: '0'.repeat(80_000_000), claimed: 100 }]),
    tells: 'damaged',
  },
  {
    name: 'more parts than are listed',
    bytes: zip(Array.from({ length: 6000 }, (_, at) => ({ name: `p${at}`, data: 'x' }))),
    tells: 'too-large',
  },
  {
    name: 'an archive of archives',
    bytes: zip([{ name: 'a.zip', data: zip([{ name: 'b.zip', data: 'x' }]) }]),
    tells: 'not-readable',
  },
  {
    name: 'an archive that leaves its folder',
    bytes: zip([{ name: '../../etc/passwd', data: 'x' }]),
    tells: 'damaged',
  },
  {
    name: 'a part behind a password',
    bytes: zip([...relations, { name: 'word/document.xml', data: 'x', isLocked: true }]),
    tells: 'locked',
  },
  { name: 'a spreadsheet', bytes: zip([{ name: 'xl/workbook.xml', data: '<x/>' }]), tells: 'not-readable' },
  { name: 'an empty archive', bytes: zip([]), tells: 'not-readable' },
  {
    name: 'a Word document that names itself',
    bytes: word({
      body: paragraph('seen'),
      extra: [
        {
          name: 'word/_rels/header1.xml.rels',
          data: '<Relationships><Relationship Id="a" Type="x/header" Target="header1.xml"/></Relationships>',
        },
      ],
    }),
    says: 'seen',
  },
  {
    name: 'a Word document with a target outside',
    bytes: zip([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>',
      },
    ]),
    tells: 'not-readable',
  },
  {
    name: 'a Word document with a part that is missing',
    bytes: word({ body: `${paragraph('seen')}<w:altChunk r:id="rId77"/>` }),
    tells: 'missing-part',
    says: 'seen',
  },
  {
    name: 'a billion laughs in Word',
    bytes: zip([
      ...relations,
      {
        name: 'word/document.xml',
        data: `${laughs}<w:document><w:body><w:p><w:r><w:t>seen &a8;</w:t></w:r></w:p></w:body></w:document>`,
      },
    ]),
    tells: 'declares-entities',
    says: 'seen',
    never: 'hahaha',
  },
  {
    name: 'an entity of a file outside in Word',
    bytes: zip([
      ...relations,
      {
        name: 'word/document.xml',
        data: `${outside}<w:document><w:body><w:p><w:r><w:t>seen &e;</w:t></w:r></w:p></w:body></w:document>`,
      },
    ]),
    tells: 'declares-entities',
    says: 'seen',
    never: 'root:',
  },
  {
    name: 'tables within tables of Word',
    bytes: zip([
      ...relations,
      { name: 'word/document.xml', data: `<w:document><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}` },
    ]),
    tells: 'too-deep',
  },
  {
    name: 'lists of any level',
    bytes: word({
      body: paragraph('seen', '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'),
    }),
    says: 'seen',
  },
  { name: 'gzip', bytes: gzipSync('seen'), tells: 'not-readable' },
  {
    name: 'an older Word document',
    bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    tells: 'not-readable',
  },
  {
    name: 'a Word document behind a password',
    bytes: Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    tells: 'locked',
  },
];

const relations = [
  {
    name: '_rels/.rels',
    data: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
  },
] as const;

const messages = (): readonly Hostile[] => [
  { name: 'a message that is only three letters', bytes: utf8('MSH|'), tells: 'bad-header' },
  { name: 'a message without its signs', bytes: utf8('MSH||||||\rPID|1||x'), tells: 'bad-header' },
  {
    name: 'a frame without its end',
    bytes: utf8('\u000bMSH|^~\\&|A\rNTE|1||seen'),
    tells: 'cut-off',
    says: 'seen',
  },
  {
    name: 'a batch of fewer messages than it says',
    bytes: utf8('BHS|^~\\&\rMSH|^~\\&|A\rNTE|1||seen\rBTS|7'),
    tells: 'cut-off',
    says: 'seen',
  },
  { name: 'a batch of none', bytes: utf8('FHS|^~\\&\rFTS|0'), tells: 'no-message' },
  {
    name: 'a million repetitions',
    bytes: utf8(`MSH|^~\\&|A\rPID|1||${'A~'.repeat(1_000_000)}\rNTE|1||seen`),
    says: 'seen',
  },
  {
    name: 'escapes without an end',
    bytes: utf8(`MSH|^~\\&|A\rNTE|1||seen ${'\\X'.repeat(300_000)}`),
    says: 'seen',
  },
  {
    name: 'a document that is elsewhere',
    bytes: utf8('MSH|^~\\&|A\rOBX|1|RP|x||file:///etc/passwd'),
    tells: 'missing-part',
    never: 'root:',
  },
  {
    name: 'a document that is no Base64',
    bytes: utf8('MSH|^~\\&|A\rOBX|1|ED|x||^app^pdf^Base64^!!!!\rNTE|1||seen'),
    says: 'seen',
  },
  {
    name: 'a withdrawn result',
    bytes: utf8('MSH|^~\\&|A\rOBX|1|NM|718-7^Hemoglobin^LN||13||||||W'),
    tells: 'withdrawn',
    never: 'Hemoglobin',
  },
  {
    name: 'a patient named after a prototype',
    bytes: utf8('MSH|^~\\&|A\rPID|1||x||__proto__^constructor'),
    says: '__proto__',
  },
  {
    name: 'segments of every name',
    bytes: utf8(
      `MSH|^~\\&|A\r${Array.from({ length: 20_000 }, (_, at) => `Z${String(at % 100).padStart(2, '0')}|x`).join('\r')}`,
    ),
    says: 'x',
  },
];

const fhirNested = (depth: number): string =>
  `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(depth)}{}${'}]}'.repeat(depth)}`;

const json = (): readonly Hostile[] => [
  { name: 'JSON cut off', bytes: utf8('{"resourceType":"Patient","name":[{"fam'), tells: 'cut-off' },
  { name: 'JSON of another kind', bytes: utf8('{"a":1}'), tells: 'not-readable' },
  { name: 'an empty object', bytes: utf8('{}'), tells: 'not-readable' },
  {
    name: 'arrays within arrays',
    bytes: utf8(`{"resourceType":"Patient","name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  },
  { name: 'bundles within bundles', bytes: utf8(fhirNested(3000)) },
  {
    name: 'a prototype',
    bytes: utf8(
      '{"resourceType":"Patient","__proto__":{"birthDate":"1961-04-09"},"constructor":{"prototype":1}}',
    ),
  },
  {
    name: 'fields of other types',
    bytes: utf8('{"resourceType":"Patient","name":"x","birthDate":{"a":1},"address":7,"telecom":[null,1]}'),
  },
  {
    name: 'entries of nothing',
    bytes: utf8('{"resourceType":"Bundle","entry":[null,1,"x",{"resource":null},{"resource":[]}]}'),
  },
  {
    name: 'a resource that refers to itself',
    bytes: utf8(
      '{"resourceType":"Bundle","entry":[{"fullUrl":"a","resource":{"resourceType":"DocumentReference","id":"a","content":[{"attachment":{"url":"a"}}]}}]}',
    ),
    tells: 'missing-part',
  },
  {
    name: 'an attachment elsewhere',
    bytes: utf8(
      '{"resourceType":"DocumentReference","content":[{"attachment":{"url":"file:///etc/passwd"}}]}',
    ),
    tells: 'missing-part',
    never: 'root:',
  },
  { name: 'attachments within attachments', bytes: utf8(nestedAttachments(7)), tells: 'nested' },
  {
    name: 'a resource entered in error',
    bytes: utf8(
      '{"resourceType":"Condition","verificationStatus":{"coding":[{"code":"entered-in-error"}]},"code":{"text":"Gout"}}',
    ),
    tells: 'withdrawn',
    never: 'Gout',
  },
  { name: 'a resource of no known type', bytes: utf8('{"resourceType":"Spaceship"}'), tells: 'not-readable' },
  { name: 'half a pair of letters', bytes: utf8('{"resourceType":"Patient","name":[{"family":"\\ud83d"}]}') },
];

function nestedAttachments(depth: number): string {
  const data = Buffer.from(depth === 0 ? 'seen' : nestedAttachments(depth - 1)).toString('base64');
  return JSON.stringify({ resourceType: 'DocumentReference', content: [{ attachment: { data } }] });
}

const pdfOf = (objects: readonly (string | Buffer)[], trailer = '<< /Root 1 0 R >>'): Uint8Array =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((body, at) =>
      Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]),
    ),
    Buffer.from(`trailer ${trailer}\nstartxref\n0\n%%EOF`),
  ]);

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const bomb = deflateSync(Buffer.alloc(150_000_000, 'q Q '));

const printed = async (): Promise<readonly Hostile[]> => [
  { name: 'a PDF of its first line', bytes: utf8('%PDF-1.7\n'), tells: 'damaged' },
  {
    name: 'a PDF whose pages hold themselves',
    bytes: pdfOf([catalogue, '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']),
  },
  {
    name: 'a PDF that claims a billion pages',
    bytes: pdfOf([
      catalogue,
      '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ]),
  },
  {
    name: 'a PDF whose cross-reference refers to itself',
    bytes: pdfOf([catalogue, '<< /Type /Pages /Count 0 /Kids [] >>'], '<< /Root 1 0 R /Prev 9 >>'),
  },
  {
    name: 'a page that unpacks to 150 MB',
    bytes: pdfOf([
      catalogue,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      Buffer.concat([
        Buffer.from(`<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`),
        bomb,
        Buffer.from('\nendstream'),
      ]),
    ]),
    tells: 'too-large',
  },
  {
    name: 'a picture of a billion points',
    bytes: pdfOf([
      catalogue,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      '<< /Length 5 >>\nstream\n/I Do\nendstream',
      '<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream',
    ]),
    tells: 'scanned-page',
  },
  {
    name: 'a page of an enormous size',
    bytes: await pdf([column(['seen'])], async (_, [page]) => page?.setSize(1e9, 1e9)),
    says: 'seen',
  },
  {
    name: 'a PDF with a script',
    bytes: await pdf([column(['seen'])], async (document) => document.addJavaScript('x', 'app.alert(1)')),
    says: 'seen',
    never: 'alert',
  },
  {
    name: 'a PDF that is an archive, too',
    bytes: Buffer.concat([await pdf([column(['seen'])]), zip([{ name: 'x', data: 'y' }])]),
    says: 'seen',
  },
  {
    name: 'a PDF behind other bytes',
    bytes: Buffer.concat([Buffer.alloc(300, 'x'), await pdf([column(['seen'])])]),
    says: 'seen',
  },
  { name: 'a note that tells of a PDF', bytes: utf8('seen, see %PDF-1.7 attached'), says: 'seen' },
  { name: 'a PDF of no pages', bytes: pdfOf([catalogue, '<< /Type /Pages /Count 0 /Kids [] >>']) },
  {
    name: 'a PDF of a thousand pages',
    bytes: await pdf(Array.from({ length: 1000 }, (_, at) => [{ text: `seen ${at}`, x: 50, y: 50 }])),
    tells: 'too-long',
    says: 'seen',
  },
  { name: 'a PDF behind a password', bytes: await locked(), tells: 'locked' },
];

const locked = async (): Promise<Uint8Array> => {
  const open = await pdf([column(['secret'])], async (document) => {
    document.encrypt({ userPassword: 'u', ownerPassword: 'o' });
  });
  return open;
};

const pictures: readonly Hostile[] = [
  '49492a0008000000',
  '4d4d002a00000008',
  '89504e470d0a1a0a',
  'ffd8ffe000104a46',
  '474946383961',
  '526172211a0700',
  '377abcaf271c',
  '7f454c4602010100',
].map((start) => ({
  name: `a file that begins with ${start}`,
  bytes: Buffer.concat([Buffer.from(start, 'hex'), Buffer.alloc(100)]),
  tells: 'not-readable',
}));

/** Files that mean harm, and files that came to harm. */
export const hostileFiles = async (): Promise<readonly Hostile[]> => {
  const whole = await Promise.all(
    damagedBase.map(async (name) => [name, await containers[name]?.write(sentences)] as const),
  );
  return [
    ...whole.flatMap(([name, bytes]) => (bytes ? [...cutOff(name, bytes), ...flipped(name, bytes)] : [])),
    ...garbage(),
    ...masked(),
    ...markup(),
    ...prose(),
    ...archives(),
    ...messages(),
    ...json(),
    ...(await printed()),
    ...pictures,
    {
      name: 'a message for a page',
      bytes: utf8(`<html><p>${escapeXml('MSH|^~\\&|seen')}</p></html>`),
      says: 'seen',
    },
  ];
};
