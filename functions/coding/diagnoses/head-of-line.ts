/** Words beside a condition that tell its course, its side or who has it, but ask for no other code. */
export const courseWords = new Set(
  `of the a an in with and to due for on by is at as or from her his this that after since no not without mellitu mellitus
  right left bilateral both rt lt r l essential primary acute chronic subacute stable well poorly controlled uncontrolled
  new onset mild moderate severe symptomatic improving improved worsening persistent uncomplicated unchanged known simple
  current currently today ongoing intermittent exacerbation flare day week month year old male female visit patient early
  likely suspected possible probable continued doing remain appear very somewhat
  type stage grade status`.split(/\s+/),
);

/** Condition words end where the clinician goes on to reason: at a comma, a dash between spaces, or a full stop. */
export const headOf = (text: string): string => text.split(/[,;:.(]|\s[-–—]\s/)[0] ?? '';
