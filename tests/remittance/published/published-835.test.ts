import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claimPosition } from '../../../functions/domain/position.ts';
import { splitInterchanges } from '../../../functions/edi/envelope/split-interchanges.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claim } from '../../factories/claims.ts';
import { post835, received, recordsOf } from '../../factories/posting-records.ts';
import { needing } from '../../shared-material.ts';
import {
  type PublishedClaim,
  type PublishedPayment,
  publishedPayments,
  rewriteClaims,
} from './published-payments.ts';

const material = needing('x12');

const read = (name: string): string => readFileSync(join(material.path, name), 'latin1');

const names = material.isHere
  ? readdirSync(material.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(material.path.length + 1))
      .filter((name) => /\bST[*|]835[*|]/.test(read(name)))
  : [];

/** The published file with its claims under numbers of ours; a payment that comes again has the same claims again. */
const withOurNumbers = (text: string): string => {
  const keys = publishedPayments(text).flatMap((payment) =>
    payment.claims.map((_claim, at) => JSON.stringify([payment, at])),
  );
  const distinct = [...new Set(keys)];
  return rewriteClaims(text, (clp, at) =>
    clp.with(1, `C${String(distinct.indexOf(keys[at] ?? '')).padStart(12, '0')}-1`),
  );
};

const claimIdOf = ({ number }: PublishedClaim): string => number.slice(0, 13);

/** The claim as it must have been sent for its payer to decide it so: its lines, where they are its whole charge. */
const asSent = (published: PublishedClaim) => {
  const { charge, lines } = published;
  const areWhole = lines.length > 0 && lines.reduce((total, line) => total + line.charge, 0) === charge;
  const services = areWhole ? lines : [{ procedure: '99213', charge }];
  return claim({
    claimId: claimIdOf(published),
    lines: services.map((line, at) => ({
      lineNumber: at + 1,
      procedure: line.procedure,
      modifiers: [],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(line.charge),
    })),
  });
};

/** Posts a file to the claims that it names, as its payee, interchange by interchange; `sent` are those claims. */
const post = async (text: string, sent: readonly PublishedPayment[]) => {
  const claims = new Map(sent.flatMap((payment) => payment.claims).map((one) => [one.number, one]));
  const records = recordsOf([...claims.values()].map(asSent));
  const billingOf = async () => ({
    npis: sent.flatMap(({ npis }) => npis),
    taxIds: sent.flatMap(({ taxIds }) => taxIds),
    partnerIds: ['payer-simulator'],
    classRules: [],
    contracts: [],
  });
  const practicePaid = async () => 'maple-street';
  const payments = { ...records.effects.payments, practicePaid };
  const effects = { ...records.effects, billingOf, payments };
  const told: string[] = [];
  for (const interchange of splitInterchanges(text)) {
    const findings = await post835(received(interchange), { ...records, effects });
    told.push(...findings.map((finding) => JSON.stringify(finding)));
  }
  const standing = (one: PublishedClaim) => {
    const after = records.claims.get(claimIdOf(one));
    return after && { decisions: after.adjudications.length, paid: claimPosition(after).insurancePaid };
  };
  return { standing, told };
};

/** Of a payment that is at fault nothing stands; of another, every claim that balances and no other. */
const expectTold = async (text: string, sent: readonly PublishedPayment[]) => {
  const { standing, told } = await post(text, sent);
  for (const { isWhole, claims } of publishedPayments(text)) {
    for (const one of claims) {
      const isPosted = isWhole && one.isBalanced;
      expect(standing(one)).toEqual(isPosted ? { decisions: 1, paid: one.paid } : { decisions: 0, paid: 0 });
      if (isWhole) expect(told.some((finding) => finding.includes(one.number))).toBe(!isPosted);
    }
    if (!isWhole) expect(told.join()).toMatch(/BPR02|BPR16/);
  }
  return standing;
};

const isFlawless = ({ isWhole, claims }: PublishedPayment): boolean =>
  isWhole && claims.every(({ isBalanced }) => isBalanced);

const cases = names.map((name) => {
  const text = withOurNumbers(read(name));
  return { name, text, payments: publishedPayments(text) };
});
const ofOurEdition = cases.filter(({ payments }) => payments.every(({ edition }) => /^005010/.test(edition)));
const flawless = ofOurEdition.filter(({ payments }) => payments.every(isFlawless));

/** One cent more. */
const raised = (dollars = '0'): string => (Number(dollars) + 0.01).toFixed(2);

material.describe('a published 835', () => {
  it('is there, flawless and at fault', () => {
    expect(flawless.length).toBeGreaterThan(5);
    expect(ofOurEdition.length).toBeGreaterThan(flawless.length);
  });

  it.each(ofOurEdition)('$name posts in full, and what is at fault is held alone', async (one) => {
    const standing = await expectTold(one.text, one.payments);
    for (const { claims, amount, providerLevel } of one.payments.filter(isFlawless)) {
      const paid = claims.reduce((total, each) => total + (standing(each)?.paid ?? 0), 0);
      expect(paid - providerLevel).toBe(amount);
    }
  });

  it.each(flawless)('$name with one charge a cent higher holds just that claim', async (one) => {
    const claims = one.payments.flatMap((payment) => payment.claims);
    for (const number of new Set(claims.map((each) => each.number))) {
      const wrong = rewriteClaims(one.text, (clp) => (clp[1] === number ? clp.with(3, raised(clp[3])) : clp));
      const atFault = publishedPayments(wrong).flatMap((payment) =>
        payment.claims.filter(({ isBalanced }) => !isBalanced),
      );
      expect(new Set(atFault.map((each) => each.number))).toEqual(new Set([number]));
      await expectTold(wrong, one.payments);
    }
  });

  it.each(flawless)(
    '$name with one payment of a claim a cent higher holds the whole payment',
    async (one) => {
      const [first] = one.payments.flatMap((payment) => payment.claims);
      const wrong = rewriteClaims(one.text, (clp) =>
        clp[1] === first?.number ? clp.with(4, raised(clp[4])) : clp,
      );
      expect(publishedPayments(wrong)[0]?.isWhole).toBe(false);
      await expectTold(wrong, one.payments);
    },
  );

  it.each(cases.filter((one) => !ofOurEdition.includes(one)))(
    '$name, of another edition, posts in full or is told',
    async ({ text, payments }) => {
      const { standing, told } = await post(text, payments);
      const claims = payments.flatMap((payment) => payment.claims);
      if (told.length === 0)
        expect(claims.map((one) => standing(one)?.paid)).toEqual(claims.map(({ paid }) => paid));
      else expect(claims.map((one) => standing(one)?.decisions)).toEqual(claims.map(() => 0));
    },
  );
});
