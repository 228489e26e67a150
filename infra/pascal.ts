/** "scrubbing/scrub-encounter" → "ScrubEncounter": what a thing of that name is called in CDK and in the state machines. */
export const pascal = (name: string): string =>
  name.slice(name.indexOf('/') + 1).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
