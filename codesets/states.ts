/**
 * States, the District of Columbia, territories and military post offices as the US Postal Service abbreviates them, and
 * the provinces and territories of Canada: what X12's element 156 takes from code source 22.
 */
const states = new Set(
  [
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI',
    'SC SD TN TX UT VT VA WA WV WI WY DC AS FM GU MH MP PR PW VI AA AE AP',
    'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  ].flatMap((line) => line.split(' ')),
);

export const isState = (code: string): boolean => states.has(code);
