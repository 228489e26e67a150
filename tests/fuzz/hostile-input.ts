/** Brackets in one another. */
export const deepJson = (levels: number, opening = '[', closing = ']'): string =>
  `${opening.repeat(levels)}${opening.startsWith('{') ? '1' : ''}${closing.repeat(levels)}`;

/** What somebody may write where an id stands in a path. */
export const idsFromOutside: readonly (readonly [what: string, id: string])[] = [
  ['longer than any key', 'x'.repeat(3_000)],
  ['longer than a sort key', 'a'.repeat(1_025)],
  ['longer than it looks', '%F0%9F%92%A9'.repeat(300)],
  ['a way up', '..%2f..%2felm-row'],
  ['a way up, encoded twice', '%252e%252e%252felm-row'],
  ['a way up on Windows', '..%5c..%5celm-row'],
  ['a NUL', 'E%00'],
  ['half of a character', '%ED%A0%80'],
  ['a header', 'x%0d%0aset-cookie:a=b'],
  ['markup', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['a query', "x'%20or%20'1'='1"],
  ['text from right to left', '%E2%80%AEgnirts'],
  ['a percent sign', '%'],
  ['the delimiter of keys', 'x%23$claim_1'],
];

/** What somebody may write where a text stands. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image with a handler', '"><img src=x onerror=alert(1)>'],
  ['an address that is a script', 'javascript:alert(1)//'],
  ['the end of a script', '</script><!--'],
  ['a way up', '../../../elm-row/encounters/EB/note.txt'],
  ['a way up on Windows', '..\\..\\elm-row\\note.txt'],
  ['a header', 'a\r\nx-amz-acl: public-read\r\n\r\n.pdf'],
  ['a NUL', 'a\u0000b'],
  ['text from right to left', '\u202etxt.exe'],
  ['what joins and what is not seen', 'a\u200d\u200b\ufeff\u2028b'],
  ['letters with many marks', `Z${'\u0301'.repeat(100)}`],
  ['a picture of two halves', '👩‍⚕️'],
  ['a formula', '=HYPERLINK("http://elsewhere.example")'],
  ['separators of X12', '*:~^>|'],
  ['a template', '{{7*7}}<%= 7*7 %>'],
];
