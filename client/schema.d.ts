/** What the API takes and gives, as types: written by `npm run build:client` from the description of the API. */
// biome-ignore-all lint: written by a program

export interface paths {
  '/v1/practices/{practiceId}/encounters/{encounterId}/documents': {
    post: operations['postEncounterDocuments'];
  };
  '/v1/practices/{practiceId}/encounters/{encounterId}/registration': {
    put: operations['putEncounterRegistration'];
  };
  '/v1/practices/{practiceId}/encounters': { get: operations['getEncounters'] };
  '/v1/practices/{practiceId}/encounters/{encounterId}': { get: operations['getEncounter'] };
  '/v1/practices/{practiceId}/claims': { get: operations['getClaims'] };
  '/v1/practices/{practiceId}/claims/{claimId}': { get: operations['getClaim'] };
  '/v1/practices/{practiceId}/claims/{claimId}/history': { get: operations['getClaimHistory'] };
  '/v1/practices/{practiceId}/tasks': { get: operations['getTasks'] };
  '/v1/practices/{practiceId}/tasks/{taskId}': { get: operations['getTask'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/actions': { post: operations['postTaskActions'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/handling': { post: operations['postTaskHandling'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/undo': { post: operations['postTaskUndo'] };
  '/v1/practices/{practiceId}/provider-ledger': { get: operations['getProviderLedger'] };
  '/v1/practices/{practiceId}/provider-ledger/{accountId}/decisions': {
    post: operations['postProviderLedgerDecisions'];
  };
  '/v1/practices/{practiceId}/credit-balances': { get: operations['getCreditBalances'] };
  '/v1/practices/{practiceId}/claims/{claimId}/refunds': { post: operations['postClaimRefunds'] };
  '/v1/practices/{practiceId}/claims/{claimId}/refunds/{refundId}/withdrawal': {
    post: operations['postClaimRefundWithdrawal'];
  };
  '/v1/practices/{practiceId}/deposits': { post: operations['postDeposits']; get: operations['getDeposits'] };
  '/v1/practices/{practiceId}/reconciliation': { get: operations['getReconciliation'] };
  '/v1/practices/{practiceId}/reconciliation/ties': { post: operations['postReconciliationTies'] };
  '/v1/practices/{practiceId}/reconciliation/ties/{tieId}/withdrawal': {
    post: operations['postReconciliationTieWithdrawal'];
  };
  '/v1/practices/{practiceId}/payments': { get: operations['getPayments']; post: operations['postPayments'] };
  '/v1/practices/{practiceId}/payments/{paymentId}': { get: operations['getPayment'] };
  '/v1/practices/{practiceId}/payments/{paymentId}/held/{adjudicationId}': {
    post: operations['postPaymentHeld'];
  };
  '/v1/practices/{practiceId}/payments/{paymentId}/release': { post: operations['postPaymentRelease'] };
  '/v1/practices/{practiceId}/payments/{paymentId}/reverse': { post: operations['postPaymentReverse'] };
  '/v1/practices/{practiceId}/coder-memory': {
    get: operations['getCoderMemory'];
    delete: operations['deleteCoderMemory'];
  };
  '/v1/practices/{practiceId}/adjustment-classes': {
    get: operations['getAdjustmentClasses'];
    put: operations['putAdjustmentClasses'];
  };
  '/v1/practices/{practiceId}/charge-master': {
    get: operations['getChargeMaster'];
    put: operations['putChargeMaster'];
  };
  '/v1/practices/{practiceId}/enrolments': {
    get: operations['getEnrolments'];
    put: operations['putEnrolments'];
  };
  '/v1/practices/{practiceId}/locations': {
    get: operations['getLocations'];
    put: operations['putLocations'];
  };
  '/v1/practices/{practiceId}/rules': { get: operations['getRules']; put: operations['putRules'] };
  '/v1/practices/{practiceId}/rules/trial': { post: operations['postRulesTrial'] };
  '/v1/practices/{practiceId}/routing': { get: operations['getRouting']; put: operations['putRouting'] };
  '/v1/practices/{practiceId}/routing/trial': { post: operations['postRoutingTrial'] };
  '/v1/practices/{practiceId}/reports/denials': { get: operations['getReportsDenials'] };
  '/v1/practices/{practiceId}/patients': { get: operations['getPatients'] };
  '/v1/practices/{practiceId}/duplicate-patients': { get: operations['getDuplicatePatients'] };
  '/v1/practices/{practiceId}/patients/{patientId}': {
    get: operations['getPatient'];
    put: operations['putPatient'];
  };
  '/v1/practices/{practiceId}/patients/{patientId}/coverages': {
    get: operations['getPatientCoverages'];
    put: operations['putPatientCoverages'];
  };
  '/v1/practices/{practiceId}/patients/{patientId}/coverages/withdrawal': {
    post: operations['postPatientCoveragesWithdrawal'];
  };
  '/v1/practices/{practiceId}/patients/{patientId}/merge': { post: operations['postPatientMerge'] };
  '/v1/practices/{practiceId}/patients/{patientId}/unmerge': { post: operations['postPatientUnmerge'] };
  '/v1/practices/{practiceId}/patients/{patientId}/told-apart': { post: operations['postPatientToldApart'] };
  '/v1/practices/{practiceId}/patients/{patientId}/authorizations': {
    get: operations['getPatientAuthorizations'];
    put: operations['putPatientAuthorizations'];
  };
  '/v1/practices/{practiceId}/appointments': { get: operations['getAppointments'] };
  '/v1/practices/{practiceId}/appointments/{appointmentId}': {
    get: operations['getAppointment'];
    put: operations['putAppointment'];
  };
  '/v1/practices/{practiceId}/imports': { post: operations['postImports'] };
  '/v1/practices/{practiceId}/fee-schedules/{payerId}': { get: operations['getFeeSchedule'] };
  '/v1/practices/{practiceId}/reports/underpayments': { get: operations['getReportsUnderpayments'] };
  '/v1/practices/{practiceId}/reports/undocumented-appointments': {
    get: operations['getReportsUndocumentedAppointments'];
  };
  '/v1/practices/{practiceId}/reports/unbilled-visits': { get: operations['getReportsUnbilledVisits'] };
  '/v1/practices/{practiceId}/members': { get: operations['getMembers']; post: operations['postMembers'] };
  '/v1/practices/{practiceId}/members/{subject}': {
    get: operations['getMember'];
    put: operations['putMember'];
  };
  '/v1/practices/{practiceId}/members/{subject}/revocation': { post: operations['postMemberRevocation'] };
}

export interface components {
  schemas: {
    Accident: {
      /** Auto accident, employment, another accident: one or two of them (CLM11-1, -2) */
      causes: ('auto' | 'employment' | 'other')[];

      /** Day of the accident (DTP*439) */
      date: components['schemas']['CalendarDate'];

      /** State where it was: required of an auto accident (CLM11-4) */
      state?: string;

      /** Country where it was outside the US, ISO 3166 (CLM11-5) */
      country?: string;

      /** Claim number of the property and casualty insurer (REF*Y4) */
      claimNumber?: string;
    };
    Acknowledgement: {
      outcome: 'accepted' | 'rejected';
      source: '277' | '835' | '999' | 'edits' | 'TA1' | '277CA';
      reasons: { code: string; text: string }[];
    };
    ActionLimit: {
      /** keep-waiting, dismiss: where it is done outside, such as a document or a dispute by letter */
      action: 'resubmit' | 'appeal' | 'bill-next-payer' | 'keep-waiting' | 'dismiss';
      name: 'new-claim' | 'corrected-claim' | 'reopening' | 'appeal' | 'secondary-claim' | 'information';
      level?: number;

      /** of an appeal: what the payer calls its level */
      called?: string;
      lastDay: components['schemas']['CalendarDate'];
      days: number;
      from: 'service' | 'decision' | 'receipt';

      /** the date of service, or of the notice */
      startedOn: components['schemas']['CalendarDate'];
    };
    Actor: {
      kind: 'person' | 'program' | 'step' | 'payer';

      /** what identifies who acts among those of its kind */
      subject: string;

      /** where it acts */
      practiceId?: string;

      /** the desk whose work it does */
      role?: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';

      /** what the practice calls it, of those who are its members */
      name?: string;

      /** of a person who signed in */
      mailbox?: string;
    };
    Address: {
      /** Street and house number (N301) */
      line1: string;

      /** Apartment, floor, building (N302) */
      line2?: string;

      /** City (N401) */
      city: string;

      /** State, two capital letters as the US Postal Service writes it (N402) */
      state: string;

      /** ZIP code, five or nine digits without a hyphen (N403) */
      postalCode: string;
    };
    AdjudicatedLine: {
      lineNumber?: number;
      procedure: string;
      charge: number;
      paid: number;
      adjustments: components['schemas']['Adjustment'][];
      remarks: string[];

      /** what the payer decided in place of what was billed (SVC01 beside SVC06) */
      paidAs?: { procedure: string; modifiers: string[] };
    };
    Adjudication: {
      /** file and position: the key that keeps a posting single */
      adjudicationId: string;

      /** the decision that a person took back with this reversal */
      reverses?: string;
      submissionNumber: number;
      claimStatusCode: string;
      charge: number;
      paid: number;
      payerControlNumber?: string;
      adjustments: components['schemas']['Adjustment'][];
      remarks: string[];
      lines: components['schemas']['AdjudicatedLine'][];
      paymentDate: components['schemas']['CalendarDate'];
      traceNumber: string;

      /** the payer to which it forwarded the claim (NM1*TT) */
      forwardedTo?: { name?: string; id?: string };

      /** the payer that it says is to be billed first (NM1*PR) */
      priorityPayer?: { name?: string; id?: string };

      /** what is otherwise in the payer’s records of the insured (NM1*74) */
      correctedInsured?: { memberId?: string; lastName?: string; firstName?: string };
    };
    Adjustment: {
      group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR';
      reason: string;
      amount: number;

      /** where a rule of the practice classed it otherwise than ours */
      class?:
        | 'contractual'
        | 'informational'
        | 'patient-share'
        | 'next-payer'
        | 'prior-payer'
        | 'receivable'
        | 'disputed';
    };
    AppealAnswer: {
      outcome: 'overturned' | 'partly' | 'upheld';

      /** the date of the letter, or of the payment */
      on: components['schemas']['CalendarDate'];
      source: '835' | 'letter';

      /** cents paid since the appeal; not known from a letter */
      recovered?: number;
    };
    Appointment: {
      patientId: components['schemas']['PatientId'];
      date: components['schemas']['CalendarDate'];
      time?: string;

      /** @default that of the practice */
      timeZone?: string;
      providerNpi?: string;
      locationId?: string;
      status: 'scheduled' | 'kept' | 'no-show' | 'cancelled';
      practiceId: string;
      appointmentId: string;

      /** the visit that names it */
      encounterId?: string;
      version: number;

      /** the last word on it (`wordOf`) */
      saidOn: string;
      history: {
        at: string;
        actor: components['schemas']['Actor'];
        source: string;
        changes: { field: string; before?: unknown; after?: unknown }[];
      }[];
    };
    Attachment: {
      /** PWK01: OZ support data, B4 referral, 03 report of treatment */
      reportType: string;

      /** PWK02: AA on request, BM mail, EL electronic, EM email, FT file transfer, FX fax */
      transmission: 'AA' | 'BM' | 'EL' | 'EM' | 'FT' | 'FX';

      /** By which the payer finds it (PWK06); none where it comes on request (AA) */
      controlNumber?: string;
    };
    Authorization: {
      payerId: string;
      number: string;

      /** none named: whatever is done */
      services: components['schemas']['AuthorizedServices'][];

      /** absent where the payer limits the days only */
      limit?: { of: 'units' | 'visits'; quantity: number };
      from: components['schemas']['CalendarDate'];

      /** its last day */
      to: components['schemas']['CalendarDate'];

      /** of the limit, by what is no claim here */
      usedElsewhere: number;
      note?: string;
      practiceId: string;
      patientId: components['schemas']['PatientId'];
      authorizationId: string;
      version: number;
      history: {
        at: string;
        actor: components['schemas']['Actor'];
        source: string;
        changes: { field: string; before?: unknown; after?: unknown }[];
      }[];
    };
    AuthorizedServices: { from: string; to?: string };
    BeforeDecision: {
      taskId: string;

      /** the decisions of the payer that counted then */
      about: string[];
      was: { [name: string]: unknown };
    };
    BilledService: {
      lineNumber: number;
      procedure: string;
      modifiers: string[];

      /** the category of its first diagnosis, three characters */
      diagnosis: string;
    };
    ByHand: {
      by: components['schemas']['DecidingActor'];
      note: string;

      /** what it was posted from */
      document?: string;

      /** through which the payer would tell of it: what they send of it later is a repeat */
      partnerIds: string[];
    };
    CalendarDate: string;
    Charge: {
      procedure: string;
      modifier?: string;
      placeOfService?: string;
      charge: number;
      effectiveFrom: components['schemas']['CalendarDate'];
    };
    ChargeMaster: { chargeMaster: components['schemas']['Charge'][] };
    Claim: {
      practiceId: string;
      claimId: string;
      encounterId: string;
      patientId: string;
      payerId: string;

      /** P primary, S secondary, T tertiary: the order in which payers are billed (SBR01) */
      responsibility: 'P' | 'S' | 'T';

      /** of the visit, where it is billed in several */
      part: number;
      cause: 'visit' | string;
      status:
        | 'ready'
        | 'covered'
        | 'not-covered'
        | 'submitted'
        | 'rejected'
        | 'accepted'
        | 'adjudicated'
        | 'appealed'
        | 'closed';
      end?: 'paid' | 'billed-to-patient' | 'billed-to-next-payer' | 'written-off' | 'taken-back';
      version: number;
      patient: components['schemas']['Patient'];
      coverage: components['schemas']['Coverage'];

      /** who bills, where that is not the practice itself */
      billingEntityId?: string;
      renderingProvider: components['schemas']['Provider'];

      /** who gave the services, where another is billed for them */
      performingProvider?: components['schemas']['Provider'];

      /** of the practice: where the visit was */
      locationId?: string;
      referringProvider?: components['schemas']['Provider'];
      priorAuthorization?: string;

      /** what it says of the visit beside what stands here */
      visit?: components['schemas']['VisitFacts'];
      dateOfService: components['schemas']['CalendarDate'];
      placeOfService: string;
      diagnoses: string[];
      lines: components['schemas']['ClaimLine'][];

      /** what the contract allows for each line, where the payer’s fees are known */
      expected?: components['schemas']['ExpectedLine'][];
      submissions: components['schemas']['Submission'][];
      payerControlNumber?: string;
      priorPayers: components['schemas']['PriorPayer'][];

      /** in the order in which they are billed */
      nextPayers: components['schemas']['NextPayer'][];

      /** the claim by which the next payer was billed */
      nextClaimId?: string;

      /** the claim by which another payer is billed in its place */
      insteadClaimId?: string;

      /** the claim in whose place, as first payer, it was made */
      insteadOf?: string;

      /** names what payers before say now, where somebody found that the decision stands with it */
      letStand?: string;
      adjudications: components['schemas']['Adjudication'][];
      takebacks: components['schemas']['Takeback'][];
      refunds: components['schemas']['Refund'][];
      writeOffs: components['schemas']['WriteOff'][];

      /** what the patient was billed */
      patientBilled: number;
      patientBilledAbout?: string[];

      /** what of it single adjustments were billed for, beside the patient’s share */
      patientBilledParts?: components['schemas']['DecidedPart'][];

      /** 271 answers so far */
      eligibilityChecks: number;

      /** status inquiries answered or given up */
      followUps: number;

      /** those of them before a person or a new submission started the count over */
      followUpsForgiven: number;

      /** the payer’s last word on a status inquiry (277) */
      payerStatus?: components['schemas']['PayerStatus'];

      /** when the payer last answered or was given up, or a person started the wait over */
      followedUpAt?: string;

      /** 835 files that spoke of this claim */
      remittances: number;

      /** what people decided, once each */
      decisions: components['schemas']['Decision'][];
      beforeDecision?: components['schemas']['BeforeDecision'];

      /** that were sent, each with its answer */
      appeals?: components['schemas']['ClaimAppeal'][];

      /** edits that warned of the visit and were answered, each with what it was about */
      answeredWarnings?: string[];

      /** the lifecycle that drives the claim */
      executionArn?: string;
      createdAt: string;
      position: components['schemas']['Position'];
    };
    ClaimAppeal: {
      taskId: string;
      level: number;

      /** the decisions that it contests, by id */
      about: string[];

      /** cents that it asks for */
      disputed: number;

      /** cents that the payer had paid when it was sent */
      paidBefore: number;
      sent: components['schemas']['Delivery'];
      answer?: components['schemas']['AppealAnswer'];
    };
    ClaimCandidate: {
      claimId: string;
      submissionNumber: number;

      /** how much speaks for it */
      score: number;

      /** facts, in words */
      agrees: string[];
      differs: string[];
    };
    ClaimEvent: {
      type: string;
      at: string;
      actor: components['schemas']['Actor'];
      detail: { [name: string]: string | number | boolean };
    };
    ClaimLine: {
      procedure: string;
      modifiers: string[];
      units: number;
      diagnosisPointers: number[];

      /** what a claim says of it beside the code */
      facts?: components['schemas']['ServiceFacts'];
      lineNumber: number;

      /** for all units */
      charge: number;

      /** where that is not the claim’s */
      renderingProvider?: components['schemas']['Provider'];
    };
    ClassRule: {
      reasons: string[];
      groups?: ('CO' | 'OA' | 'PI' | 'PR' | 'CR')[];
      amounts?: 'positive' | 'negative';
      class:
        | 'contractual'
        | 'informational'
        | 'patient-share'
        | 'next-payer'
        | 'prior-payer'
        | 'receivable'
        | 'disputed';
      ofWhole?:
        | 'contractual'
        | 'informational'
        | 'patient-share'
        | 'next-payer'
        | 'prior-payer'
        | 'receivable'
        | 'disputed';
      payerId?: string;
      from?: components['schemas']['CalendarDate'];
      to?: components['schemas']['CalendarDate'];

      /** the clause of the contract, or whatever else says so */
      because: string;
    };
    CodeDecision: {
      code: string;
      decision: 'accepted' | 'rejected' | 'added';
      source?: 'claimwright' | 'comprehend-medical' | 'bedrock';
      confidence?: number;
      edition?: string;

      /** the rule trail that the decision was made on */
      rules: string[];

      /** what of an accepted service was changed: modifiers, units */
      changed: string[];
      term?: string;

      /** the words that were named for an added code */
      quote?: string;
    };
    CodeSuggestion: {
      system: 'ICD-10-CM' | 'CPT' | 'HCPCS';
      code: string;
      description: string;
      confidence: number;
      evidence: components['schemas']['EvidenceSpan'][];

      /** why: the rules applied, in order */
      rules: string[];
      modifiers: string[];
      units: number;

      /** the edition of the code set that has the code */
      edition?: string;

      /** needs-query: the clinician has to be asked */
      status?: 'suggested' | 'needs-query';

      /** who alone proposes it, where our own rules do not */
      source?: 'claimwright' | 'comprehend-medical' | 'bedrock';

      /** a question rather than a code: shown to the coder, and no part of what is proposed */
      weak?: true;

      /** what has to be asked about it */
      question?: string;
      specify?: components['schemas']['Specifying'];

      /** what raises and what lowers the confidence, the strongest first */
      because?: { raises: string[]; lowers: string[] };

      /** the code set's own words that led to it, under which decisions are counted */
      term?: string;
    };
    CodeSupport: { code: string; quote: string };
    CodedService: {
      procedure: string;
      modifiers: string[];
      units: number;
      diagnosisPointers: number[];

      /** what a claim says of it beside the code */
      facts?: components['schemas']['ServiceFacts'];
    };
    CodedServiceSent: {
      procedure: string;
      modifiers?: string[];
      units: number;
      diagnosisPointers: number[];

      /** what a claim says of it beside the code */
      facts?: components['schemas']['ServiceFacts'];
    };
    CodingBasis: { rules: number; codes: string };
    CodingReview: {
      /** the task, or the policy */
      acceptedFor: string;
      by: components['schemas']['DecidingActor'];
      at: string;
      basis?: components['schemas']['CodingBasis'];
      decisions: components['schemas']['CodeDecision'][];
    };
    Condition: {
      path?: string;
      is?: string | number | boolean;
      isNot?: string | number | boolean;
      oneOf?: (string | number | boolean)[];
      notOneOf?: (string | number | boolean)[];
      inRange?: string | { from?: string | number | boolean; to?: string | number | boolean };
      notInRange?: string | { from?: string | number | boolean; to?: string | number | boolean };
      startsWith?: string;
      notStartsWith?: string;
      present?: true;
      absent?: true;
      all?: components['schemas']['Condition'][];
      any?: components['schemas']['Condition'][];
      none?: components['schemas']['Condition'][];
      count?: components['schemas']['Condition'];
      atLeast?: number;
      atMost?: number;
    };
    Conflict: {
      /** leads to the words about it on the page of the API */
      type: string;
      title: string;
      status: number;
      detail: string;

      /** what to do about it */
      next: string;
      findings: components['schemas']['ProblemFinding'][];

      /** as it stands */
      task?: components['schemas']['Task'];

      /** why a decision is not taken back */
      undo?: { kind: string } & { [name: string]: unknown };
    };
    Correction: {
      memberId?: string;
      groupNumber?: string | null;
      relationship?: components['schemas']['Relationship'];

      /** null: the patient holds the policy */
      policyHolder?: {
        lastName: string;
        firstName: string;
        dateOfBirth: components['schemas']['CalendarDate'];

        /** F female, M male, U unknown (DMG03) */
        gender: 'F' | 'M' | 'U';
      } | null;
      patientLastName?: string;
      patientFirstName?: string;
      patientMiddleName?: string | null;
      patientDateOfBirth?: components['schemas']['CalendarDate'];

      /** F female, M male, U unknown (DMG03) */
      patientGender?: 'F' | 'M' | 'U';
      patientAddress?: components['schemas']['Address'];
      dateOfService?: components['schemas']['CalendarDate'];
      placeOfService?: string;
      priorAuthorization?: string | null;
      referralNumber?: string | null;
      cliaNumber?: string | null;
      renderingProvider?: components['schemas']['Provider'];
      referringProvider?: components['schemas']['Provider'] | null;
      orderingProvider?: components['schemas']['Provider'] | null;
      supervisingProvider?: components['schemas']['Provider'] | null;
      serviceFacility?: components['schemas']['ServiceFacility'] | null;
      accident?: components['schemas']['Accident'] | null;

      /** to the payer (NTE) */
      claimNote?: string | null;
      attachments?: components['schemas']['Attachment'][] | null;
      codes?: components['schemas']['EncounterCodes'];

      /** of service lines, all that there are */
      drugs?:
        | {
            /** NDC, eleven digits without hyphens (LIN03) */
            ndc: string;

            /** How much was given, in the unit beside it; three decimals at most (CTP04) */
            quantity: number;

            /** F2 international unit, GR gram, ME milligram, ML millilitre, UN unit (CTP05) */
            unit: 'F2' | 'GR' | 'ME' | 'ML' | 'UN';

            /** Number of the prescription (REF*XZ) */
            prescriptionNumber?: string;

            /** What the ingredients of one compound drug share (REF*VY) */
            compoundLink?: string;
            line: number;
          }[]
        | null;

      /** of lines that are charged otherwise than the price list has it */
      charges?: { line: number; charge: number }[];

      /** the words of the note behind codes that the coder added */
      support?: components['schemas']['CodeSupport'][];
    };
    CorrectionSent: {
      memberId?: string;
      groupNumber?: string | null;
      relationship?: components['schemas']['Relationship'];

      /** null: the patient holds the policy */
      policyHolder?: {
        lastName: string;
        firstName: string;
        dateOfBirth: components['schemas']['CalendarDate'];

        /** F female, M male, U unknown (DMG03) */
        gender: 'F' | 'M' | 'U';
      } | null;
      patientLastName?: string;
      patientFirstName?: string;
      patientMiddleName?: string | null;
      patientDateOfBirth?: components['schemas']['CalendarDate'];

      /** F female, M male, U unknown (DMG03) */
      patientGender?: 'F' | 'M' | 'U';
      patientAddress?: components['schemas']['Address'];
      dateOfService?: components['schemas']['CalendarDate'];
      placeOfService?: string;
      priorAuthorization?: string | null;
      referralNumber?: string | null;
      cliaNumber?: string | null;
      renderingProvider?: components['schemas']['Provider'];
      referringProvider?: components['schemas']['Provider'] | null;
      orderingProvider?: components['schemas']['Provider'] | null;
      supervisingProvider?: components['schemas']['Provider'] | null;
      serviceFacility?: components['schemas']['ServiceFacility'] | null;
      accident?: components['schemas']['Accident'] | null;

      /** to the payer (NTE) */
      claimNote?: string | null;
      attachments?: components['schemas']['Attachment'][] | null;
      codes?: components['schemas']['EncounterCodesSent'];

      /** of service lines, all that there are */
      drugs?:
        | {
            /** NDC, eleven digits without hyphens (LIN03) */
            ndc: string;

            /** How much was given, in the unit beside it; three decimals at most (CTP04) */
            quantity: number;

            /** F2 international unit, GR gram, ME milligram, ML millilitre, UN unit (CTP05) */
            unit: 'F2' | 'GR' | 'ME' | 'ML' | 'UN';

            /** Number of the prescription (REF*XZ) */
            prescriptionNumber?: string;

            /** What the ingredients of one compound drug share (REF*VY) */
            compoundLink?: string;
            line: number;
          }[]
        | null;

      /** of lines that are charged otherwise than the price list has it */
      charges?: { line: number; charge: number }[];

      /** the words of the note behind codes that the coder added */
      support?: components['schemas']['CodeSupport'][];
    };
    Coverage: {
      /** The payer by its id in the practice’s contracts, payers.json (2010BB NM109) */
      payerId: string;

      /** P primary, S secondary, T tertiary: the order in which payers are billed (SBR01) */
      responsibility: 'P' | 'S' | 'T';

      /** Number of the member as the card has it (2010BA NM109) */
      memberId: string;

      /** Number of the group or plan (SBR03) */
      groupNumber?: string;

      /** SBR05: why Medicare is not the first payer, such as 12 for a working aged patient */
      insuranceType?: '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47';
      relationship: components['schemas']['Relationship'];

      /** The person who holds the policy, where that is not the patient (2010BA) */
      subscriber?: components['schemas']['Subscriber'];

      /** The employer that holds the policy of workers’ compensation, with relationship employee (2010BA) */
      employer?: components['schemas']['Employer'];
    };
    CoverageName: {
      /** The payer by its id in the practice’s contracts, payers.json (2010BB NM109) */
      payerId: string;

      /** Number of the member as the card has it (2010BA NM109) */
      memberId: string;

      /** P primary, S secondary, T tertiary: the order in which payers are billed (SBR01) */
      responsibility: 'P' | 'S' | 'T';
    };
    CoverageRecord: {
      practiceId: string;
      patientId: string;
      coverageId: string;
      coverage: components['schemas']['Coverage'];

      /** a person or a table says from when to when it is in force */
      stated: boolean;
      from?: components['schemas']['CalendarDate'];

      /** its last day */
      to?: components['schemas']['CalendarDate'];
      seen: components['schemas']['Sighting'][];

      /** it answers for an accident and for nothing else */
      forAccident: boolean;

      /** the last word on its details (`wordOf`) */
      saidOn: string;
    };
    DecidedPart: {
      line?: number;
      group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR';

      /** CARC */
      reason: string;
      amount: number;
    };
    DecidingActor: {
      kind: 'person' | 'program' | 'step' | 'payer';

      /** what identifies who acts among those of its kind */
      subject: string;

      /** where it acts */
      practiceId?: string;

      /** the desk whose work it does */
      role?: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';

      /** what the practice calls it, of those who are its members */
      name?: string;

      /** of a person who signed in */
      mailbox?: string;
    };
    Decision: {
      taskId: string;
      action: string;
      by: components['schemas']['DecidingActor'];

      /** of an undo */
      at?: string;

      /** of an undo: the wait in which the lifecycle may still be */
      wakes?: string;
    };
    DeleteCoderMemoryAnswer: { erased: number };
    Delivery: {
      way: 'partner' | 'portal' | 'fax' | 'mail';
      on: components['schemas']['CalendarDate'];

      /** of a portal, a fax or a parcel */
      confirmation?: string;

      /** what was sent, where it was made here */
      packet?: components['schemas']['Packet'];
    };
    Demographics: {
      /** Last name (NM103) */
      lastName: string;

      /** First name (NM104) */
      firstName: string;

      /** Middle name or initial (NM105) */
      middleName?: string;

      /** Jr, III (NM107) */
      suffix?: string;
      dateOfBirth: components['schemas']['CalendarDate'];

      /** F female, M male, U unknown (DMG03) */
      gender?: 'F' | 'M' | 'U';
      address?: components['schemas']['Address'];
      phone?: string;
      dateOfDeath?: components['schemas']['CalendarDate'];

      /** who pays what is the patient’s, where that is somebody else */
      guarantor?: components['schemas']['Guarantor'];
    };
    Deposit: {
      /** the day on which the bank posted it */
      date: components['schemas']['CalendarDate'];

      /** in cents */
      amount: number;

      /** all that the bank says of it, addenda included, a line for each line of the bank */
      text: string;
      bankReference?: string;
      checkNumber?: string;

      /** its last four digits, where several accounts are told of */
      account?: string;
      method?: 'ACH' | 'CHK' | 'FWT';
      depositId: string;
      practiceId: string;
      source: components['schemas']['DepositSource'];

      /** the instant at which we heard of it */
      at: string;
    };
    DepositSource: { kind: 'bai2' | 'csv' | 'api'; name: string };
    Drug: {
      /** NDC, eleven digits without hyphens (LIN03) */
      ndc: string;

      /** How much was given, in the unit beside it; three decimals at most (CTP04) */
      quantity: number;

      /** F2 international unit, GR gram, ME milligram, ML millilitre, UN unit (CTP05) */
      unit: 'F2' | 'GR' | 'ME' | 'ML' | 'UN';

      /** Number of the prescription (REF*XZ) */
      prescriptionNumber?: string;

      /** What the ingredients of one compound drug share (REF*VY) */
      compoundLink?: string;
    };
    EditFinding: {
      code: string;
      path: string;
      detail: string;
      source: string;
      severity: 'block' | 'warn' | 'info';
      desk:
        | 'clinic'
        | 'coder'
        | 'biller'
        | 'front-desk'
        | 'authorizations'
        | 'appeals'
        | 'credentialing'
        | 'records';

      /** what it is about, where its words change with time: an answer to it holds for that */
      about?: string;

      /** so that no mail has its words */
      namesOtherVisit?: true;
    };
    EditOverride: {
      code: string;
      detail: string;
      about?: string;
      reason: string;
      by: components['schemas']['DecidingActor'];
      at: string;
    };
    Effect: {
      /** what keeps the visit from being billed, and what to do about it */
      hold?: string;

      /** what somebody has to look at before it is billed */
      warn?: string;

      /** who is told: a biller unless said */
      desk?:
        | 'clinic'
        | 'coder'
        | 'biller'
        | 'front-desk'
        | 'authorizations'
        | 'appeals'
        | 'credentialing'
        | 'records';
      set?: string;
      to?: unknown;

      /** the property whose value is set */
      copy?: string;
      add?: string;
      remove?: string;
      value?: unknown;
    };
    Employer: {
      /** Name of the employer (NM103, NM102 = 2; box 4) */
      name: string;

      /** Address of the employer (box 7) */
      address?: components['schemas']['Address'];
    };
    Encounter: {
      practiceId: string;
      encounterId: string;
      status:
        | 'registered'
        | 'documented'
        | 'coding'
        | 'unreadable'
        | 'coded'
        | 'claimed'
        | 'self-pay'
        | 'not-billable';
      version: number;
      registration?: components['schemas']['EncounterRegistration'];
      document?: components['schemas']['EncounterDocument'];

      /** addenda and results, as they came */
      furtherDocuments?: components['schemas']['EncounterDocument'][];

      /** the text of the document, in the intake bucket: evidence counts in it */
      textKey?: string;

      /** why documents beside the readable ones say nothing: asked of the coder */
      unreadDocuments?: string[];
      suggestions: components['schemas']['CodeSuggestion'][];
      rejectedCodes?: components['schemas']['RejectedCode'][];

      /** what the suggestions were made with */
      codingBasis?: components['schemas']['CodingBasis'];

      /** who decided what, the latest last */
      codingReviews?: components['schemas']['CodingReview'][];

      /** what the coder, or for an unreadable document the clinic, has to answer */
      questions: string[];

      /** questions to the clinician as text that is ready to be sent */
      queries?: string[];

      /** edits that the visit breaks */
      findings: components['schemas']['EditFinding'][];

      /** warnings of edits that somebody answered */
      overrides: components['schemas']['EditOverride'][];

      /** what of the registration was written otherwise than it is kept */
      repairs?: components['schemas']['NetChange'][];

      /** what the practice’s rules changed when the visit was scrubbed last */
      ruled?: components['schemas']['Ruled'];
      proposal?: components['schemas']['EncounterCodes'];
      codes?: components['schemas']['EncounterCodes'];

      /** how often codes were confirmed: numbers the encounter's tasks */
      codingRounds: number;

      /** whoever decided, or the step that applied the policy */
      codedBy?: components['schemas']['DecidingActor'];

      /** the tasks whose codes were taken, or the policy: each counts once */
      codesAcceptedFor: string[];

      /** the tasks that ended without codes, for the visit is read or checked again: each counts once */
      restartedFor: string[];

      /** why nothing of the visit is billed, and who said so */
      notBillable?: { reason: string; by: components['schemas']['DecidingActor']; at: string };

      /** the coding workflow that drives the encounter */
      executionArn?: string;
      createdAt: string;
    };
    EncounterCodes: { diagnoses: string[]; services: components['schemas']['CodedService'][] };
    EncounterCodesSent: { diagnoses: string[]; services: components['schemas']['CodedServiceSent'][] };
    EncounterDocument: { key: string; digest: string; receivedAt: string };
    EncounterRegistration: {
      /** Version of this layout: 2, or 1 for files that have a part of its fields */
      version?: 1 | 2;

      /** The patient (2010BA where that is the subscriber, else 2010CA) */
      patient: components['schemas']['Patient'];

      /** Who pays what is the patient’s, where that is somebody else; not sent */
      guarantor?: components['schemas']['Guarantor'];

      /** Insurance, the primary one first; an empty list where the patient pays (2000B, 2320) */
      coverages: components['schemas']['Coverage'][];

      /** Day of the visit, the first where there are several (DTP*472) */
      dateOfService: components['schemas']['CalendarDate'];

      /** Two digits of the CMS code set, such as 11 office (CLM05-1) */
      placeOfService: string;

      /** Location of the practice where the visit was; chooses who bills */
      locationId?: string;

      /** The appointment that the visit keeps; not sent */
      appointmentId?: string;

      /** NPI of who gave the services, one of the practice’s providers (2310B NM109) */
      renderingProviderNpi: string;

      /** Whether the patient is new to the practice: bears on the codes of the visit; not sent */
      patientType: 'new' | 'established';

      /** Where somebody else is to be billed than who gave the services */
      incidentTo?: components['schemas']['IncidentTo'];

      /** Who sent the patient (2310A DN) */
      referringProvider?: components['schemas']['Provider'];

      /** Authorization of the visit (REF*G1) */
      priorAuthorization?: string;

      /** What is known of services beside their codes (2400) */
      services?: components['schemas']['RegisteredService'][];

      /** Last day, where the visit took several (DTP*472) */
      lastDateOfService?: components['schemas']['CalendarDate'];

      /** Who sent the patient first, where two did (2310A P3) */
      primaryCareProvider?: components['schemas']['Provider'];

      /** Who ordered the tests, drugs or supplies of the visit (2420E) */
      orderingProvider?: components['schemas']['Provider'];

      /** Who supervised (2310D) */
      supervisingProvider?: components['schemas']['Provider'];

      /** Where it was, when that is not the practice (2310C) */
      serviceFacility?: components['schemas']['ServiceFacility'];

      /** Number of the referral (REF*9F) */
      referralNumber?: string;

      /** CLIA certificate of the laboratory of the visit (REF*X4) */
      cliaNumber?: string;

      /** Certification of the mammograph (REF*EW) */
      mammographyCertification?: string;

      /** Investigational device exemption (REF*LX) */
      investigationalDevice?: string;

      /** Demonstration project (REF*P4) */
      demonstrationProject?: string;

      /** NPI of the home health agency or hospice (REF*1J) */
      carePlanOversight?: string;

      /** Number of the medical record (REF*EA) */
      medicalRecordNumber?: string;

      /** An accident or the patient’s work as the cause (CLM11) */
      accident?: components['schemas']['Accident'];

      /** Days beside the day of service (DTP of loop 2300) */
      dates?: components['schemas']['VisitDates'];

      /** Whole cents that the patient paid for the visit, copay and all else: 2500 is $25.00 (AMT*F5) */
      patientPaid?: number;

      /** A note to the payer about the visit (NTE) */
      note?: {
        /** ADD more information, CER certification, DCP goals and plans, DGN diagnosis (NTE01) */
        type: 'ADD' | 'CER' | 'DCP' | 'DGN';

        /** 80 characters at most (NTE02) */
        text: string;
      };

      /** Documents that follow the claim (PWK) */
      attachments?: components['schemas']['Attachment'][];

      /** NUBC codes that a payer wants, such as 17 homeless (HI*BG) */
      conditionCodes?: string[];

      /** The procedures for which anesthesia was given (HI*BP, BO) */
      anesthesiaSurgery?: string[];

      /** Referral after an EPSDT screening (CRC*ZZ) */
      epsdtReferral?: {
        /** Whether a referral was given (CRC02) */
        given: boolean;

        /** AV available and not used, S2 under treatment, ST new services, NU no referral (CRC03) */
        conditions: ('AV' | 'NU' | 'S2' | 'ST')[];
      };

      /** CLM12: 02 handicapped children, 03 special federal funding, 05 disability, 09 second opinion */
      specialProgram?: '02' | '03' | '05' | '09';

      /** CLM20: why the claim comes late, such as 7 third party processing delay */
      delayReason?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '15';

      /** Whether the patient cannot leave home (CRC*75) */
      homebound?: boolean;

      /** Whether the patient is pregnant (PAT09) */
      pregnant?: boolean;

      /** Pounds; three decimals at most (PAT08) */
      patientWeightPounds?: number;

      /** Of chiropractors (CR2) */
      spinalManipulation?: {
        /** Kind of the condition (CR208) */
        condition: 'acute' | 'chronic' | 'acute-in-chronic';

        /** What it is, in words (CR210) */
        description?: string;
      };

      /** What was signed, where that is not the usual */
      signature?: {
        /** Whether the provider’s signature is on file (CLM06) */
        provider: boolean;

        /** Whether the payer is to pay the practice (CLM08) */
        benefitsAssigned: 'yes' | 'no' | 'refused';

        /** By what the payer may be told: signed, or by law (CLM09) */
        release: 'signed' | 'by-law';

        /** Whether the practice signed for a patient who was not there (CLM10) */
        byPractice: boolean;
      };

      /** Whether the provider takes the payer’s price; yes where nothing is said (CLM07) */
      acceptsAssignment?: 'yes' | 'laboratory-only' | 'no';
    };
    EncounterRegistrationSent: {
      /** Version of this layout: 2, or 1 for files that have a part of its fields */
      version?: 1 | 2;

      /** The patient (2010BA where that is the subscriber, else 2010CA) */
      patient: components['schemas']['Patient'];

      /** Who pays what is the patient’s, where that is somebody else; not sent */
      guarantor?: components['schemas']['Guarantor'];

      /** Insurance, the primary one first; an empty list where the patient pays (2000B, 2320) */
      coverages: components['schemas']['Coverage'][];

      /** Day of the visit, the first where there are several (DTP*472) */
      dateOfService: components['schemas']['CalendarDate'];

      /** Two digits of the CMS code set, such as 11 office (CLM05-1) */
      placeOfService: string;

      /** Location of the practice where the visit was; chooses who bills */
      locationId?: string;

      /** The appointment that the visit keeps; not sent */
      appointmentId?: string;

      /** NPI of who gave the services, one of the practice’s providers (2310B NM109) */
      renderingProviderNpi: string;

      /** Whether the patient is new to the practice: bears on the codes of the visit; not sent */
      patientType: 'new' | 'established';

      /** Where somebody else is to be billed than who gave the services */
      incidentTo?: components['schemas']['IncidentTo'];

      /** Who sent the patient (2310A DN) */
      referringProvider?: components['schemas']['Provider'];

      /** Authorization of the visit (REF*G1) */
      priorAuthorization?: string;

      /** What is known of services beside their codes (2400) */
      services?: components['schemas']['RegisteredService'][];

      /** Last day, where the visit took several (DTP*472) */
      lastDateOfService?: components['schemas']['CalendarDate'];

      /** Who sent the patient first, where two did (2310A P3) */
      primaryCareProvider?: components['schemas']['Provider'];

      /** Who ordered the tests, drugs or supplies of the visit (2420E) */
      orderingProvider?: components['schemas']['Provider'];

      /** Who supervised (2310D) */
      supervisingProvider?: components['schemas']['Provider'];

      /** Where it was, when that is not the practice (2310C) */
      serviceFacility?: components['schemas']['ServiceFacility'];

      /** Number of the referral (REF*9F) */
      referralNumber?: string;

      /** CLIA certificate of the laboratory of the visit (REF*X4) */
      cliaNumber?: string;

      /** Certification of the mammograph (REF*EW) */
      mammographyCertification?: string;

      /** Investigational device exemption (REF*LX) */
      investigationalDevice?: string;

      /** Demonstration project (REF*P4) */
      demonstrationProject?: string;

      /** NPI of the home health agency or hospice (REF*1J) */
      carePlanOversight?: string;

      /** Number of the medical record (REF*EA) */
      medicalRecordNumber?: string;

      /** An accident or the patient’s work as the cause (CLM11) */
      accident?: components['schemas']['Accident'];

      /** Days beside the day of service (DTP of loop 2300) */
      dates?: components['schemas']['VisitDates'];

      /** Whole cents that the patient paid for the visit, copay and all else: 2500 is $25.00 (AMT*F5) */
      patientPaid?: number;

      /** A note to the payer about the visit (NTE) */
      note?: {
        /** ADD more information, CER certification, DCP goals and plans, DGN diagnosis (NTE01) */
        type?: 'ADD' | 'CER' | 'DCP' | 'DGN';

        /** 80 characters at most (NTE02) */
        text: string;
      };

      /** Documents that follow the claim (PWK) */
      attachments?: components['schemas']['Attachment'][];

      /** NUBC codes that a payer wants, such as 17 homeless (HI*BG) */
      conditionCodes?: string[];

      /** The procedures for which anesthesia was given (HI*BP, BO) */
      anesthesiaSurgery?: string[];

      /** Referral after an EPSDT screening (CRC*ZZ) */
      epsdtReferral?: {
        /** Whether a referral was given (CRC02) */
        given: boolean;

        /** AV available and not used, S2 under treatment, ST new services, NU no referral (CRC03) */
        conditions: ('AV' | 'NU' | 'S2' | 'ST')[];
      };

      /** CLM12: 02 handicapped children, 03 special federal funding, 05 disability, 09 second opinion */
      specialProgram?: '02' | '03' | '05' | '09';

      /** CLM20: why the claim comes late, such as 7 third party processing delay */
      delayReason?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '15';

      /** Whether the patient cannot leave home (CRC*75) */
      homebound?: boolean;

      /** Whether the patient is pregnant (PAT09) */
      pregnant?: boolean;

      /** Pounds; three decimals at most (PAT08) */
      patientWeightPounds?: number;

      /** Of chiropractors (CR2) */
      spinalManipulation?: {
        /** Kind of the condition (CR208) */
        condition: 'acute' | 'chronic' | 'acute-in-chronic';

        /** What it is, in words (CR210) */
        description?: string;
      };

      /** What was signed, where that is not the usual */
      signature?: {
        /** Whether the provider’s signature is on file (CLM06) */
        provider?: boolean;

        /** Whether the payer is to pay the practice (CLM08) */
        benefitsAssigned?: 'yes' | 'no' | 'refused';

        /** By what the payer may be told: signed, or by law (CLM09) */
        release?: 'signed' | 'by-law';

        /** Whether the practice signed for a patient who was not there (CLM10) */
        byPractice?: boolean;
      };

      /** Whether the provider takes the payer’s price; yes where nothing is said (CLM07) */
      acceptsAssignment?: 'yes' | 'laboratory-only' | 'no';
    };
    Enrolments: { enrolments: components['schemas']['ProviderEnrolment'][] };
    EvidenceSpan: {
      start: number;
      end: number;
      quote: string;

      /** the part of the note: assessment, history, … */
      section?: string;
      sentence?: string;
    };
    ExpectedLine: {
      lineNumber: number;
      amount?: number;
      basis?: components['schemas']['FeeBasis'];
      steps: components['schemas']['PricingStep'][];
      unknown: {
        code:
          | 'no-fee'
          | 'several-fees'
          | 'modifier'
          | 'time-units'
          | 'multiple-procedures'
          | 'units-of-reduced';
        of?: string;
      }[];
    };
    FeeBasis: {
      fee: number;
      modifiers: string[];
      setting?: 'facility' | 'non-facility';
      locality?: string;
      from: components['schemas']['CalendarDate'];
      to?: components['schemas']['CalendarDate'];
      source: string;
    };
    FeeLine: {
      payerId: string;
      procedure: string;

      /** with which the fee is meant, such as 26 */
      modifiers: string[];
      setting?: 'facility' | 'non-facility';

      /** of the payer, such as 1520200 of Medicare */
      locality?: string;
      amount: number;
      from: components['schemas']['CalendarDate'];

      /** @default until the next line of its kind begins */
      to?: components['schemas']['CalendarDate'];
      multipleProcedure?:
        | 'standard'
        | 'endoscopy'
        | 'imaging'
        | 'therapy'
        | 'cardiovascular'
        | 'ophthalmology';

      /** with modifier 50, where the schedule says so itself */
      bilateralPercent?: number;

      /** of which table and line it is */
      source: string;
    };
    Finding: { code: string; path: string; detail: string };
    GatewayRefusal: { message: string } & { [name: string]: unknown };
    GetAdjustmentClassesAnswer: {
      adjustmentClasses: components['schemas']['ClassRule'][];
      ours: ({
        reasons: string[];
        class:
          | 'contractual'
          | 'informational'
          | 'patient-share'
          | 'next-payer'
          | 'prior-payer'
          | 'receivable'
          | 'disputed';
      } & { [name: string]: unknown })[];
    };
    GetAppointmentAnswer: { appointment: components['schemas']['Appointment'] };
    GetAppointmentsAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      appointments: components['schemas']['Appointment'][];
    };
    GetClaimAnswer: { claim: components['schemas']['Claim']; tasks: components['schemas']['Task'][] };
    GetClaimHistoryAnswer: { events: components['schemas']['ClaimEvent'][] };
    GetClaimsAnswer: { claims: components['schemas']['Claim'][] };
    GetCoderMemoryAnswer: { [name: string]: unknown };
    GetCreditBalancesAnswer: { creditBalances: { [name: string]: unknown }[] };
    GetDepositsAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      deposits: components['schemas']['Deposit'][];
    };
    GetDuplicatePatientsAnswer: { duplicates: { [name: string]: unknown }[] };
    GetEncounterAnswer: {
      encounter: components['schemas']['Encounter'];
      claims: components['schemas']['Claim'][];
      tasks: components['schemas']['Task'][];
      position: components['schemas']['Position'];
    };
    GetEncountersAnswer: { encounters: components['schemas']['Encounter'][] };
    GetFeeScheduleAnswer: { fees: components['schemas']['FeeLine'][] };
    GetMemberAnswer: {
      member: components['schemas']['Membership'];
      history: components['schemas']['Membership'][];
    };
    GetMembersAnswer: { members: components['schemas']['Membership'][] };
    GetPatientAnswer: {
      patient: components['schemas']['PatientRecord'];
      coverages: components['schemas']['CoverageRecord'][];
      inForce: components['schemas']['Coverage'][];
      history: ({
        type: 'entered' | 'changed' | 'coverage' | 'merged' | 'unmerged' | 'told-apart';
        at: string;
        actor: components['schemas']['Actor'];

        /** what it was taken from: a visit, a table, a program */
        source: string;
        changes: { field: string; before?: unknown; after?: unknown }[];
      } & { [name: string]: unknown })[];
      duplicates: { [name: string]: unknown }[];
    };
    GetPatientAuthorizationsAnswer: {
      authorizations: {
        payerId: string;
        number: string;

        /** none named: whatever is done */
        services: components['schemas']['AuthorizedServices'][];

        /** absent where the payer limits the days only */
        limit?: { of: 'units' | 'visits'; quantity: number };
        from: components['schemas']['CalendarDate'];

        /** its last day */
        to: components['schemas']['CalendarDate'];

        /** of the limit, by what is no claim here */
        usedElsewhere: number;
        note?: string;
        practiceId: string;
        patientId: components['schemas']['PatientId'];
        authorizationId: string;
        version: number;
        history: {
          at: string;
          actor: components['schemas']['Actor'];
          source: string;
          changes: { field: string; before?: unknown; after?: unknown }[];
        }[];

        /** what claims took of it */
        use: { [name: string]: unknown };
      }[];
      answer?: { [name: string]: unknown };
    };
    GetPatientCoveragesAnswer: {
      on: components['schemas']['CalendarDate'];
      inForce: components['schemas']['Coverage'][];
      coverages: components['schemas']['CoverageRecord'][];
    };
    GetPatientsAnswer: {
      patients: components['schemas']['PatientRecord'][];
      after?: components['schemas']['PatientId'];
    };
    GetPaymentAnswer: {
      payment: {
        paymentId: string;

        /** names what it decides, where a person acted on it: else it follows from what is told */
        identity?: string;

        /** whom it pays; absent where the payee is none of ours */
        practiceId?: string;
        payer: {
          name: string;

          /** TRN03 */
          id?: string;
        };
        payee: components['schemas']['PaidTo'];
        trace: string;
        date?: components['schemas']['CalendarDate'];
        amount: number;

        /** ACH, CHK (check), NON (no payment), FWT, BOP */
        method?: string;
        providerLevel: components['schemas']['ProviderAdjustment'][];
        tellings: components['schemas']['Telling'][];
        status: 'held' | 'posting' | 'posted';
        postedParts: number;
        version: number;

        /** figures in cents */
        progress: { [name: string]: unknown };
        differingTellings: string[];
        held: components['schemas']['Held'][];
        resolutions: components['schemas']['Resolution'][];
      };
    };
    GetPaymentsAnswer: {
      payments: {
        paymentId: string;

        /** names what it decides, where a person acted on it: else it follows from what is told */
        identity?: string;

        /** whom it pays; absent where the payee is none of ours */
        practiceId?: string;
        payer: {
          name: string;

          /** TRN03 */
          id?: string;
        };
        payee: components['schemas']['PaidTo'];
        trace: string;
        date?: components['schemas']['CalendarDate'];
        amount: number;

        /** ACH, CHK (check), NON (no payment), FWT, BOP */
        method?: string;
        providerLevel: components['schemas']['ProviderAdjustment'][];
        tellings: components['schemas']['Telling'][];
        status: 'held' | 'posting' | 'posted';
        postedParts: number;
        version: number;

        /** figures in cents */
        progress: { [name: string]: unknown };
        differingTellings: string[];
      }[];
    };
    GetProviderLedgerAnswer: { accounts: { [name: string]: unknown }[] } & { [name: string]: unknown };
    GetReconciliationAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      ties: { [name: string]: unknown }[];
      differences: { [name: string]: unknown }[];
    } & { [name: string]: unknown };
    GetReportsDenialsAnswer: { [name: string]: unknown };
    GetReportsUnbilledVisitsAnswer: {
      totals: { stand: string; visits: number; oldestDays: number; amount: number; withoutAmount: number }[];
      visits: ({ encounterId: string; date: components['schemas']['CalendarDate']; days: number } & {
        [name: string]: unknown;
      })[];
    };
    GetReportsUnderpaymentsAnswer: { [name: string]: unknown };
    GetReportsUndocumentedAppointmentsAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      appointments: { [name: string]: unknown }[];
    };
    GetRoutingAnswer: {
      versions: components['schemas']['RoutingSet'][];
      house: {
        edition: string;
        rules: ({
          ruleId: string;
          when: components['schemas']['RoutingCondition'];
          then: {
            desk:
              | 'coder'
              | 'biller'
              | 'front-desk'
              | 'authorizations'
              | 'appeals'
              | 'credentialing'
              | 'records';

            /** the recommended one first */
            actions: (
              | 'resubmit'
              | 'appeal'
              | 'bill-next-payer'
              | 'bill-patient'
              | 'write-off'
              | 'keep-waiting'
            )[];

            /** what to do, for a biller */
            advice: string;

            /** @default the days of the desk */
            due?: components['schemas']['RoutedTime'];

            /** false: it is not offered, though it could be */
            nextPayer?: false;
          };
        } & { [name: string]: unknown })[];
      };
    };
    GetRulesAnswer: { versions: components['schemas']['RuleSet'][] };
    GetTaskAnswer: { task: components['schemas']['Task']; undo?: { [name: string]: unknown } };
    GetTasksAnswer: { tasks: components['schemas']['Task'][] };
    Guarantor: {
      /** Last name (NM103) */
      lastName: string;

      /** First name (NM104) */
      firstName: string;

      /** Middle name or initial (NM105) */
      middleName?: string;

      /** Jr, III (NM107) */
      suffix?: string;

      /** Where bills of the patient’s share go; not sent */
      address: components['schemas']['Address'];

      /** Ten digits; not sent */
      phone?: string;
    };
    HandPayment: {
      /** a payer of the practice */
      payerId: string;

      /** the number of the check or the transfer */
      trace: string;

      /** of the check */
      date: components['schemas']['CalendarDate'];
      amount: number;
      method?: 'ACH' | 'BOP' | 'CHK' | 'FWT' | 'NON';

      /** what it is posted from, such as the name or the number of a scan */
      document: string;
      note: string;
      claims?: {
        /** the number that the EOB has for the claim: ours (CLM01) */
        claimNumber: string;

        /** the payer’s own number of it (ICN) */
        payerControlNumber?: string;

        /** CLP02; 22 takes a decision back; what is denied follows from the adjustments */
        statusCode?: '1' | '2' | '3' | '4' | '19' | '20' | '21' | '22' | '23' | '25';
        charge: number;
        paid: number;

        /** of the claim as a whole */
        adjustments?: {
          group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR';

          /** CARC */
          reason: string;

          /** positive lowers the payment */
          amount: number;
        }[];
        remarks?: string[];
        lines?: {
          /** of the claim that was sent */
          lineNumber?: number;
          procedure: string;
          modifiers?: string[];
          charge: number;
          paid: number;
          adjustments?: {
            group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR';

            /** CARC */
            reason: string;

            /** positive lowers the payment */
            amount: number;
          }[];

          /** RARC */
          remarks?: string[];
        }[];
      }[];
      providerLevel?: {
        /** PLB03-1 */
        reason: string;

        /** PLB03-2 */
        reference?: string;

        /** positive lowers the payment */
        amount: number;
      }[];
    };
    HandTie: {
      tieId: string;
      practiceId: string;
      depositIds: string[];
      paymentIds: string[];
      by: components['schemas']['DecidingActor'];
      at: string;
      note: string;

      /** it counts no more; it is kept */
      withdrawn?: { by: components['schemas']['DecidingActor']; at: string; note: string };
    };
    HandlingEntry: {
      handling: 'hand-over' | 'hold' | 'add-note' | 'mail-again' | 'propose-no-more' | 'reopen';
      by: components['schemas']['DecidingActor'];
      at: string;
      note: string;

      /** the desk it went to, or the day until which it waits */
      to?: string;
    };
    Held: {
      code: string;
      path: string;
      detail: string;

      /** of the decision that is held: a person acts on it by this */
      adjudicationId?: string;

      /** the number of the claim that the payment names (CLP01) */
      claim?: string;
      amount?: number;

      /** what the payer names it by: its own claim number, or the reference of an adjustment */
      reference?: string;

      /** what of ours it may be about, the likeliest first: for a person to choose from */
      candidates?: components['schemas']['ClaimCandidate'][];

      /** whose claim is meant, where it is one of ours: not always the practice that is paid */
      practiceId?: string;
    };
    IncidentTo: {
      /** Who supervised (2310B or 2310D, by the payer’s rule) */
      supervisingProviderNpi: string;

      /** directly: in the office suite, or as the payer takes it */
      supervisorPresent: boolean;

      /** a physician of the practice began the treatment that this goes on with */
      establishedPlan: boolean;

      /** the patient brought a problem that no physician has seen */
      newProblem: boolean;
    };
    Invitation:
      | {
          kind: 'person';
          mailbox: string;

          /** what the practice calls it */
          name: string;
          roles: ('coder' | 'biller' | 'manager' | 'clinic' | 'administrator')[];
        }
      | {
          kind: 'program';
          clientId: string;

          /** what the practice calls it */
          name: string;
          roles: ('coder' | 'biller' | 'manager' | 'clinic' | 'administrator')[];
        };
    Location: {
      locationId: string;
      name: string;
      placeOfService: string;

      /** @default that of who bills */
      address?: components['schemas']['Address'];

      /** of the place itself: loop 2310C */
      npi?: string;

      /** of its laboratory: with tests */
      cliaNumber?: string;

      /** by which fees differ, such as 15202-00 */
      locality?: string;
    };
    Locations: { locations: components['schemas']['Location'][] };
    MemberChange: {
      /** what the practice calls it */
      name: string;
      roles: ('coder' | 'biller' | 'manager' | 'clinic' | 'administrator')[];
    };
    Membership: {
      practiceId: string;
      subject: string;
      kind: 'person' | 'program';

      /** what the practice calls it */
      name: string;

      /** of a person: where it was invited */
      mailbox?: string;
      roles: ('coder' | 'biller' | 'manager' | 'clinic' | 'administrator')[];
      status: 'active' | 'revoked';
      version: number;

      /** who entered this version */
      by: components['schemas']['Actor'];

      /** instant */
      at: string;
      note: string;
    };
    NetChange: { path: string; before?: unknown; after?: unknown; rules: string[] };
    NextPayer: {
      coverage: components['schemas']['Coverage'];
      payerName: string;
      claimFilingIndicator: string;
    };
    Packet: {
      key: string;

      /** SHA-256 of its bytes, hexadecimal */
      digest: string;
      pages: number;
      madeAt: string;

      /** digest of what it was made of: something else makes another packet */
      made: string;
    };
    PaidTo: { partnerId: string; npis: string[]; taxIds: string[] };
    PartDecision: {
      line?: number;
      group: 'CO' | 'OA' | 'PI' | 'PR' | 'CR';

      /** CARC */
      reason: string;
      amount: number;
      action: 'write-off' | 'bill-patient';
    };
    Patient: {
      /** Last name (NM103) */
      lastName: string;

      /** First name (NM104) */
      firstName: string;

      /** Middle name or initial (NM105) */
      middleName?: string;

      /** Jr, III (NM107) */
      suffix?: string;
      patientId: components['schemas']['PatientId'];

      /** Day of birth (DMG02) */
      dateOfBirth: components['schemas']['CalendarDate'];

      /** F female, M male, U unknown (DMG03) */
      gender: 'F' | 'M' | 'U';

      /** Where the patient lives (N3, N4 of 2010BA or 2010CA) */
      address: components['schemas']['Address'];

      /** Day of death, where the patient has died (PAT06) */
      dateOfDeath?: components['schemas']['CalendarDate'];
    };
    PatientFile: {
      patient: components['schemas']['PatientRecord'];
      coverages: components['schemas']['CoverageRecord'][];
      inForce: components['schemas']['Coverage'][];
    };

    /** The practice’s own number of the patient, by which its record is known; not sent */
    PatientId: string;
    PatientRecord: {
      practiceId: string;
      patientId: components['schemas']['PatientId'];

      /** of the record with its coverages */
      version: number;
      demographics: components['schemas']['Demographics'];

      /** for each field the day of its last word, and whose it was (`Said`): an older word changes nothing */
      saidOn: { [name: string]: string };

      /** the record of the same person that stands for this one */
      mergedInto?: components['schemas']['PatientId'];

      /** records that were merged into this one */
      absorbed: components['schemas']['PatientId'][];

      /** who looks alike and is somebody else, as a person said */
      distinctFrom: components['schemas']['PatientId'][];

      /** numbers its coverages */
      coveragesSoFar: number;

      /** what it was first taken from: a visit, a table, a program */
      enteredFrom: string;
      createdAt: string;
    };
    PayerStatus: {
      submissionNumber: number;
      inquiry: number;

      /** when we heard of it */
      at: string;
      outcome:
        | 'pending'
        | 'finalized'
        | 'unanswered'
        | 'rejected'
        | 'information-requested'
        | 'not-found'
        | 'inquiry-refused'
        | 'unclear';
      codes: components['schemas']['StatusCode'][];

      /** the day of the status or of the decision, as the payer has it */
      on?: components['schemas']['CalendarDate'];
      paid?: number;

      /** the check or transfer that the payer names (STC09) */
      trace?: string;
    };
    PaymentActedOn: {
      payment: {
        paymentId: string;

        /** names what it decides, where a person acted on it: else it follows from what is told */
        identity?: string;

        /** whom it pays; absent where the payee is none of ours */
        practiceId?: string;
        payer: {
          name: string;

          /** TRN03 */
          id?: string;
        };
        payee: components['schemas']['PaidTo'];
        trace: string;
        date?: components['schemas']['CalendarDate'];
        amount: number;

        /** ACH, CHK (check), NON (no payment), FWT, BOP */
        method?: string;
        providerLevel: components['schemas']['ProviderAdjustment'][];
        tellings: components['schemas']['Telling'][];
        status: 'held' | 'posting' | 'posted';
        postedParts: number;
        version: number;

        /** figures in cents */
        progress: { [name: string]: unknown };
        differingTellings: string[];
        held: components['schemas']['Held'][];
        resolutions: components['schemas']['Resolution'][];
      };
      findings: components['schemas']['Finding'][];
    };
    Position: {
      charge: number;
      insurancePaid: number;
      adjustments: number;
      writtenOff: number;
      receivable: number;
      patientBalance: number;
      open: number;
    } & { [name: string]: unknown };
    PostClaimRefundWithdrawalAnswer: { claim: components['schemas']['Claim'] };
    PostClaimRefundWithdrawalBody: { note: string };
    PostClaimRefundsAnswer: { claim: components['schemas']['Claim'] };
    PostClaimRefundsBody: {
      amount: number;
      date: components['schemas']['CalendarDate'];
      checkNumber?: string;
      document: string;
      note?: string;
    };
    PostDepositsAnswer: { deposits: { depositId: string; isNew: boolean }[] };
    PostDepositsBody: {
      deposits: {
        /** the day on which the bank posted it */
        date: components['schemas']['CalendarDate'];

        /** in cents */
        amount: number;

        /** all that the bank says of it, addenda included, a line for each line of the bank */
        text?: string;
        bankReference?: string;
        checkNumber?: string;

        /** its last four digits, where several accounts are told of */
        account?: string;
        method?: 'ACH' | 'CHK' | 'FWT';
      }[];
    };
    PostEncounterDocumentsAnswer: { method: 'PUT'; url: string; key: string; expiresInSeconds: number };
    PostEncounterDocumentsBody: { fileName: string };
    PostImportsAnswer: {
      kind: 'patients' | 'appointments' | 'authorizations' | 'fees';
      applied: boolean;
      counts: { [name in 'added' | 'changed' | 'unchanged' | 'duplicate' | 'refused']: number };
      lines: {
        line: number;
        outcome: 'added' | 'changed' | 'unchanged' | 'duplicate' | 'refused';
        fields: string[];
        reasons: components['schemas']['Finding'][];
        duplicates?: { [name: string]: unknown }[];
      }[];

      /** headings that mean nothing here */
      ignored: string[];

      /** against the table as a whole */
      findings: components['schemas']['Finding'][];
    };
    PostImportsBody: {
      kind: 'patients' | 'appointments' | 'authorizations' | 'fees';

      /** the table as text */
      csv?: string;

      /** its bytes, in whatever encoding it was saved */
      csvBase64?: string;

      /** of fees: the payer, where no column says it */
      payerId?: string;

      /** of fees: what the table is called */
      table?: string;

      /** false: a preview, which writes nothing */
      apply?: boolean;

      /** the day whose state it shows; @default today */
      on?: components['schemas']['CalendarDate'];
    };
    PostMemberRevocationBody: { note: string };
    PostMembersAnswer: { member: components['schemas']['Membership'] };
    PostPatientMergeAnswer: { patient: components['schemas']['PatientRecord'] };
    PostPatientMergeBody: { into: components['schemas']['PatientId']; note: string };
    PostPatientToldApartAnswer: { patient: components['schemas']['PatientRecord'] };
    PostPatientToldApartBody: { other: components['schemas']['PatientId']; note: string };
    PostPatientUnmergeAnswer: { patient: components['schemas']['PatientRecord'] };
    PostPatientUnmergeBody: { from: components['schemas']['PatientId']; note: string };
    PostPaymentReverseBody: { note: string };
    PostProviderLedgerDecisionsAnswer: { account: { [name: string]: unknown } };
    PostProviderLedgerDecisionsBody: {
      action: 'close' | 'reopen';

      /** why, so that somebody can follow it later */
      note: string;

      /** what it was decided from: a check, a letter */
      document: string;
    };
    PostReconciliationTieWithdrawalAnswer: { tie: components['schemas']['HandTie'] };
    PostReconciliationTieWithdrawalBody: { note: string };
    PostReconciliationTiesAnswer: { tie: components['schemas']['HandTie'] };
    PostReconciliationTiesBody: { depositIds?: string[]; paymentIds?: string[]; note: string };
    PostRoutingTrialAnswer: { trial: { [name: string]: unknown }; notes: components['schemas']['Finding'][] };
    PostRoutingTrialBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      past?: number;
    };
    PostRulesTrialAnswer: { trial: { [name: string]: unknown }; notes: components['schemas']['Finding'][] };
    PostRulesTrialBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      past?: number;
    };
    PostTaskActionsAnswer: { task: components['schemas']['Task'] };
    PostTaskActionsBody: {
      action: components['schemas']['TaskAction'];
      note?: string;
      correction?: components['schemas']['CorrectionSent'];

      /** of decide-parts: what becomes of single adjustments */
      parts?: components['schemas']['PartDecision'][];

      /** of bill-other-payer: who is billed, and at which place */
      otherPayer?: {
        /** The payer by its id in the practice’s contracts, payers.json (2010BB NM109) */
        payerId: string;
        place: 'instead' | 'first' | 'next';
        memberId?: string;
        groupNumber?: string | null;
        relationship?: components['schemas']['Relationship'];

        /** null: the patient holds the policy */
        policyHolder?: {
          lastName: string;
          firstName: string;
          dateOfBirth: components['schemas']['CalendarDate'];

          /** F female, M male, U unknown (DMG03) */
          gender: 'F' | 'M' | 'U';
        } | null;

        /** SBR05: why Medicare, which comes later by this, is not the first payer */
        insuranceType?: '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47';
      };
      sent?: {
        way: 'partner' | 'portal' | 'fax' | 'mail';
        on: components['schemas']['CalendarDate'];

        /** of a portal, a fax or a parcel */
        confirmation?: string;
      };

      /** of what is written off */
      writeOffReason?: components['schemas']['WriteOffReason'];
    };
    PostTaskHandlingAnswer: { task: components['schemas']['Task'] };
    PostTaskHandlingBody: {
      handling: 'hand-over' | 'hold' | 'add-note' | 'mail-again';

      /** the desk or the clinic; of hold, the day */
      to?: string;
      note?: string;
    };
    PostTaskUndoAnswer: { task: components['schemas']['Task']; undone?: boolean };
    PracticeRule: {
      ruleId: string;

      /** why: the payer’s manual, the letter, who decided */
      note: string;

      /** every visit unless said */
      when?: components['schemas']['Condition'];
      then: components['schemas']['Effect'][];

      /** first date of service that it is about */
      from?: components['schemas']['CalendarDate'];

      /** last date of service that it is about */
      to?: components['schemas']['CalendarDate'];
      active: boolean;
    };
    PracticeRules: components['schemas']['PracticeRule'][];
    PricingStep: {
      why: 'units' | 'modifier' | 'credential' | 'multiple-procedures' | 'charge';

      /** the modifier, the credential, the rank */
      of?: string;
      percent?: number;
    };
    PriorPayer: {
      claimId: string;
      coverage: components['schemas']['Coverage'];
      payerName: string;
      claimFilingIndicator: string;
      adjudication: components['schemas']['Adjudication'];
    };
    Problem: {
      /** leads to the words about it on the page of the API */
      type: string;
      title: string;
      status: number;
      detail: string;

      /** what to do about it */
      next: string;
      findings: components['schemas']['ProblemFinding'][];
    };
    ProblemFinding: {
      /** where it is in what was sent, "lines.0.units"; empty: in the whole */
      field: string;
      code: string;

      /** what is wrong, for a person */
      detail: string;

      /** what to do about it */
      next?: string;
    } & { [name: string]: unknown };
    Provider: {
      /** Last name (NM103) */
      lastName: string;

      /** First name (NM104) */
      firstName: string;

      /** Middle name or initial (NM105) */
      middleName?: string;

      /** Jr, III (NM107) */
      suffix?: string;

      /** NPI, ten digits (NM109) */
      npi: string;

      /** Taxonomy code of the specialty, ten characters (PRV03) */
      taxonomy?: string;

      /** As which the provider is licensed, where a payer goes by it; not sent */
      credential?:
        | 'MD'
        | 'DO'
        | 'DPM'
        | 'OD'
        | 'DC'
        | 'DDS'
        | 'PHD'
        | 'PSYD'
        | 'NP'
        | 'PA'
        | 'CNS'
        | 'CNM'
        | 'CRNA'
        | 'AA'
        | 'LCSW'
        | 'LMFT'
        | 'LPC'
        | 'PT'
        | 'OT'
        | 'SLP'
        | 'RD'
        | 'AUD'
        | 'RN';
    };
    ProviderAdjustment: {
      /** "PLB[1]" */
      path: string;
      reason: string;
      reference?: string;
      amount: number;
    };
    ProviderEnrolment: {
      providerNpi: string;
      payerId: string;
      status: 'pending' | 'effective';
      from: components['schemas']['CalendarDate'];
      to?: components['schemas']['CalendarDate'];

      /** what the payer calls the provider */
      providerNumber?: string;
    };
    PutAdjustmentClassesAnswer: {
      adjustmentClasses: components['schemas']['ClassRule'][];
      findings: components['schemas']['Finding'][];
    };
    PutAdjustmentClassesBody: { adjustmentClasses: components['schemas']['ClassRule'][] };
    PutAppointmentAnswer: { appointment: components['schemas']['Appointment'] };
    PutEncounterRegistrationAnswer: { encounterId: string; registration: 'received' };
    PutPatientAuthorizationsAnswer: { authorization: components['schemas']['Authorization'] };
    PutPatientBody: {
      patient: components['schemas']['Demographics'];

      /** somebody made sure of it, though names and birth date are others */
      isSamePerson?: boolean;
    };
    PutRoutingAnswer: {
      routingSet: components['schemas']['RoutingSet'];
      notes: components['schemas']['Finding'][];
    };
    PutRoutingBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      note?: string;

      /** that the rules were made of */
      version?: number;
    };
    PutRulesAnswer: { ruleSet: components['schemas']['RuleSet']; notes: components['schemas']['Finding'][] };
    PutRulesBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      note?: string;

      /** that the rules were made of */
      version?: number;
    };
    Refund: {
      refundId: string;

      /** what went, above zero */
      amount: number;
      date: components['schemas']['CalendarDate'];
      checkNumber?: string;

      /** what it was recorded from: a letter, a copy of the check */
      document: string;
      note?: string;
      by: components['schemas']['DecidingActor'];
      at: string;
      withdrawn?: { by: components['schemas']['DecidingActor']; at: string; note: string };
    };
    RegisteredService: {
      /** First day, where it is not that of the visit (DTP*472) */
      from?: components['schemas']['CalendarDate'];

      /** Last day, where there are several (DTP*472) */
      to?: components['schemas']['CalendarDate'];

      /** Where it is not that of the visit (SV105) */
      placeOfService?: string;

      /** Minutes of anesthesia: they are billed instead of units (SV104, MJ) */
      minutes?: number;

      /** What was done, for codes that say no more than "unlisted" or "not otherwise classified" (SV101-7) */
      description?: string;

      /** A note to the payer about this service (NTE*ADD) */
      note?: string;

      /** Whether it was an emergency (SV109) */
      emergency?: boolean;

      /** Whether an EPSDT screening led to it (SV111) */
      epsdt?: boolean;

      /** Whether it was family planning (SV112) */
      familyPlanning?: boolean;

      /** Whether no copay is due (SV115) */
      copayExempt?: boolean;

      /** The drug of the service (loop 2410) */
      drug?: components['schemas']['Drug'];

      /** NPI of another one of the practice than the visit’s (2420A) */
      renderingProviderNpi?: string;

      /** Who ordered it (2420E) */
      orderingProvider?: components['schemas']['Provider'];

      /** Who referred for it (2420F) */
      referringProvider?: components['schemas']['Provider'];

      /** Who supervised it (2420D) */
      supervisingProvider?: components['schemas']['Provider'];

      /** A service that was bought from somebody else (PS1) */
      purchasedService?: {
        /** NPI of whom it was bought from (2420B, PS101) */
        providerNpi: string;

        /** Cents paid for it (PS102) */
        charge: number;
      };

      /** Where it was, when that is not the visit’s (2420C) */
      serviceFacility?: components['schemas']['ServiceFacility'];

      /** Authorization of this service (REF*G1) */
      priorAuthorization?: string;

      /** Referral of this service (REF*9F) */
      referralNumber?: string;

      /** Where it is not that of the visit (REF*X4) */
      cliaNumber?: string;

      /** Of the laboratory that sent the specimen (REF*F4) */
      referringCliaNumber?: string;

      /** Certification of the mammograph (REF*EW) */
      mammographyCertification?: string;

      /** Batch of a vaccine (REF*BT) */
      immunizationBatch?: string;

      /** Day of the prescription (DTP*471) */
      prescriptionDate?: components['schemas']['CalendarDate'];

      /** Last seen by the treating physician (DTP*304) */
      lastSeenDate?: components['schemas']['CalendarDate'];

      /** First treatment (DTP*454) */
      initialTreatmentDate?: components['schemas']['CalendarDate'];

      /** Last X-ray (DTP*455) */
      lastXRayDate?: components['schemas']['CalendarDate'];

      /** Values that a payer wants with it (MEA) */
      testResults?: components['schemas']['TestResult'][];

      /** Documents that follow it (PWK) */
      attachments?: components['schemas']['Attachment'][];

      /** The CPT or HCPCS code to which all of this is put (SV101-2) */
      procedure: string;

      /** Where the same procedure was done several times: which one is meant */
      modifiers?: string[];
    };
    RejectedCode: {
      code: string;
      description: string;
      evidence: components['schemas']['EvidenceSpan'][];
      rule: string;
    };

    /** What the patient is to whom holds the policy: self where that is the patient (SBR02, PAT01) */
    Relationship: 'self' | 'spouse' | 'child' | 'employee' | 'other';
    Release: {
      by: components['schemas']['DecidingActor'];
      at: string;
      note: string;

      /** for what it was held */
      against: components['schemas']['Finding'][];
    };
    ReleasePayment: {
      note: string;

      /** of a payment that has none */
      date?: components['schemas']['CalendarDate'];

      /** which file is posted, where files say different things of it */
      tellingId?: string;
    };
    Resolution: {
      adjudicationId: string;
      action: 'match' | 'other-system' | 'hold';

      /** the claim that is meant, of a match */
      claimId?: string;
      submissionNumber?: number;
      note: string;
      by: components['schemas']['DecidingActor'];
      at: string;

      /** of a match, once it stands on its claim */
      posted?: {
        /** on which it stands: the next payer’s, where that one decided */
        claimId: string;
        amount: number;

        /** a reversal whose decision has not come: for what it is held still */
        waits?: components['schemas']['Finding'];
      };
    };
    ResolveHeld:
      | { action: 'match'; claimId: string; submissionNumber: number; note: string }
      | { action: 'other-system'; note: string }
      | { action: 'hold'; note: string };
    RoutedTime: 'earliest-limit' | { businessDays: number };
    RoutingCondition: {
      /** CAS01: who answers for it */
      groups?: ('CO' | 'OA' | 'PI' | 'PR' | 'CR')[];

      /** CARC */
      reasons?: string[];

      /** RARC of its line or of the claim */
      remarks?: string[];

      /** payerId of the contract */
      payers?: string[];

      /** the kind of payer (SBR09) */
      claimFilingIndicators?: string[];

      /** in cents, of what is disputed; both ends included */
      amount?: { from?: number; to?: number };

      /** of its line; of any line where the claim as a whole is denied */
      procedures?: string[];
    };
    RoutingRule: {
      ruleId: string;

      /** why: the payer’s manual, the letter, who decided */
      note: string;
      when?: components['schemas']['RoutingCondition'];
      then: {
        desk?: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';
        actions?: (
          | 'resubmit'
          | 'appeal'
          | 'bill-next-payer'
          | 'bill-patient'
          | 'write-off'
          | 'keep-waiting'
        )[];
        advice?: string;

        /** @default the days of the desk */
        due?: components['schemas']['RoutedTime'];

        /** false: it is not offered, though it could be */
        nextPayer?: false;
      };

      /** first date of payment (BPR16) that it is about */
      from?: components['schemas']['CalendarDate'];

      /** last date of payment that it is about */
      to?: components['schemas']['CalendarDate'];
      active: boolean;
    };
    RoutingRules: components['schemas']['RoutingRule'][];
    RoutingSet: {
      practiceId: string;
      version: number;
      rules: components['schemas']['RoutingRules'];
      note: string;
      by: components['schemas']['DecidingActor'];
      at: string;
    };
    RuleSet: {
      practiceId: string;
      version: number;
      rules: components['schemas']['PracticeRules'];
      note: string;
      by: components['schemas']['DecidingActor'];
      at: string;
    };
    Ruled: {
      /** of the practice’s rules; 0 where it has none */
      version: number;
      at: string;

      /** digest of the registration and the codes that the rules saw */
      of: string;
      changes: components['schemas']['NetChange'][];
      billed?: {
        registration: components['schemas']['EncounterRegistration'];
        codes: components['schemas']['EncounterCodes'];

        /** who gave the services, where a rule says more of them */
        provider?: components['schemas']['Provider'];
      };
    };
    ServiceFacility: {
      /** Name of the place (NM103) */
      name: string;

      /** NPI of the place, ten digits (NM109) */
      npi?: string;

      /** Where it is (N3, N4) */
      address: components['schemas']['Address'];
    };
    ServiceFacts: {
      /** First day, where it is not that of the visit (DTP*472) */
      from?: components['schemas']['CalendarDate'];

      /** Last day, where there are several (DTP*472) */
      to?: components['schemas']['CalendarDate'];

      /** Where it is not that of the visit (SV105) */
      placeOfService?: string;

      /** Minutes of anesthesia: they are billed instead of units (SV104, MJ) */
      minutes?: number;

      /** What was done, for codes that say no more than "unlisted" or "not otherwise classified" (SV101-7) */
      description?: string;

      /** A note to the payer about this service (NTE*ADD) */
      note?: string;

      /** Whether it was an emergency (SV109) */
      emergency?: boolean;

      /** Whether an EPSDT screening led to it (SV111) */
      epsdt?: boolean;

      /** Whether it was family planning (SV112) */
      familyPlanning?: boolean;

      /** Whether no copay is due (SV115) */
      copayExempt?: boolean;

      /** The drug of the service (loop 2410) */
      drug?: components['schemas']['Drug'];

      /** NPI of another one of the practice than the visit’s (2420A) */
      renderingProviderNpi?: string;

      /** Who ordered it (2420E) */
      orderingProvider?: components['schemas']['Provider'];

      /** Who referred for it (2420F) */
      referringProvider?: components['schemas']['Provider'];

      /** Who supervised it (2420D) */
      supervisingProvider?: components['schemas']['Provider'];

      /** A service that was bought from somebody else (PS1) */
      purchasedService?: {
        /** NPI of whom it was bought from (2420B, PS101) */
        providerNpi: string;

        /** Cents paid for it (PS102) */
        charge: number;
      };

      /** Where it was, when that is not the visit’s (2420C) */
      serviceFacility?: components['schemas']['ServiceFacility'];

      /** Authorization of this service (REF*G1) */
      priorAuthorization?: string;

      /** Referral of this service (REF*9F) */
      referralNumber?: string;

      /** Where it is not that of the visit (REF*X4) */
      cliaNumber?: string;

      /** Of the laboratory that sent the specimen (REF*F4) */
      referringCliaNumber?: string;

      /** Certification of the mammograph (REF*EW) */
      mammographyCertification?: string;

      /** Batch of a vaccine (REF*BT) */
      immunizationBatch?: string;

      /** Day of the prescription (DTP*471) */
      prescriptionDate?: components['schemas']['CalendarDate'];

      /** Last seen by the treating physician (DTP*304) */
      lastSeenDate?: components['schemas']['CalendarDate'];

      /** First treatment (DTP*454) */
      initialTreatmentDate?: components['schemas']['CalendarDate'];

      /** Last X-ray (DTP*455) */
      lastXRayDate?: components['schemas']['CalendarDate'];

      /** Values that a payer wants with it (MEA) */
      testResults?: components['schemas']['TestResult'][];

      /** Documents that follow it (PWK) */
      attachments?: components['schemas']['Attachment'][];
    };
    Sighting: { by: string; on: components['schemas']['CalendarDate'] };
    Specifying: {
      /** laterality, acuity, stage, … */
      axis: string;
      options: string[];
    };
    StatusCode: {
      category: string;
      status: string;
      entity?: string;

      /** the service that it is about, where it is not the whole claim */
      line?: string;
    };
    Submission: {
      number: number;
      frequency: '1' | '7' | '8';
      originalReference?: string;
      fileName?: string;
      sentAt?: string;

      /** what it charged, once a later transmission may charge something else */
      charge?: number;

      /** what it billed, once a later transmission may bill something else */
      services?: components['schemas']['BilledService'][];

      /** a 999 accepted the file: proof of timely filing */
      fileAccepted: boolean;
      acknowledgement?: components['schemas']['Acknowledgement'];

      /** what opened it: its number alone may come again where one was taken back unsent */
      openedBy?: string;

      /** names what it said of the payers before, once a later one says otherwise */
      told?: string;

      /** sent by the payer of the claim named, not by us; until then nobody else sends it */
      forwarded?: { by: string; until: string };

      /** without a person: the one before was refused for other claims */
      sentAgain?: boolean;

      /** what the payer called it before it decided (277CA, 277) */
      payerControlNumbers?: string[];
    };
    Subscriber: {
      /** Last name (NM103) */
      lastName: string;

      /** First name (NM104) */
      firstName: string;

      /** Middle name or initial (NM105) */
      middleName?: string;

      /** Jr, III (NM107) */
      suffix?: string;

      /** Day of birth (DMG02 of a 270, box 11a) */
      dateOfBirth: components['schemas']['CalendarDate'];

      /** F female, M male, U unknown (DMG03) */
      gender: 'F' | 'M' | 'U';

      /** Where the subscriber lives (box 7) */
      address: components['schemas']['Address'];
    };
    Takeback: {
      takebackId: string;
      amount: number;
      reference: string;
      traceNumber: string;
      paymentDate: components['schemas']['CalendarDate'];
    };
    Task: {
      taskId: string;
      practiceId: string;
      kind: components['schemas']['TaskKind'];
      owner: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';
      email: string;
      claimId?: string;
      encounterId?: string;

      /** the payment of which something is not posted */
      paymentId?: string;
      title: string;
      reasons: components['schemas']['TaskReason'][];

      /** what to do, in a sentence or two */
      advice: string;

      /** the recommended one first */
      actions: components['schemas']['TaskAction'][];

      /** the last days on which the payer takes what the actions send */
      limits: components['schemas']['ActionLimit'][];

      /** of a claim’s task: what of the claim it was asked on */
      basis?: string;

      /** of a denial: the tables and rules that sent it here, as they were */
      routing?: components['schemas']['TaskRouting'];
      status: 'open' | 'done';

      /** instant */
      due: string;

      /** instant */
      remindAt: string;

      /** when the owner was told */
      notifiedAt?: string;
      remindedAt?: string;
      escalatedAt?: string;

      /** how often it was written since it was raised */
      revision?: number;

      /** what was done with it without deciding */
      history: components['schemas']['HandlingEntry'][];

      /** a write-off above the limit that waits for a second person */
      proposal?: components['schemas']['TaskOutcome'];
      secondAskedAt?: string;

      /** of a claim of which several desks have parts */
      share?: {
        /** that the parts were sent to, whoever has the task now */
        desk: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';

        /** with what was open of each when the task was written last */
        parts: components['schemas']['DecidedPart'][];

        /** it has the largest part: news of the claim as a whole is told to it */
        isFirst: boolean;

        /** none once it is alone */
        others: {
          taskId: string;
          desk:
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records';
          parts: components['schemas']['DecidedPart'][];
        }[];
      };

      /** what its decision is awaited as, where not as its own id */
      awaitedAs?: string;

      /** a correction that waits for the parts of other desks */
      kept?: components['schemas']['TaskOutcome'];
      outcome?: components['schemas']['TaskOutcome'];
      createdAt: string;
    };
    TaskAction:
      | 'confirm-codes'
      | 'check-again'
      | 'bill-as-is'
      | 'not-billable'
      | 'resubmit'
      | 'appeal'
      | 'bill-next-payer'
      | 'bill-patient'
      | 'write-off'
      | 'keep-waiting'
      | 'decide-parts'
      | 'withdraw'
      | 'let-stand'
      | 'bill-other-payer'
      | 'void'
      | 'send-again'
      | 'work-each'
      | 'dismiss'
      | 'start-over';
    TaskKind:
      | 'coding'
      | 'encounter-edits'
      | 'registration-edits'
      | 'unreadable-document'
      | 'invalid-registration'
      | 'unplaced-file'
      | 'visit-changed'
      | 'coverage'
      | 'rejection'
      | 'denial'
      | 'correction'
      | 'no-answer'
      | 'information-requested'
      | 'missing-remittance'
      | 'missing-acknowledgement'
      | 'partner-file'
      | 'refused-batch'
      | 'open-account'
      | 'deposit'
      | 'patient-record'
      | 'practice-records'
      | 'underpayment';
    TaskOutcome: {
      action: components['schemas']['TaskAction'];
      by: components['schemas']['DecidingActor'];
      at: string;
      note: string;
      correction?: components['schemas']['Correction'];

      /** of decide-parts: what becomes of single adjustments */
      parts?: components['schemas']['PartDecision'][];

      /** of bill-other-payer: who is billed, and at which place */
      otherPayer?: {
        /** The payer by its id in the practice’s contracts, payers.json (2010BB NM109) */
        payerId: string;
        place: 'instead' | 'first' | 'next';
        memberId?: string;
        groupNumber?: string | null;
        relationship?: components['schemas']['Relationship'];

        /** null: the patient holds the policy */
        policyHolder?: {
          lastName: string;
          firstName: string;
          dateOfBirth: components['schemas']['CalendarDate'];

          /** F female, M male, U unknown (DMG03) */
          gender: 'F' | 'M' | 'U';
        } | null;

        /** SBR05: why Medicare, which comes later by this, is not the first payer */
        insuranceType?: '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47';
      };

      /** of appeal, and of keep-waiting where documents went to the payer */
      sent?: components['schemas']['Delivery'];

      /** of what is written off */
      writeOffReason?: components['schemas']['WriteOffReason'];

      /** of a write-off that a second person confirmed: who was the first */
      proposedBy?: components['schemas']['DecidingActor'];

      /** of the form that stated it: sent again, it is the same decision */
      formDigest?: string;
    };
    TaskReason: {
      code: string;
      text: string;

      /** it names another visit or its day: no mail has it */
      pageOnly?: true;
    };
    TaskRouting: {
      /** edition of the house’s table */
      house: string;
      houseRule: string;

      /** of the practice’s table, where it has one */
      version?: number;

      /** of the practice, where one fitted */
      rule?: string;
      due?: components['schemas']['RoutedTime'];
    };
    Telling: {
      /** of the file and the place of the set in it */
      tellingId: string;

      /** through whom the file came */
      partnerId: string;
      fileId: string;

      /** of its decisions and provider-level adjustments, in any order */
      moneyDigest: string;

      /** of all that it says, in its order */
      wordingDigest: string;

      /** of its figures claim by claim, as paper has them, too: what a person posts is compared by it */
      figuresDigest?: string;
      byHand?: components['schemas']['ByHand'];

      /** the tellings that a person took back with this one */
      reverses?: string[];
      released?: components['schemas']['Release'];

      /** into how many it is divided for posting; none where nothing of it is new */
      parts: number;
      at: string;
    };
    TestResult: {
      /** What was measured (MEA02) */
      measurement: 'hemoglobin' | 'hematocrit' | 'epoetin-dose' | 'creatinine' | 'height';

      /** The value; three decimals at most (MEA03) */
      value: number;
    };
    ToldAppointment: {
      patientId: components['schemas']['PatientId'];
      date: components['schemas']['CalendarDate'];
      time?: string;

      /** @default that of the practice */
      timeZone?: string;
      providerNpi?: string;
      locationId?: string;

      /** absent: as it is; of a new one, scheduled */
      status?: 'scheduled' | 'kept' | 'no-show' | 'cancelled';
    };
    ToldAuthorization: {
      payerId: string;
      number: string;

      /** none named: whatever is done */
      services?: components['schemas']['AuthorizedServices'][];

      /** absent where the payer limits the days only */
      limit?: { of: 'units' | 'visits'; quantity: number };
      from: components['schemas']['CalendarDate'];

      /** its last day */
      to: components['schemas']['CalendarDate'];

      /** of the limit, by what is no claim here */
      usedElsewhere?: number;
      note?: string;
    };
    ToldCoverage: {
      coverage: components['schemas']['Coverage'];

      /** absent: since ever */
      from?: components['schemas']['CalendarDate'];

      /** its last day; absent: until further notice */
      to?: components['schemas']['CalendarDate'];
      forAccident?: boolean;
    };
    VisitDates: {
      /** First day of the illness or injury (DTP*431) */
      onset?: components['schemas']['CalendarDate'];

      /** First treatment of the condition (DTP*454) */
      initialTreatment?: components['schemas']['CalendarDate'];

      /** Last seen by the physician who treats the condition (DTP*304) */
      lastSeen?: components['schemas']['CalendarDate'];

      /** Acute manifestation of a chronic condition (DTP*453) */
      acuteManifestation?: components['schemas']['CalendarDate'];

      /** First day of the last menstrual period (DTP*484) */
      lastMenstrualPeriod?: components['schemas']['CalendarDate'];

      /** Last X-ray (DTP*455) */
      lastXRay?: components['schemas']['CalendarDate'];

      /** Prescription of lenses or a hearing aid (DTP*471) */
      prescription?: components['schemas']['CalendarDate'];

      /** First day of disability (DTP*360; DTP*314 with the last) */
      disabilityFrom?: components['schemas']['CalendarDate'];

      /** Last day of disability (DTP*361; DTP*314 with the first) */
      disabilityTo?: components['schemas']['CalendarDate'];

      /** Last day worked (DTP*297) */
      lastWorked?: components['schemas']['CalendarDate'];

      /** Day on which the patient may work again (DTP*296) */
      returnToWork?: components['schemas']['CalendarDate'];

      /** Admission to the hospital (DTP*435) */
      admission?: components['schemas']['CalendarDate'];

      /** Discharge from the hospital (DTP*096) */
      discharge?: components['schemas']['CalendarDate'];

      /** Care was taken over from another provider (DTP*090) */
      assumedCare?: components['schemas']['CalendarDate'];

      /** Care was given over to another provider (DTP*091) */
      relinquishedCare?: components['schemas']['CalendarDate'];

      /** First contact with the insurer of an accident (DTP*444) */
      firstContact?: components['schemas']['CalendarDate'];
    };
    VisitFacts: {
      /** Last day, where the visit took several (DTP*472) */
      lastDateOfService?: components['schemas']['CalendarDate'];

      /** Who sent the patient first, where two did (2310A P3) */
      primaryCareProvider?: components['schemas']['Provider'];

      /** Who ordered the tests, drugs or supplies of the visit (2420E) */
      orderingProvider?: components['schemas']['Provider'];

      /** Who supervised (2310D) */
      supervisingProvider?: components['schemas']['Provider'];

      /** Where it was, when that is not the practice (2310C) */
      serviceFacility?: components['schemas']['ServiceFacility'];

      /** Number of the referral (REF*9F) */
      referralNumber?: string;

      /** CLIA certificate of the laboratory of the visit (REF*X4) */
      cliaNumber?: string;

      /** Certification of the mammograph (REF*EW) */
      mammographyCertification?: string;

      /** Investigational device exemption (REF*LX) */
      investigationalDevice?: string;

      /** Demonstration project (REF*P4) */
      demonstrationProject?: string;

      /** NPI of the home health agency or hospice (REF*1J) */
      carePlanOversight?: string;

      /** Number of the medical record (REF*EA) */
      medicalRecordNumber?: string;

      /** An accident or the patient’s work as the cause (CLM11) */
      accident?: components['schemas']['Accident'];

      /** Days beside the day of service (DTP of loop 2300) */
      dates?: components['schemas']['VisitDates'];

      /** Whole cents that the patient paid for the visit, copay and all else: 2500 is $25.00 (AMT*F5) */
      patientPaid?: number;

      /** A note to the payer about the visit (NTE) */
      note?: {
        /** ADD more information, CER certification, DCP goals and plans, DGN diagnosis (NTE01) */
        type: 'ADD' | 'CER' | 'DCP' | 'DGN';

        /** 80 characters at most (NTE02) */
        text: string;
      };

      /** Documents that follow the claim (PWK) */
      attachments?: components['schemas']['Attachment'][];

      /** NUBC codes that a payer wants, such as 17 homeless (HI*BG) */
      conditionCodes?: string[];

      /** The procedures for which anesthesia was given (HI*BP, BO) */
      anesthesiaSurgery?: string[];

      /** Referral after an EPSDT screening (CRC*ZZ) */
      epsdtReferral?: {
        /** Whether a referral was given (CRC02) */
        given: boolean;

        /** AV available and not used, S2 under treatment, ST new services, NU no referral (CRC03) */
        conditions: ('AV' | 'NU' | 'S2' | 'ST')[];
      };

      /** CLM12: 02 handicapped children, 03 special federal funding, 05 disability, 09 second opinion */
      specialProgram?: '02' | '03' | '05' | '09';

      /** CLM20: why the claim comes late, such as 7 third party processing delay */
      delayReason?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '15';

      /** Whether the patient cannot leave home (CRC*75) */
      homebound?: boolean;

      /** Whether the patient is pregnant (PAT09) */
      pregnant?: boolean;

      /** Pounds; three decimals at most (PAT08) */
      patientWeightPounds?: number;

      /** Of chiropractors (CR2) */
      spinalManipulation?: {
        /** Kind of the condition (CR208) */
        condition: 'acute' | 'chronic' | 'acute-in-chronic';

        /** What it is, in words (CR210) */
        description?: string;
      };

      /** What was signed, where that is not the usual */
      signature?: {
        /** Whether the provider’s signature is on file (CLM06) */
        provider: boolean;

        /** Whether the payer is to pay the practice (CLM08) */
        benefitsAssigned: 'yes' | 'no' | 'refused';

        /** By what the payer may be told: signed, or by law (CLM09) */
        release: 'signed' | 'by-law';

        /** Whether the practice signed for a patient who was not there (CLM10) */
        byPractice: boolean;
      };

      /** Whether the provider takes the payer’s price; yes where nothing is said (CLM07) */
      acceptsAssignment?: 'yes' | 'laboratory-only' | 'no';
    };
    WriteOff: {
      amount: number;
      reason: string;
      decidedBy: components['schemas']['DecidingActor'];
      taskId: string;
      about?: string[];
      code?: components['schemas']['WriteOffReason'];

      /** of single adjustments; without, of all that was open */
      parts?: components['schemas']['DecidedPart'][];

      /** it takes back, in negative cents, that of the same task */
      undoes?: true;
    };
    WriteOffReason:
      | 'small-balance'
      | 'filing-limit'
      | 'no-authorization'
      | 'not-covered'
      | 'bundled'
      | 'not-necessary'
      | 'contract'
      | 'duplicate'
      | 'credentialing'
      | 'administrative'
      | 'charity'
      | 'other';
  };
  responses: {
    InvalidInput: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    NotSignedIn: {
      headers: { [name: string]: unknown };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayRefusal'];
      };
    };
    NotPermitted: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    RecordNotFound: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    Conflict: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Conflict'] };
    };
    TooLarge: {
      headers: { [name: string]: unknown };
      content: { 'application/json': components['schemas']['GatewayRefusal'] };
    };
    TooManyRequests: {
      headers: { [name: string]: unknown };
      content: { 'application/json': components['schemas']['GatewayRefusal'] };
    };
    InternalError: {
      headers: { [name: string]: unknown };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayRefusal'];
      };
    };
    NotAvailable: {
      headers: { [name: string]: unknown };
      content: { 'application/json': components['schemas']['GatewayRefusal'] };
    };
  };
}

