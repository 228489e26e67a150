import { packText } from '../text/pack.ts';

export const idOfGs = packText('GS');
export const idOfSt = packText('ST');
export const idOfSe = packText('SE');
export const idOfGe = packText('GE');
export const idOfIea = packText('IEA');
export const idOfTa1 = packText('TA1');

/** Segments of the envelope. TA1 is one only outside of a set. */
export const isControl = (id: number): boolean =>
  id > 0xffff ? id === idOfIea : id === idOfSe || id === idOfSt || id === idOfGe || id === idOfGs;
