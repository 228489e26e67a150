import type { CodedService } from '../coding.ts';
import type { RegisteredService } from './registration.ts';

/**
 * Puts what was registered of services to the codes that were confirmed: by procedure and modifiers, in the order of
 * both where a procedure was done several times. What the coder said of a service goes before what was registered.
 */
export const withServiceFacts = (
  services: readonly CodedService[],
  registered: readonly RegisteredService[] = [],
): readonly CodedService[] => {
  const left = [...registered];
  return services.map((service) => {
    const at = left.findIndex((one) => isAbout(one, service));
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (found === undefined) return service;
    const { procedure: _procedure, modifiers: _modifiers, ...facts } = found;
    return { ...service, facts: { ...facts, ...service.facts } };
  });
};

/** What was registered of services that are not among the confirmed codes: somebody has to say what became of it. */
export const unmatchedServices = (
  services: readonly CodedService[],
  registered: readonly RegisteredService[] = [],
): readonly RegisteredService[] => {
  const left = [...services];
  return registered.filter((one) => {
    const at = left.findIndex((service) => isAbout(one, service));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
};

const isAbout = ({ procedure, modifiers }: RegisteredService, service: CodedService): boolean =>
  procedure === service.procedure &&
  (modifiers === undefined || modifiers.every((one) => service.modifiers.includes(one)));