export interface operations {
  /** A URL to which one document of a visit may be PUT */
  postEncounterDocuments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The visit, as the clinic numbers it */
        encounterId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostEncounterDocumentsBody'] } };
    responses: {
      201: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostEncounterDocumentsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Registers a visit, or corrects its registration */
  putEncounterRegistration: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The visit, as the clinic numbers it */
        encounterId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['EncounterRegistrationSent'] } };
    responses: {
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutEncounterRegistrationAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Visits of a status, or all */
  getEncounters: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        status?:
          | 'registered'
          | 'documented'
          | 'coding'
          | 'unreadable'
          | 'coded'
          | 'claimed'
          | 'self-pay'
          | 'not-billable';
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetEncountersAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A visit with its claims and tasks */
  getEncounter: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The visit, as the clinic numbers it */
        encounterId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetEncounterAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Claims of a status, of a patient, or by the number of the payer */
  getClaims: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        status?:
          | 'ready'
          | 'covered'
          | 'not-covered'
          | 'submitted'
          | 'rejected'
          | 'accepted'
          | 'adjudicated'
          | 'appealed'
          | 'closed';
        patient?: string;
        payerControlNumber?: string;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetClaimsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A claim with its tasks */
  getClaim: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetClaimAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What happened to a claim, the oldest first */
  getClaimHistory: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetClaimHistoryAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Tasks of a status, the most pressing first */
  getTasks: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { status?: 'open' | 'done' };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetTasksAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A task, and whether its decision can be undone */
  getTask: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The task, as lists give it */
        taskId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetTaskAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Decides a task */
  postTaskActions: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The task, as lists give it */
        taskId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostTaskActionsBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostTaskActionsAnswer'] };
      };
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostTaskActionsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Hands a task over, holds it, notes something or mails it again */
  postTaskHandling: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The task, as lists give it */
        taskId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostTaskHandlingBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostTaskHandlingAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Takes the decision on a task back */
  postTaskUndo: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The task, as lists give it */
        taskId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostTaskUndoAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The accounts with payers beside the claims */
  getProviderLedger: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { state?: 'open' | 'reduced' | 'closed' };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetProviderLedgerAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Closes an account by hand, or opens it again */
  postProviderLedgerDecisions: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The account, as the ledger gives it */
        accountId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: {
      content: { 'application/json': components['schemas']['PostProviderLedgerDecisionsBody'] };
    };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostProviderLedgerDecisionsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Visits that were paid more than they cost */
  getCreditBalances: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetCreditBalancesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Records money that was paid back to a payer */
  postClaimRefunds: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostClaimRefundsBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostClaimRefundsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Withdraws a refund that was recorded wrongly */
  postClaimRefundWithdrawal: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;

        /** The refund, as its claim gives it */
        refundId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostClaimRefundWithdrawalBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostClaimRefundWithdrawalAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Takes credits of a bank in */
  postDeposits: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostDepositsBody'] } };
    responses: {
      201: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostDepositsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What came to the bank in some days */
  getDeposits: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { from?: components['schemas']['CalendarDate']; to?: components['schemas']['CalendarDate'] };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetDepositsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** How deposits and payments stand to one another */
  getReconciliation: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { from?: components['schemas']['CalendarDate']; to?: components['schemas']['CalendarDate'] };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetReconciliationAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Ties deposits and payments by hand, or sets either aside */
  postReconciliationTies: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostReconciliationTiesBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostReconciliationTiesAnswer'] };
      };
      201: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostReconciliationTiesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Withdraws what was tied by hand */
  postReconciliationTieWithdrawal: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The tie, as the reconciliation gives it */
        tieId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: {
      content: { 'application/json': components['schemas']['PostReconciliationTieWithdrawalBody'] };
    };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostReconciliationTieWithdrawalAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Payments of some days, or of a file */
  getPayments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        from?: components['schemas']['CalendarDate'];
        to?: components['schemas']['CalendarDate'];
        fileId?: string;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPaymentsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Posts a payment that a person has on paper */
  postPayments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['HandPayment'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A payment with all that is held of it */
  getPayment: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payment, as lists give it */
        paymentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPaymentAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Matches a held decision, or says whose it is */
  postPaymentHeld: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payment, as lists give it */
        paymentId: string;

        /** The held decision, as its payment gives it */
        adjudicationId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ResolveHeld'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Posts a payment as it is that is held whole */
  postPaymentRelease: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payment, as lists give it */
        paymentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ReleasePayment'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Takes back what was posted by hand */
  postPaymentReverse: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payment, as lists give it */
        paymentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostPaymentReverseBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PaymentActedOn'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Exports what coders taught, counts without PHI */
  getCoderMemory: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetCoderMemoryAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Erases what coders taught, or what is about one term */
  deleteCoderMemory: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { term?: string };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['DeleteCoderMemoryAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The practice’s rules for adjustments, and ours behind them */
  getAdjustmentClasses: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetAdjustmentClassesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Replaces the practice’s rules for adjustments */
  putAdjustmentClasses: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutAdjustmentClassesBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutAdjustmentClassesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Shows the prices */
  getChargeMaster: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['ChargeMaster'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Replaces the prices */
  putChargeMaster: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ChargeMaster'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['ChargeMaster'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Shows the enrolments of providers with payers */
  getEnrolments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['Enrolments'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Replaces the enrolments of providers with payers */
  putEnrolments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['Enrolments'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['Enrolments'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Shows the places */
  getLocations: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['Locations'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Replaces the places */
  putLocations: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['Locations'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['Locations'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Every version of the rules, the one in force first */
  getRules: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetRulesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters rules as the next version */
  putRules: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutRulesBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutRulesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Shows what rules would do to the last visits */
  postRulesTrial: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostRulesTrialBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostRulesTrialAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Every version of the table of where denials go, and the house’s behind it */
  getRouting: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetRoutingAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters a table of where denials go as the next version */
  putRouting: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutRoutingBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutRoutingAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Shows what a table would do to the last denials */
  postRoutingTrial: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostRoutingTrialBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostRoutingTrialAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The numbers on denials that payers first stated in some days */
  getReportsDenials: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { from?: components['schemas']['CalendarDate']; to?: components['schemas']['CalendarDate'] };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetReportsDenialsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Patients in the order of their numbers, a page at a time */
  getPatients: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { after?: components['schemas']['PatientId']; limit?: number };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPatientsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Records that are likely one person */
  getDuplicatePatients: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetDuplicatePatientsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A patient with coverages, history and likely duplicates */
  getPatient: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPatientAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters a patient, or replaces what the record says */
  putPatient: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutPatientBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PatientFile'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The coverages of a patient, and those in force on a day */
  getPatientCoverages: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: { on?: components['schemas']['CalendarDate'] };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPatientCoveragesAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters a coverage with its days */
  putPatientCoverages: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ToldCoverage'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PatientFile'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Takes a coverage back that never was */
  postPatientCoveragesWithdrawal: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['CoverageName'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PatientFile'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Merges this record into another of the same person */
  postPatientMerge: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostPatientMergeBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostPatientMergeAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Takes a merge back */
  postPatientUnmerge: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostPatientUnmergeBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostPatientUnmergeAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Notes that a likely duplicate is somebody else */
  postPatientToldApart: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostPatientToldApartBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostPatientToldApartAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What was authorized and what is left; and whether it covers a service */
  getPatientAuthorizations: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: {
        on?: components['schemas']['CalendarDate'];
        procedure?: string;
        payerId?: string;
        units?: number;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPatientAuthorizationsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters an authorization, or what a payer says of it now */
  putPatientAuthorizations: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ToldAuthorization'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutPatientAuthorizationsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The appointments of some days */
  getAppointments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { from?: components['schemas']['CalendarDate']; to?: components['schemas']['CalendarDate'] };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetAppointmentsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** An appointment with its history */
  getAppointment: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The appointment, as the practice numbers it */
        appointmentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetAppointmentAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Enters an appointment, or what is known of it now */
  putAppointment: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The appointment, as the practice numbers it */
        appointmentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['ToldAppointment'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutAppointmentAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Previews a table of patients, appointments, authorizations or fees, or enters it */
  postImports: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostImportsBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostImportsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The fees of a payer’s contract */
  getFeeSchedule: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payer, as contracts of the practice name it */
        payerId: string;
      };
      query?: {
        procedure?: string;

        /** only what is in force on the date */
        on?: components['schemas']['CalendarDate'];
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetFeeScheduleAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What payers allowed otherwise than their contracts */
  getReportsUnderpayments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetReportsUnderpaymentsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Past appointments whose documentation is missing */
  getReportsUndocumentedAppointments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: { days?: number };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetReportsUndocumentedAppointmentsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Visits that were seen and documented and are not billed */
  getReportsUnbilledVisits: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetReportsUnbilledVisitsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Who may do what in the practice */
  getMembers: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetMembersAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Invites a person by mail, or lets a program in */
  postMembers: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['Invitation'] } };
    responses: {
      201: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostMembersAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A member with its history */
  getMember: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The member, by the subject of its tokens */
        subject: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetMemberAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Changes what a member is called and may do, from its next request on */
  putMember: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The member, by the subject of its tokens */
        subject: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['MemberChange'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostMembersAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Ends a membership with the next request */
  postMemberRevocation: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The member, by the subject of its tokens */
        subject: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostMemberRevocationBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostMembersAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
}
