import type { Headings } from '../../tables/headings.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Each heading with each of the prefixes that systems put before it. */
const prefixed = (prefixes: readonly string[], headings: string): readonly string[] =>
  prefixes.flatMap((prefix) => words(headings).map((heading) => `${prefix}${heading}`));

const address = {
  line1: 'address address1 addressline1 addr1 addr street street1 streetaddress line1',
  line2: 'address2 addressline2 addr2 street2 apt apartment unit suite line2',
  city: 'city town addresscity',
  state: 'state st province addressstate',
  zip: 'zip zipcode postalcode postcode zip5 addresszip',
} as const;

const coverage = {
  payer: 'payerid payer payercode payername insuranceid insurance insurancename ins carrierid carrier planid',
  member: `memberid membernumber memberno policynumber policyno policyid policy subscriberid insuredid idnumber
    certificatenumber`,
  group: 'groupnumber groupno groupid group grp',
  relationship: 'relationship relationshiptosubscriber relationtosubscriber relationtoinsured relation rel',
  from: 'effectivedate effective effectivefrom from startdate start begindate coveragefrom validfrom',
  to: 'terminationdate termination termdate expirationdate expires to enddate end coverageto validto',
} as const;

/** The first coverage stands with its place before it or without. */
const first = ['primary', 'pri', 'primaryinsurance', 'ins1', 'insurance1', 'coverage1', 'payer1', ''];
const second = ['secondary', 'sec', 'secondaryinsurance', 'ins2', 'insurance2', 'coverage2', 'payer2'];
const ofPatient = ['', 'patient', 'pt', 'home', 'mailing'];

const patientId = words(`patientid patientnumber patientno patientnum patid patno ptid ptnumber ptno mrn
  medicalrecordnumber medicalrecordno chartnumber chartno chart accountnumber acctno acctnumber patientaccount patient id`);

export const patientHeadings = {
  patientId,
  lastName: words('lastname patientlastname ptlastname surname familyname last lname namelast'),
  firstName: words('firstname patientfirstname ptfirstname givenname forename first fname namefirst'),
  middleName: words('middlename patientmiddlename middle mname mi middleinitial namemiddle'),
  suffix: words('suffix namesuffix generation'),
  name: words('name patientname fullname ptname'),
  dateOfBirth: words('dateofbirth dob birthdate birthday birth patientdob ptdob patientbirthdate born'),
  gender: words('gender sex patientsex patientgender administrativesex birthsex'),
  line1: prefixed(ofPatient, address.line1),
  line2: prefixed(ofPatient, address.line2),
  city: prefixed(ofPatient, address.city),
  state: prefixed(ofPatient, address.state),
  zip: prefixed(ofPatient, address.zip),
  phone: words('phone phonenumber telephone homephone cellphone mobile mobilephone cell phone1 patientphone'),
  dateOfDeath: words('dateofdeath deathdate dod deceaseddate'),
  payerId: [...prefixed(first, coverage.payer), 'payer1', 'insurance1', 'ins1'],
  memberId: prefixed(first, coverage.member),
  groupNumber: prefixed(first, coverage.group),
  relationship: prefixed(first, coverage.relationship),
  coverageFrom: prefixed(first, coverage.from),
  coverageTo: prefixed(first, coverage.to),
  secondPayerId: [...prefixed(second, coverage.payer), 'payer2', 'insurance2', 'ins2'],
  secondMemberId: prefixed(second, coverage.member),
  secondGroupNumber: prefixed(second, coverage.group),
  secondRelationship: prefixed(second, coverage.relationship),
  secondFrom: prefixed(second, coverage.from),
  secondTo: prefixed(second, coverage.to),
} as const satisfies Headings<string>;

export const appointmentHeadings = {
  appointmentId:
    words(`appointmentid appointmentnumber appointmentno apptid apptno apptnumber appointment bookingid
    visitid id`),
  patientId: patientId.filter((heading) => heading !== 'id'),
  date: words(`date appointmentdate apptdate dateofservice dos visitdate servicedate day start startdate startdatetime
    datetime appointmentdatetime starttime`),
  time: words('time appointmenttime appttime visittime timeofday starttime'),
  timeZone: words('timezone tz zone'),
  providerNpi: words('providernpi npi renderingprovidernpi renderingnpi cliniciannpi provider'),
  locationId: words('locationid location site siteid clinic facility office officeid'),
  status: words('status appointmentstatus apptstatus state visitstatus'),
} as const satisfies Headings<string>;

export const authorizationHeadings = {
  patientId,
  payerId: words(coverage.payer),
  number:
    words(`authorizationnumber authorizationno authnumber authno auth authid authorization priorauthorization
    priorauth priorauthnumber precertnumber precertification number authorisationnumber`),
  services:
    words(`services service codes code cpt cptcode cptcodes procedure procedures procedurecode procedurecodes
    hcpcs servicecodes`),
  units: words('units authorizedunits unitsauthorized unitsapproved approvedunits unitsallowed maxunits'),
  visits: words(
    'visits authorizedvisits visitsauthorized visitsapproved approvedvisits visitsallowed maxvisits sessions',
  ),
  from: words('from startdate start effectivedate effective begindate validfrom fromdate authstart authfrom'),
  to: words('to enddate end expirationdate expires expiration validto todate through authend authto'),
  used: words('used unitsused visitsused usedunits usedvisits alreadyused usedelsewhere'),
  note: words('note notes comment comments remark remarks'),
} as const satisfies Headings<string>;
