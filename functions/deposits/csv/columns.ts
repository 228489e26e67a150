/** What a column of a bank's table may be to us. */
export type Column =
  | 'date'
  | 'amount'
  | 'credit'
  | 'debit'
  | 'direction'
  | 'typeCode'
  | 'reference'
  | 'checkNumber'
  | 'account'
  | 'currency'
  | 'status'
  | 'text';

/**
 * Headings that banks write, in small letters and digits alone. Of several that would do, the first in its list is
 * taken; all columns of text are. What is in no list (balances, categories) is not read.
 */
const headings: Readonly<Record<Exclude<Column, 'text'>, readonly string[]>> = {
  date: [
    'postingdate',
    'postdate',
    'posteddate',
    'dateposted',
    'bookingdate',
    'processeddate',
    'processingdate',
    'date',
    'transactiondate',
    'trandate',
    'transdate',
    'depositdate',
    'entrydate',
    'settlementdate',
    'effectivedate',
    'valuedate',
    'asofdate',
  ],
  amount: [
    'amount',
    'transactionamount',
    'tranamount',
    'amountusd',
    'usdamount',
    'amountinusd',
    'amt',
    'netamount',
  ],
  credit: [
    'credit',
    'credits',
    'creditamount',
    'creditamt',
    'amountcredit',
    'deposit',
    'deposits',
    'depositamount',
    'depositscredits',
    'paidin',
    'moneyin',
    'additions',
  ],
  debit: [
    'debit',
    'debits',
    'debitamount',
    'debitamt',
    'amountdebit',
    'withdrawal',
    'withdrawals',
    'withdrawalsdebits',
    'paidout',
    'moneyout',
    'subtractions',
  ],
  direction: [
    'creditdebit',
    'debitcredit',
    'creditdebitindicator',
    'debitcreditindicator',
    'creditordebit',
    'debitorcredit',
    'drcr',
    'crdr',
    'dbcr',
    'crdb',
    'dc',
    'cd',
    'indicator',
    'details',
    'type',
    'transactiontype',
    'trantype',
  ],
  typeCode: ['baicode', 'baitypecode', 'baitype', 'typecode', 'transactioncode', 'trancode'],
  reference: [
    'bankreference',
    'bankreferencenumber',
    'bankref',
    'reference',
    'referencenumber',
    'referenceno',
    'refnumber',
    'refno',
    'ref',
    'transactionid',
    'transactionnumber',
    'transactionreference',
    'fitid',
    'sequencenumber',
    'confirmationnumber',
    'id',
  ],
  checkNumber: ['checknumber', 'checkno', 'checknum', 'checkorslip', 'check', 'chequenumber', 'serialnumber'],
  account: ['accountnumber', 'accountno', 'account', 'acctnumber', 'acct'],
  currency: ['currency', 'currencycode', 'ccy'],
  status: ['status', 'postingstatus', 'state'],
};

const textHeadings: ReadonlySet<string> = new Set([
  'description',
  'transactiondescription',
  'originaldescription',
  'extendeddescription',
  'additionaldescription',
  'fulldescription',
  'bankdescription',
  'memo',
  'narrative',
  'detail',
  'details',
  'particulars',
  'payee',
  'payer',
  'name',
  'companyname',
  'company',
  'originator',
  'text',
  'banktext',
  'addenda',
  'addendainformation',
  'addendarecord',
  'remittance',
  'remittanceinformation',
  'additionalinformation',
  'remarks',
  'note',
  'notes',
  'customerreference',
  'customerreferencenumber',
  'customerref',
  'trace',
  'tracenumber',
  'trn',
  'eftnumber',
]);

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Where each column stands; text may stand in several. */
export type Places = Readonly<Record<Column, readonly number[]>>;

/** The places of the columns in a row of headings; undefined where it is none, for it has no date or no money. */
export const placesIn = (row: readonly string[]): Places | undefined => {
  const names = row.map(plain);
  const placed = Object.entries(headings).map(([column, known]) => {
    const heading = known.find((one) => names.includes(one));
    return [column, heading === undefined ? [] : [names.indexOf(heading)]] as const;
  });
  const taken = new Set(placed.flatMap(([column, [at]]) => (column === 'direction' ? [] : [at])));
  const text = names.flatMap((name, at) => (textHeadings.has(name) && !taken.has(at) ? [at] : []));
  // Object.fromEntries does not keep the names of its keys.
  const named = Object.fromEntries(placed) as Record<Exclude<Column, 'text'>, number[]>;
  const places = { ...named, text };
  const hasMoney = places.amount.length > 0 || places.credit.length > 0;
  return places.date.length > 0 && hasMoney ? places : undefined;
};
