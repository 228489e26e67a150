import type { XmlElement, XmlNode } from './read-xml.ts';

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement);

/** The children of a name. */
export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element ? elementsOf(element).filter((child) => child.name === name) : [];

/** All that a path of names leads to: "patient/name/given". */
export const allAt = (element: XmlElement | undefined, path: string): readonly XmlElement[] =>
  path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, name) => found.flatMap((one) => childrenNamed(one, name)),
      element ? [element] : [],
    );

export const firstAt = (element: XmlElement | undefined, path: string): XmlElement | undefined =>
  allAt(element, path)[0];

/** Every element below of a name, in the order of the document. */
export const descendants = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);

/** All the words within an element. */
export const wordsOf = (element: XmlElement | undefined): string =>
  element?.children.map((child) => (isElement(child) ? wordsOf(child) : child)).join('') ?? '';

/** Where an element stands among those of its name below its parent, from 1 as in XPath. */
export const placeIn = (parent: XmlElement | undefined, child: XmlElement): string => {
  const same = childrenNamed(parent, child.name);
  return same.length > 1 ? `${child.name}[${same.indexOf(child) + 1}]` : child.name;
};
