/** What the API takes and gives, as types: written by `npm run build:client` from the description of the API. */
// biome-ignore-all lint: written by a program

export interface paths {
  '/v1/practices': { get: operations['getPractices'] };
  '/v1/practices/{practiceId}/settings': { get: operations['getSettings']; put: operations['putSettings'] };
  '/v1/practices/{practiceId}/settings/versions': { get: operations['getSettingsVersions'] };
  '/v1/practices/{practiceId}/providers': { get: operations['getProviders'] };
  '/v1/practices/{practiceId}/providers/{npi}': {
    get: operations['getProvider'];
    put: operations['putProvider'];
  };
  '/v1/practices/{practiceId}/payers': { get: operations['getPayers'] };
  '/v1/practices/{practiceId}/payers/{payerId}': { get: operations['getPayer']; put: operations['putPayer'] };
  '/v1/practices/{practiceId}/encounters/{encounterId}/registration': {
    put: operations['putEncounterRegistration'];
  };
  '/v1/practices/{practiceId}/encounters': { get: operations['getEncounters'] };
  '/v1/practices/{practiceId}/encounters/{encounterId}': { get: operations['getEncounter'] };
  '/v1/practices/{practiceId}/encounters/{encounterId}/documents': {
    post: operations['postEncounterDocuments'];
    get: operations['getEncounterDocuments'];
  };
  '/v1/practices/{practiceId}/encounters/{encounterId}/documents/{documentId}': {
    get: operations['getEncounterDocument'];
  };
  '/v1/practices/{practiceId}/encounters/{encounterId}/timeline': { get: operations['getEncounterTimeline'] };
  '/v1/practices/{practiceId}/encounters/{encounterId}/suggestions': {
    get: operations['getEncounterSuggestions'];
  };
  '/v1/practices/{practiceId}/claims': { get: operations['getClaims'] };
  '/v1/practices/{practiceId}/claims/{claimId}': { get: operations['getClaim'] };
  '/v1/practices/{practiceId}/claims/{claimId}/history': { get: operations['getClaimHistory'] };
  '/v1/practices/{practiceId}/claims/{claimId}/appeal-answer': { post: operations['postClaimAppealAnswer'] };
  '/v1/practices/{practiceId}/claims/{claimId}/timeline': { get: operations['getClaimTimeline'] };
  '/v1/practices/{practiceId}/claims/{claimId}/ledger': { get: operations['getClaimLedger'] };
  '/v1/practices/{practiceId}/claims/{claimId}/files': { get: operations['getClaimFiles'] };
  '/v1/practices/{practiceId}/claims/{claimId}/files/{fileId}': { get: operations['getClaimFile'] };
  '/v1/practices/{practiceId}/tasks': { get: operations['getTasks'] };
  '/v1/practices/{practiceId}/tasks/{taskId}': { get: operations['getTask'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/actions': { post: operations['postTaskActions'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/handling': { post: operations['postTaskHandling'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/send-now': { post: operations['postTaskSendNow'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/undo': { post: operations['postTaskUndo'] };
  '/v1/practices/{practiceId}/tasks/{taskId}/timeline': { get: operations['getTaskTimeline'] };
  '/v1/practices/{practiceId}/remittances': { get: operations['getRemittances'] };
  '/v1/practices/{practiceId}/remittances/{remittanceId}': { get: operations['getRemittance'] };
  '/v1/practices/{practiceId}/remittances/{remittanceId}/file': { get: operations['getRemittanceFile'] };
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
  '/v1/practices/{practiceId}/patients/{patientId}/timeline': { get: operations['getPatientTimeline'] };
  '/v1/practices/{practiceId}/patients/{patientId}/merge': { post: operations['postPatientMerge'] };
  '/v1/practices/{practiceId}/patients/{patientId}/unmerge': { post: operations['postPatientUnmerge'] };
  '/v1/practices/{practiceId}/patients/{patientId}/told-apart': { post: operations['postPatientToldApart'] };
  '/v1/practices/{practiceId}/patients/{patientId}/authorizations': {
    get: operations['getPatientAuthorizations'];
    put: operations['putPatientAuthorizations'];
  };
  '/v1/practices/{practiceId}/patients/{patientId}/authorizations/{authorizationId}': {
    get: operations['getPatientAuthorization'];
  };
  '/v1/practices/{practiceId}/appointments': { get: operations['getAppointments'] };
  '/v1/practices/{practiceId}/appointments/{appointmentId}': {
    get: operations['getAppointment'];
    put: operations['putAppointment'];
  };
  '/v1/practices/{practiceId}/appointments/{appointmentId}/cancellation': {
    post: operations['postAppointmentCancellation'];
  };
  '/v1/practices/{practiceId}/imports': { post: operations['postImports'] };
  '/v1/practices/{practiceId}/fee-schedules/{payerId}': { get: operations['getFeeSchedule'] };
  '/v1/practices/{practiceId}/reports/underpayments': { get: operations['getReportsUnderpayments'] };
  '/v1/practices/{practiceId}/reports/undocumented-appointments': {
    get: operations['getReportsUndocumentedAppointments'];
  };
  '/v1/practices/{practiceId}/reports/unbilled-visits': { get: operations['getReportsUnbilledVisits'] };
  '/v1/practices/{practiceId}/code-sets': { get: operations['getCodeSets'] };
  '/v1/practices/{practiceId}/code-sets/{codeSet}/codes': { get: operations['getCodeSetCodes'] };
  '/v1/practices/{practiceId}/code-sets/{codeSet}/codes/{code}': { get: operations['getCodeSetCode'] };
  '/v1/practices/{practiceId}/members': { get: operations['getMembers']; post: operations['postMembers'] };
  '/v1/practices/{practiceId}/members/{subject}': {
    get: operations['getMember'];
    put: operations['putMember'];
  };
  '/v1/practices/{practiceId}/members/{subject}/revocation': { post: operations['postMemberRevocation'] };
  '/v1/practices/{practiceId}/audit': { get: operations['getAudit'] };
  '/v1/practices/{practiceId}/patients/{patientId}/disclosures': { get: operations['getPatientDisclosures'] };
  '/v1/practices/{practiceId}/patients/{patientId}/export': { get: operations['getPatientExport'] };
  '/v1/practices/{practiceId}/webhooks': { get: operations['getWebhooks']; post: operations['postWebhooks'] };
  '/v1/practices/{practiceId}/webhooks/{endpointId}': {
    get: operations['getWebhook'];
    patch: operations['patchWebhook'];
    delete: operations['deleteWebhook'];
  };
  '/v1/practices/{practiceId}/webhooks/{endpointId}/rotation': { post: operations['postWebhookRotation'] };
  '/v1/practices/{practiceId}/webhooks/{endpointId}/test': { post: operations['postWebhookTest'] };
  '/v1/practices/{practiceId}/webhooks/{endpointId}/replay': { post: operations['postWebhookReplay'] };
  '/v1/practices/{practiceId}/webhooks/{endpointId}/deliveries': { get: operations['getWebhookDeliveries'] };
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
      action: 'resubmit' | 'appeal' | 'bill-next-payer' | 'bill-other-payer' | 'keep-waiting' | 'dismiss';
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
    CodeSetEdition: {
      set:
        | 'icd10cm'
        | 'hcpcs'
        | 'modifier'
        | 'cpt'
        | 'ncci-ptp'
        | 'mue'
        | 'add-on'
        | 'coverage'
        | 'mpfs'
        | 'pos'
        | 'carc'
        | 'rarc'
        | 'status'
        | 'taxonomy'
        | 'nppes';
      edition: string;
      validFrom: components['schemas']['CalendarDate'];
      validTo?: components['schemas']['CalendarDate'];

      /** of a list that keeps its ended codes: the day as of which it was made */
      knownTo?: components['schemas']['CalendarDate'];
      rows: number;

      /** names of the files it was read from, without folders */
      source: string;

      /** editions of the parts that differ from the whole */
      parts: { [name: string]: string };

      /** what a user of the edition should know */
      notes: string[];
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

      /** of an undo: the waits in which lifecycles may still be; one of them from before there were several */
      wakes?: string | string[];
    };
    DeleteCoderMemoryAnswer: { erased: number };
    Delivery: {
      way: 'partner' | 'portal' | 'fax' | 'mail';
      on: components['schemas']['CalendarDate'];

      /** of a portal, a fax or a parcel */
      confirmation?: string;

      /** what was sent, where it was made here */
      packet?: components['schemas']['Packet'];

      /** of a request for one: why the limit for filing is extended */
      exception?:
        | 'administrative-error'
        | 'retroactive-entitlement'
        | 'medicaid-recoupment'
        | 'retroactive-disenrollment';

      /** PWK01 of documents that go with a corrected claim; else OZ */
      reportType?: string;
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

      /** what codes were proposed for last, and whether a coder is asked */
      proposedFor?: { round: string; outcome: 'confident' | 'needs-coder' };
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

      /** what the last decision changed, as it was */
      beforeDecision?: { taskId: string; was: { [name: string]: unknown } };

      /** decisions that were taken back, the latest last */
      undone?: {
        taskId: string;
        by: components['schemas']['DecidingActor'];
        at: string;

        /** what was confirmed, and counts no more */
        review?: components['schemas']['CodingReview'];

        /** what the practice’s memory counted it as */
        reviewId: string;

        /** the waits in which the lifecycles of its claims may still be */
        wakes: string[];
      }[];

      /** the task that is open again, and is to be decided first */
      asksAgain?: {
        taskId: string;
        kind: 'coding' | 'encounter-edits' | 'registration-edits' | 'practice-records';
      };

      /** the claims that were made of it last */
      claimIds?: string[];

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
    Entered: {
      version: number;
      by: components['schemas']['DecidingActor'];

      /** instant */
      at: string;
      note: string;
    };
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
    FileText: {
      file: components['schemas']['PartnerFile'];

      /** X12 as it went or came, byte for byte; counts of envelopes are those of what is in it */
      text: string;

      /** sets of the file that speak of others */
      leftOut: number;
    };
    Finding: { code: string; path: string; detail: string };
    FoundCode: {
      codeSet: 'icd10cm' | 'hcpcs' | 'cpt' | 'pos' | 'taxonomy' | 'carc' | 'rarc' | 'claim-status';
      code: string;
      on: components['schemas']['CalendarDate'];
      standing: 'valid' | 'heading' | 'not-in-force' | 'unknown' | 'unlisted';

      /** none of CPT, which is licensed */
      description?: string;
      edition?: string;

      /** whether that edition is of the day, and not the nearest one */
      inForce?: boolean;
      beginsOn?: components['schemas']['CalendarDate'];
      endedOn?: components['schemas']['CalendarDate'];

      /** of a heading: the codes below it */
      below?: string[];

      /** of an ended code: what took its place */
      replacements?: string[];
    };
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
      items: components['schemas']['Appointment'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetAuditAnswer: {
      items: {
        practiceId: string;

        /** begins with the instant, so that ids sort by time */
        entryId: string;
        at: string;
        by: components['schemas']['Actor'];

        /** the method and the path as the route is declared */
        action: string;
        purpose: 'payment' | 'operations' | 'individual';
        subjects: {
          kind: 'patient' | 'encounter' | 'claim' | 'task' | 'payment' | 'appointment' | 'document';
          id: string;
        }[];
        outcome: 'begun' | 'allowed' | 'refused' | 'not-found' | 'failed';

        /** in words of ours, where there is one */
        reason?: string;

        /** the address of the network that the request came from */
        source: string;

        /** names the request in our logs, too */
        requestId: string;
      }[];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetClaimAnswer: { claim: components['schemas']['Claim']; tasks: components['schemas']['Task'][] };
    GetClaimFilesAnswer: { files: components['schemas']['PartnerFile'][] };
    GetClaimHistoryAnswer: {
      items: components['schemas']['ClaimEvent'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetClaimLedgerAnswer: {
      entries: components['schemas']['LedgerEntry'][];
      position: components['schemas']['Position'];
    };
    GetClaimTimelineAnswer: { timeline: components['schemas']['TimelineEntry'][] };
    GetClaimsAnswer: {
      items: components['schemas']['Claim'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetCodeSetCodesAnswer: {
      on: components['schemas']['CalendarDate'];

      /** which edition answers */
      statement: string;
      codes: { code: string; description: string; isBillable: boolean }[];
    };
    GetCodeSetsAnswer: { editions: components['schemas']['CodeSetEdition'][] };
    GetCoderMemoryAnswer: { [name: string]: unknown };
    GetCreditBalancesAnswer: { creditBalances: { [name: string]: unknown }[] };
    GetDepositsAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      items: components['schemas']['Deposit'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetDuplicatePatientsAnswer: { duplicates: { [name: string]: unknown }[] };
    GetEncounterAnswer: {
      encounter: components['schemas']['Encounter'];
      claims: components['schemas']['Claim'][];
      tasks: components['schemas']['Task'][];
      position: components['schemas']['Position'];
    };
    GetEncounterDocumentAnswer: {
      url: string;
      expiresInSeconds: number;
      document: components['schemas']['VisitDocument'];
    };
    GetEncounterDocumentsAnswer: { documents: components['schemas']['VisitDocument'][] };
    GetEncounterSuggestionsAnswer: {
      suggestions: components['schemas']['CodeSuggestion'][];
      rejectedCodes: components['schemas']['RejectedCode'][];
      questions: string[];
      reviews: components['schemas']['CodingReview'][];
      proposal?: components['schemas']['EncounterCodes'];

      /** once they are confirmed */
      codes?: components['schemas']['EncounterCodes'];
      basis?: components['schemas']['CodingBasis'];

      /** in which evidence counts its characters */
      text?: { url: string; expiresInSeconds: number };

      /** open ones by which the codes are confirmed */
      taskIds: string[];
    };
    GetEncounterTimelineAnswer: { timeline: components['schemas']['TimelineEntry'][] };
    GetEncountersAnswer: {
      items: components['schemas']['Encounter'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetFeeScheduleAnswer: {
      items: components['schemas']['FeeLine'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetMemberAnswer: {
      member: components['schemas']['Membership'];
      history: components['schemas']['Membership'][];
    };
    GetMembersAnswer: {
      items: components['schemas']['Membership'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
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
    GetPatientAuthorizationAnswer: {
      authorization: {
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
      };
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
    GetPatientDisclosuresAnswer: {
      patientIds: string[];
      disclosures: {
        /** the instant, or the day where a person stated it */
        at: string;
        what:
          | 'claim'
          | 'eligibility-inquiry'
          | 'status-inquiry'
          | 'appeal'
          | 'documents'
          | 'patient-bill'
          | 'export';
        to: {
          kind: 'payer' | 'patient' | 'member';

          /** of the payer, the patient, or whoever took it out */
          id: string;

          /** the clearinghouse or other partner that passed it on */
          through?: string;
        };
        purpose: 'payment' | 'operations' | 'individual';
        claimId?: string;

        /** the file, or what the receiver confirmed it with */
        reference?: string;
      }[];
    };
    GetPatientExportAnswer: {
      at: string;
      patientIds: string[];
      patient?: components['schemas']['PatientRecord'];
      coverages: components['schemas']['CoverageRecord'][];
      history: ({
        type: 'entered' | 'changed' | 'coverage' | 'merged' | 'unmerged' | 'told-apart';
        at: string;
        actor: components['schemas']['Actor'];

        /** what it was taken from: a visit, a table, a program */
        source: string;
        changes: { field: string; before?: unknown; after?: unknown }[];
      } & { [name: string]: unknown })[];
      authorizations: components['schemas']['Authorization'][];
      appointments: components['schemas']['Appointment'][];
      encounters: components['schemas']['Encounter'][];
      claims: {
        claim: components['schemas']['Claim'];
        events: ({
          type: string;
          at: string;
          actor: components['schemas']['Actor'];
          detail: { [name: string]: string | number | boolean };
        } & { [name: string]: unknown })[];
      }[];
      tasks: components['schemas']['Task'][];
      documents: { key: string; digest: string; receivedAt: string; encounterId: string }[];
    };
    GetPatientTimelineAnswer: { timeline: components['schemas']['TimelineEntry'][] };
    GetPatientsAnswer: {
      items: components['schemas']['PatientRecord'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetPayerAnswer: { payer: components['schemas']['Payer']; entered?: components['schemas']['Entered'] };
    GetPayersAnswer: { payers: components['schemas']['Payer'][] };
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
      items: {
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

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetPracticesAnswer: {
      practices: {
        practiceId: string;
        name: string;
        roles: ('coder' | 'biller' | 'manager' | 'clinic' | 'administrator')[];

        /** what the practice calls the caller */
        memberName: string;
      }[];
    };
    GetProviderAnswer: { provider: components['schemas']['Provider'] };
    GetProviderLedgerAnswer: { accounts: { [name: string]: unknown }[] } & { [name: string]: unknown };
    GetProvidersAnswer: { providers: components['schemas']['Provider'][] };
    GetReconciliationAnswer: {
      from: components['schemas']['CalendarDate'];
      to: components['schemas']['CalendarDate'];
      ties: { [name: string]: unknown }[];
      differences: { [name: string]: unknown }[];
    } & { [name: string]: unknown };
    GetRemittanceAnswer: {
      remittance: components['schemas']['Remittance'];
      decisions: components['schemas']['PaymentDecision'][];
    };
    GetRemittancesAnswer: { remittances: components['schemas']['Remittance'][] };
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
      items: components['schemas']['RoutingSet'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetRulesAnswer: {
      items: components['schemas']['RuleSet'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetSettingsAnswer: {
      settings: {
        name: string;
        npi: string;
        taxId: string;
        taxonomy: string;
        address: components['schemas']['Address'];
        phone: string;

        /** in which its days begin and end */
        timeZone: string;

        /** further ones under which it bills; the practice itself bills what fits none */
        billingEntities: {
          billingEntityId: string;

          /** of an organization */
          name?: string;

          /** a practitioner who bills alone */
          person?: {
            /** Last name (NM103) */
            lastName: string;

            /** First name (NM104) */
            firstName: string;

            /** Middle name or initial (NM105) */
            middleName?: string;

            /** Jr, III (NM107) */
            suffix?: string;
          };
          npi: string;
          taxId: string;
          taxIdKind: 'employer' | 'social-security';
          taxonomy?: string;

          /** a street address: payers take no PO box here */
          address: components['schemas']['Address'];

          /** where payments go, when not to the address */
          payTo?: components['schemas']['Address'];
          phone: string;
          locationIds?: string[];
          providerNpis?: string[];
          payerIds?: string[];
        }[];

        /** its enrolments with trading partners; without one it sends by its tax id */
        partners: {
          partnerId: string;

          /** ISA06, GS02 and 1000A */
          submitterId: string;

          /** ISA05 */
          submitterQualifier: string;

          /** 1000A: @default the practice */
          submitterName?: string;

          /** ISA08, GS03 and 1000B: the clearinghouse, or the payer itself */
          receiverId: string;

          /** ISA07 */
          receiverQualifier: string;

          /** 1000B: @default the payer */
          receiverName?: string;

          /** ISA15 */
          usage: 'production' | 'test';
          contactName?: string;
          contactPhone?: string;

          /** claims in a file at most, 1 where the partner takes one claim a file: @default 100 */
          batchClaims?: number;

          /** how long a claim waits for others to fill its file: @default 30 */
          batchMinutes?: number;

          /** until the TA1 of a file is missed: @default none is expected */
          interchangeAnswerDays?: number;

          /** whether it hands on appeals and documents (PDF), where a contract sends them by it: @default true */
          takesPackets?: boolean;

          /** until the 999 of a file is missed: @default 1 */
          fileAnswerDays?: number;
        }[];
        roster: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: string;
        };

        /** hears of tasks that pass their deadline */
        supervisor: string;

        /** hears of documents that cannot be read */
        clinicContact: string;
        codingPolicy: {
          /** codes at or above it need no coder */
          autoAcceptConfidence: number;
        };

        /** business days a desk has for a task, before payer limits */
        taskDays: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: number;
        };

        /** later payments of a payer over which a provider-level account may stay open */
        openAccountPayments: number;

        /** days of silence after which it is overdue, too */
        openAccountDays: number;

        /** what a line has to differ by from the contract, both, before anybody is asked about it */
        underpayment: { cents: number; percent: number };

        /** cents that one person may write off at once; above it a second one confirms */
        writeOffLimit?: number;

        /** whether a registration whose numbers are written otherwise is taken, with what was repaired */
        formatRepairs: boolean;
      };
      entered?: components['schemas']['Entered'];
    };
    GetSettingsVersionsAnswer: {
      versions: {
        practiceId: string;
        part:
          | 'settings'
          | 'providers'
          | 'chargeMaster'
          | 'enrolments'
          | 'locations'
          | 'adjustmentClasses'
          | 'payer';

        /** of a payer: which */
        id: string;
        version: number;

        /** the whole part, as it was from then on */
        value: unknown;
        note: string;
        by: components['schemas']['DecidingActor'];

        /** instant */
        at: string;
      }[];
    };
    GetTaskAnswer: { task: components['schemas']['Task']; undo?: { [name: string]: unknown } };
    GetTaskTimelineAnswer: { timeline: components['schemas']['TimelineEntry'][] };
    GetTasksAnswer: {
      items: components['schemas']['Task'][];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetWebhookAnswer: {
      webhook: {
        practiceId: string;
        endpointId: string;
        url: string;

        /** what it is told of; without them, all */
        types?: components['schemas']['WebhookEventType'][];
        status: 'enabled' | 'disabled';
        disabledFor?: 'by-hand' | 'gone' | 'failing';

        /** instant of the first failure since it last took a message */
        failingSince?: string;

        /** instant that the receiver asked us to wait for (Retry-After) */
        restUntil?: string;
        version: number;

        /** who entered it, or changed it last */
        by: components['schemas']['Actor'];
        createdAt: string;
        changedAt: string;

        /** until then the former secret signs, too */
        formerSecretUntil?: string;
      };
    };
    GetWebhookDeliveriesAnswer: {
      items: {
        practiceId: string;
        endpointId: string;
        messageId: string;
        type: components['schemas']['WebhookEventType'];
        status: 'pending' | 'delivered' | 'failed';

        /** when it is sent next; nothing is due of what is not pending */
        dueAt?: string;

        /** since it was told or replayed */
        tries: number;
        attempts: {
          at: string;

          /** of HTTP; 2xx took the message */
          status?: number;
          error?: 'timeout' | 'unreachable' | 'refused-address' | 'no-address';
          milliseconds: number;
        }[];
        createdAt: string;

        /** when it is forgotten */
        expiresAt: string;
      }[];

      /** cursor of the next page; absent: this is the last one */
      next?: string;
    };
    GetWebhooksAnswer: {
      webhooks: {
        practiceId: string;
        endpointId: string;
        url: string;

        /** what it is told of; without them, all */
        types?: components['schemas']['WebhookEventType'][];
        status: 'enabled' | 'disabled';
        disabledFor?: 'by-hand' | 'gone' | 'failing';

        /** instant of the first failure since it last took a message */
        failingSince?: string;

        /** instant that the receiver asked us to wait for (Retry-After) */
        restUntil?: string;
        version: number;

        /** who entered it, or changed it last */
        by: components['schemas']['Actor'];
        createdAt: string;
        changedAt: string;

        /** until then the former secret signs, too */
        formerSecretUntil?: string;
      }[];
    };
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
      handling: 'hand-over' | 'hold' | 'add-note' | 'mail-again' | 'propose-no-more' | 'reopen' | 'take-back';
      by: components['schemas']['DecidingActor'];
      at: string;
      note: string;

      /** the desk it went to, or the day until which it waits */
      to?: string;

      /** of hand-over and hold: where and until when it was */
      before?: {
        owner: 'coder' | 'biller' | 'front-desk' | 'authorizations' | 'appeals' | 'credentialing' | 'records';
        email: string;
        due: string;
        remindAt: string;
        remindedAt?: string;
        escalatedAt?: string;
      };

      /** of take-back: when what is taken back was done */
      undoes?: string;

      /** of reopen: what had been decided */
      decided?: {
        action: string;
        by: components['schemas']['DecidingActor'];
        at: string;
        note: string;
        correction?: components['schemas']['Correction'];
      };
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
    LedgerEntry: {
      at: string;

      /** of the claim’s history, with which it was written */
      event: string;
      by: components['schemas']['Actor'];

      /** amounts are cents */
      entry: { kind: string } & { [name: string]: unknown };
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
    PartnerFile: {
      partnerId: string;
      direction: 'outbound' | 'inbound';

      /** inbound: the first answer that is read */
      transaction:
        | '270'
        | '271'
        | '276'
        | '277'
        | '835'
        | '999'
        | '837P'
        | '277CA'
        | 'TA1'
        | 'appeal'
        | 'documents'
        | 'unknown';
      at: string;

      /** by which its text is got */
      fileId: string;

      /** all that it holds */
      transactions: (
        | '270'
        | '271'
        | '276'
        | '277'
        | '835'
        | '999'
        | '837P'
        | '277CA'
        | 'TA1'
        | 'appeal'
        | 'documents'
        | 'unknown'
      )[];

      /** a name for it on a disk */
      fileName: string;
    };
    PatchWebhookBody: {
      /** https, without a user in it, on the public internet */
      url?: string;
      types?: components['schemas']['WebhookEventType'][] | null;
      status?: 'enabled' | 'disabled';
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
    Payer: {
      payerId: string;
      name: string;

      /** the trading partner its files go through */
      partnerId: string;

      /** further partners through which its remittances may come */
      remittancePartnerIds: string[];

      /** ISA08 and GS03 of files to it */
      receiverId: string;

      /** SBR09: CI commercial, MB Medicare Part B, MC Medicaid, BL Blue Cross */
      claimFilingIndicator: string;

      /** a policy that supplements Original Medicare, and nothing else */
      medigap: boolean;
      filingLimitDays: number;
      appealLimitDays: number;

      /** of corrected claims, reopenings, appeals and secondary claims */
      limits?: {
        /** of a replacement; the filing limit unless the contract says otherwise */
        correctedClaim?: { days: number; from: 'service' | 'decision' | 'receipt' };

        /** of a clerical error that is mended by letter or telephone */
        reopening?: { days: number; from: 'service' | 'decision' | 'receipt' };

        /** one for each level that there is, the first one first */
        appeals?: {
          days: number;
          from: 'service' | 'decision' | 'receipt';

          /** what the payer calls it: reconsideration */
          name?: string;

          /** where that level goes, where not as the contract’s others */
          delivery?: {
            /** the preferred one first */
            ways: ('partner' | 'portal' | 'fax' | 'mail')[];

            /** the department, as it stands above the address */
            to?: string;

            /** for mail */
            address?: components['schemas']['Address'];
            fax?: string;

            /** where in the portal it is left */
            portal?: string;
          };
        }[];

        /** of a claim after another payer: `decision` and `receipt` are of that payer’s */
        secondaryClaim?: { days: number; from: 'service' | 'decision' | 'receipt' };
      };

      /** where appeals go whose level names no place of its own: @default by portal, fax or mail as a person knows */
      appealDelivery?: {
        /** the preferred one first */
        ways: ('partner' | 'portal' | 'fax' | 'mail')[];

        /** the department, as it stands above the address */
        to?: string;

        /** for mail */
        address?: components['schemas']['Address'];
        fax?: string;

        /** where in the portal it is left */
        portal?: string;
      };

      /** where documents go that it asks for: @default as appeals */
      recordsDelivery?: {
        /** the preferred one first */
        ways: ('partner' | 'portal' | 'fax' | 'mail')[];

        /** the department, as it stands above the address */
        to?: string;

        /** for mail */
        address?: components['schemas']['Address'];
        fax?: string;

        /** where in the portal it is left */
        portal?: string;
      };

      /** days to give back what it overpaid, where the contract and no law says so */
      overpaymentDays?: number;
      eligibilityAnswerDays: number;
      acknowledgementDays: number;

      /** from the transmission to the first status inquiry, as long as too little is known of its pace */
      firstFollowUpDays: number;

      /** before which it wants no inquiry, however fast it pays */
      leastFollowUpDays: number;

      /** from one inquiry to the next: @default firstFollowUpDays */
      nextFollowUpDays?: number;

      /** from an appeal until its payer is asked: Medicare decides a redetermination in 60 */
      appealFollowUpDays: number;

      /** from a decision that a 277 tells of until its 835 is missed */
      remittanceDays: number;

      /** to send what it asks for, from its request: where the contract does not say, the filing limit counts */
      informationDays?: number;
      statusAnswerDays: number;

      /** status inquiries before a biller is asked */
      maxFollowUps: number;

      /** how it is billed again when a payer before it decides anew; without it a biller is asked */
      priorPayerCorrections?: 'replacement' | 'void-and-new' | 'new-claim';

      /** what undoes a claim that it holds or paid and another payer owes: a void (CLM05-3 8), or money given back; without it a biller is asked */
      misdirectedClaims?: 'void' | 'refund';

      /** days that it is given for a claim which the payer before forwarded, before we bill it ourselves */
      crossoverCalendarDays: number;

      /** the same in business days, where the contract counts those */
      crossoverBusinessDays?: number;

      /** how an allowed amount is made of a fee */
      pricing: {
        /** never more than the charge: "the lesser of" */
        chargeLimits: boolean;

        /** of the fee: 50 150, 52 50, 80 16, AS 13.6; 26 and TC where the schedule has no line for them */
        modifiers: { modifier: string; percent: number }[];

        /** further ones that change no amount */
        neutralModifiers: string[];

        /** of the first, second, … procedure that the schedule reduces; the last holds for the rest */
        multipleProcedures?: number[];

        /** by who is billed: 85 for NP, PA, CNS */
        credentials: {
          credentials: (
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
            | 'RN'
          )[];
          percent: number;
        }[];

        /** whose rate is another than Medicare’s list says */
        places: {
          placeOfService: string;
          setting: 'facility' | 'non-facility';
          from?: components['schemas']['CalendarDate'];
          to?: components['schemas']['CalendarDate'];
        }[];
      };

      /** what a visit does of a provider who is not enrolled on its day: nothing, a warning, a stop */
      providerEnrolment: 'not-checked' | 'warn' | 'block';
      incidentTo?: {
        /** whose services may be billed so: NP, PA, CNS */
        credentials: (
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
          | 'RN'
        )[];
        supervisors: (
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
          | 'RN'
        )[];

        /** as rendering provider (2310B); or who gave it, with the supervisor beside (2310D) */
        bill: 'supervising' | 'own-with-supervising';

        /** an institution’s services are its own */
        places: string[];

        /** which the payer wants on each line, such as SA */
        modifier?: string;
      };

      /** what it wants on claims beside what every payer does */
      claimRules?: {
        /** a regular expression that its member numbers fit, such as ^[A-Z]{3}\d{9}$ */
        memberId?: string;

        /** whether it wants the taxonomy of who bills (2000A) */
        billingTaxonomy: boolean;

        /** whether it wants the NDC of drugs: Medicaid does unless told */
        drugCodes?: boolean;

        /** procedures that it wants authorized, singly or from one to another */
        authorized: string[];
        telehealth: {
          from?: components['schemas']['CalendarDate'];
          to?: components['schemas']['CalendarDate'];

          /** places of service that it takes for them, such as 02 and 10, or 11 */
          places: string[];

          /** of which it wants one; an empty list: none */
          modifiers: string[];
        }[];

        /** services that it pays once in a time, such as a check-up a year */
        frequencies: {
          /** singly or from one to another: one of them is one of all of them */
          procedures: string[];

          /** the services that count before them: @default the same ones */
          after?: string[];
          every:
            | 'lifetime'
            | 'calendar-year'
            | {
                /** that have to pass after the month of the service before: 11 for once a year */
                fullMonths: number;
              }
            | {
                /** that have to pass after the day of the service before */
                days: number;
              };

          /** whether more is paid for reasons that no claim tells for sure: it warns then */
          hasExceptions: boolean;
          from?: components['schemas']['CalendarDate'];
          to?: components['schemas']['CalendarDate'];
        }[];
      };

      /** 99024: whether it is to stand on claims, at no charge */
      postoperativeVisits: 'on-claim' | 'not-billed';
      patientMayBeBilledWhenInactive: boolean;
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
    PaymentDecision: {
      paymentId: string;
      adjudicationId: string;
      paid: number;

      /** with which it is kept, once it is posted */
      claimId?: string;

      /** why it is not posted */
      held: components['schemas']['Held'][];
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
    PostAppointmentCancellationAnswer: { appointment: components['schemas']['Appointment'] };
    PostClaimAppealAnswerAnswer: { claim: components['schemas']['Claim'] };
    PostClaimAppealAnswerBody: {
      /** what the letter decides */
      answer: 'overturned' | 'partly' | 'upheld';

      /** the date of the letter */
      answeredOn: components['schemas']['CalendarDate'];
    };
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
    PostEncounterDocumentsAnswer: {
      method: 'POST';
      url: string;

      /** of the form, as they are */
      fields: { [name: string]: string };
      key: string;
      expiresInSeconds: number;
      mostBytes: number;
    };
    PostEncounterDocumentsBody: {
      /** only its kind is kept: it may be a patient’s name */
      fileName: string;

      /** @default that of the kind */
      contentType?: string;

      /** bytes: then exactly so many are taken, else 1 to the most */
      size?: number;
    };
    PostImportsAnswer: {
      kind: 'patients' | 'appointments' | 'authorizations' | 'fees';
      applied: boolean;
      counts: { [name in 'added' | 'changed' | 'unchanged' | 'duplicate' | 'refused']: number };
      lines: {
        line: number;
        patientId?: string;
        appointmentId?: string;
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

        /** of a request for one: why the limit for filing is extended */
        exception?:
          | 'administrative-error'
          | 'retroactive-entitlement'
          | 'medicaid-recoupment'
          | 'retroactive-disenrollment';

        /** PWK01 of documents that go with a corrected claim; else OZ */
        reportType?: string;
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
    PostTaskSendNowAnswer: { task: components['schemas']['Task'] };
    PostTaskSendNowBody: {
      /** the instant of the correction that is meant, where another one is not */
      of?: string;
    };
    PostTaskUndoAnswer: { task: components['schemas']['Task']; undone?: boolean };
    PostWebhookReplayBody: { messageIds: string[] } | { from: string; to?: string };
    PostWebhookTestAnswer: {
      /** what is sent again */
      messageIds: string[];

      /** what the webhook was never told, or is older than thirty days */
      unknown: string[];

      /** ask again from this instant: there is more */
      continueFrom?: string;
    };
    PostWebhooksAnswer: {
      webhook: {
        practiceId: string;
        endpointId: string;
        url: string;

        /** what it is told of; without them, all */
        types?: components['schemas']['WebhookEventType'][];
        status: 'enabled' | 'disabled';
        disabledFor?: 'by-hand' | 'gone' | 'failing';

        /** instant of the first failure since it last took a message */
        failingSince?: string;

        /** instant that the receiver asked us to wait for (Retry-After) */
        restUntil?: string;
        version: number;

        /** who entered it, or changed it last */
        by: components['schemas']['Actor'];
        createdAt: string;
        changedAt: string;

        /** until then the former secret signs, too */
        formerSecretUntil?: string;
      };

      /** the key of the signatures; it is shown this once and never again */
      secret: string;
    };
    PostWebhooksBody: {
      /** https, without a user in it, on the public internet */
      url: string;

      /** what it is told of; without them, all */
      types?: components['schemas']['WebhookEventType'][];
    };
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
    PutPayerAnswer: {
      payer: components['schemas']['Payer'];
      entered?: components['schemas']['Entered'];
      notes: components['schemas']['Finding'][];
    };
    PutPayerBody: {
      payer: {
        name: string;

        /** the trading partner its files go through */
        partnerId: string;

        /** further partners through which its remittances may come */
        remittancePartnerIds?: string[];

        /** ISA08 and GS03 of files to it */
        receiverId: string;

        /** SBR09: CI commercial, MB Medicare Part B, MC Medicaid, BL Blue Cross */
        claimFilingIndicator: string;

        /** a policy that supplements Original Medicare, and nothing else */
        medigap?: boolean;
        filingLimitDays: number;
        appealLimitDays: number;

        /** of corrected claims, reopenings, appeals and secondary claims */
        limits?: {
          /** of a replacement; the filing limit unless the contract says otherwise */
          correctedClaim?: { days: number; from: 'service' | 'decision' | 'receipt' };

          /** of a clerical error that is mended by letter or telephone */
          reopening?: { days: number; from: 'service' | 'decision' | 'receipt' };

          /** one for each level that there is, the first one first */
          appeals?: {
            days: number;
            from: 'service' | 'decision' | 'receipt';

            /** what the payer calls it: reconsideration */
            name?: string;

            /** where that level goes, where not as the contract’s others */
            delivery?: {
              /** the preferred one first */
              ways: ('partner' | 'portal' | 'fax' | 'mail')[];

              /** the department, as it stands above the address */
              to?: string;

              /** for mail */
              address?: components['schemas']['Address'];
              fax?: string;

              /** where in the portal it is left */
              portal?: string;
            };
          }[];

          /** of a claim after another payer: `decision` and `receipt` are of that payer’s */
          secondaryClaim?: { days: number; from: 'service' | 'decision' | 'receipt' };
        };

        /** where appeals go whose level names no place of its own: @default by portal, fax or mail as a person knows */
        appealDelivery?: {
          /** the preferred one first */
          ways: ('partner' | 'portal' | 'fax' | 'mail')[];

          /** the department, as it stands above the address */
          to?: string;

          /** for mail */
          address?: components['schemas']['Address'];
          fax?: string;

          /** where in the portal it is left */
          portal?: string;
        };

        /** where documents go that it asks for: @default as appeals */
        recordsDelivery?: {
          /** the preferred one first */
          ways: ('partner' | 'portal' | 'fax' | 'mail')[];

          /** the department, as it stands above the address */
          to?: string;

          /** for mail */
          address?: components['schemas']['Address'];
          fax?: string;

          /** where in the portal it is left */
          portal?: string;
        };

        /** days to give back what it overpaid, where the contract and no law says so */
        overpaymentDays?: number;
        eligibilityAnswerDays: number;
        acknowledgementDays: number;

        /** from the transmission to the first status inquiry, as long as too little is known of its pace */
        firstFollowUpDays: number;

        /** before which it wants no inquiry, however fast it pays */
        leastFollowUpDays?: number;

        /** from one inquiry to the next: @default firstFollowUpDays */
        nextFollowUpDays?: number;

        /** from an appeal until its payer is asked: Medicare decides a redetermination in 60 */
        appealFollowUpDays?: number;

        /** from a decision that a 277 tells of until its 835 is missed */
        remittanceDays?: number;

        /** to send what it asks for, from its request: where the contract does not say, the filing limit counts */
        informationDays?: number;
        statusAnswerDays: number;

        /** status inquiries before a biller is asked */
        maxFollowUps: number;

        /** how it is billed again when a payer before it decides anew; without it a biller is asked */
        priorPayerCorrections?: 'replacement' | 'void-and-new' | 'new-claim';

        /** what undoes a claim that it holds or paid and another payer owes: a void (CLM05-3 8), or money given back; without it a biller is asked */
        misdirectedClaims?: 'void' | 'refund';

        /** days that it is given for a claim which the payer before forwarded, before we bill it ourselves */
        crossoverCalendarDays?: number;

        /** the same in business days, where the contract counts those */
        crossoverBusinessDays?: number;

        /** how an allowed amount is made of a fee */
        pricing?: {
          /** never more than the charge: "the lesser of" */
          chargeLimits?: boolean;

          /** of the fee: 50 150, 52 50, 80 16, AS 13.6; 26 and TC where the schedule has no line for them */
          modifiers?: { modifier: string; percent: number }[];

          /** further ones that change no amount */
          neutralModifiers?: string[];

          /** of the first, second, … procedure that the schedule reduces; the last holds for the rest */
          multipleProcedures?: number[];

          /** by who is billed: 85 for NP, PA, CNS */
          credentials?: {
            credentials: (
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
              | 'RN'
            )[];
            percent: number;
          }[];

          /** whose rate is another than Medicare’s list says */
          places?: {
            placeOfService: string;
            setting: 'facility' | 'non-facility';
            from?: components['schemas']['CalendarDate'];
            to?: components['schemas']['CalendarDate'];
          }[];
        };

        /** what a visit does of a provider who is not enrolled on its day: nothing, a warning, a stop */
        providerEnrolment?: 'not-checked' | 'warn' | 'block';
        incidentTo?: {
          /** whose services may be billed so: NP, PA, CNS */
          credentials: (
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
            | 'RN'
          )[];
          supervisors?: (
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
            | 'RN'
          )[];

          /** as rendering provider (2310B); or who gave it, with the supervisor beside (2310D) */
          bill: 'supervising' | 'own-with-supervising';

          /** an institution’s services are its own */
          places?: string[];

          /** which the payer wants on each line, such as SA */
          modifier?: string;
        };

        /** what it wants on claims beside what every payer does */
        claimRules?: {
          /** a regular expression that its member numbers fit, such as ^[A-Z]{3}\d{9}$ */
          memberId?: string;

          /** whether it wants the taxonomy of who bills (2000A) */
          billingTaxonomy?: boolean;

          /** whether it wants the NDC of drugs: Medicaid does unless told */
          drugCodes?: boolean;

          /** procedures that it wants authorized, singly or from one to another */
          authorized?: string[];
          telehealth?: {
            from?: components['schemas']['CalendarDate'];
            to?: components['schemas']['CalendarDate'];

            /** places of service that it takes for them, such as 02 and 10, or 11 */
            places: string[];

            /** of which it wants one; an empty list: none */
            modifiers: string[];
          }[];

          /** services that it pays once in a time, such as a check-up a year */
          frequencies?: {
            /** singly or from one to another: one of them is one of all of them */
            procedures: string[];

            /** the services that count before them: @default the same ones */
            after?: string[];
            every:
              | 'lifetime'
              | 'calendar-year'
              | {
                  /** that have to pass after the month of the service before: 11 for once a year */
                  fullMonths: number;
                }
              | {
                  /** that have to pass after the day of the service before */
                  days: number;
                };

            /** whether more is paid for reasons that no claim tells for sure: it warns then */
            hasExceptions?: boolean;
            from?: components['schemas']['CalendarDate'];
            to?: components['schemas']['CalendarDate'];
          }[];
        };

        /** 99024: whether it is to stand on claims, at no charge */
        postoperativeVisits?: 'on-claim' | 'not-billed';
        patientMayBeBilledWhenInactive?: boolean;
      };

      /** why */
      note?: string;
    };
    PutProviderAnswer: {
      provider: components['schemas']['Provider'];
      entered?: components['schemas']['Entered'];
    };
    PutProviderBody: {
      provider: {
        /** Last name (NM103) */
        lastName: string;

        /** First name (NM104) */
        firstName: string;

        /** Middle name or initial (NM105) */
        middleName?: string;

        /** Jr, III (NM107) */
        suffix?: string;

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

      /** why */
      note?: string;
    };
    PutRoutingAnswer: {
      routingSet: components['schemas']['RoutingSet'];
      notes: components['schemas']['Finding'][];
    };
    PutRoutingBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      note?: string;
    };
    PutRulesAnswer: { ruleSet: components['schemas']['RuleSet']; notes: components['schemas']['Finding'][] };
    PutRulesBody: {
      /** the rules, of the form of those that GET shows */
      rules: unknown[];
      note?: string;
    };
    PutSettingsAnswer: {
      settings: {
        name: string;
        npi: string;
        taxId: string;
        taxonomy: string;
        address: components['schemas']['Address'];
        phone: string;

        /** in which its days begin and end */
        timeZone: string;

        /** further ones under which it bills; the practice itself bills what fits none */
        billingEntities: {
          billingEntityId: string;

          /** of an organization */
          name?: string;

          /** a practitioner who bills alone */
          person?: {
            /** Last name (NM103) */
            lastName: string;

            /** First name (NM104) */
            firstName: string;

            /** Middle name or initial (NM105) */
            middleName?: string;

            /** Jr, III (NM107) */
            suffix?: string;
          };
          npi: string;
          taxId: string;
          taxIdKind: 'employer' | 'social-security';
          taxonomy?: string;

          /** a street address: payers take no PO box here */
          address: components['schemas']['Address'];

          /** where payments go, when not to the address */
          payTo?: components['schemas']['Address'];
          phone: string;
          locationIds?: string[];
          providerNpis?: string[];
          payerIds?: string[];
        }[];

        /** its enrolments with trading partners; without one it sends by its tax id */
        partners: {
          partnerId: string;

          /** ISA06, GS02 and 1000A */
          submitterId: string;

          /** ISA05 */
          submitterQualifier: string;

          /** 1000A: @default the practice */
          submitterName?: string;

          /** ISA08, GS03 and 1000B: the clearinghouse, or the payer itself */
          receiverId: string;

          /** ISA07 */
          receiverQualifier: string;

          /** 1000B: @default the payer */
          receiverName?: string;

          /** ISA15 */
          usage: 'production' | 'test';
          contactName?: string;
          contactPhone?: string;

          /** claims in a file at most, 1 where the partner takes one claim a file: @default 100 */
          batchClaims?: number;

          /** how long a claim waits for others to fill its file: @default 30 */
          batchMinutes?: number;

          /** until the TA1 of a file is missed: @default none is expected */
          interchangeAnswerDays?: number;

          /** whether it hands on appeals and documents (PDF), where a contract sends them by it: @default true */
          takesPackets?: boolean;

          /** until the 999 of a file is missed: @default 1 */
          fileAnswerDays?: number;
        }[];
        roster: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: string;
        };

        /** hears of tasks that pass their deadline */
        supervisor: string;

        /** hears of documents that cannot be read */
        clinicContact: string;
        codingPolicy: {
          /** codes at or above it need no coder */
          autoAcceptConfidence: number;
        };

        /** business days a desk has for a task, before payer limits */
        taskDays: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: number;
        };

        /** later payments of a payer over which a provider-level account may stay open */
        openAccountPayments: number;

        /** days of silence after which it is overdue, too */
        openAccountDays: number;

        /** what a line has to differ by from the contract, both, before anybody is asked about it */
        underpayment: { cents: number; percent: number };

        /** cents that one person may write off at once; above it a second one confirms */
        writeOffLimit?: number;

        /** whether a registration whose numbers are written otherwise is taken, with what was repaired */
        formatRepairs: boolean;
      };
      entered?: components['schemas']['Entered'];
      notes: components['schemas']['Finding'][];
    };
    PutSettingsBody: {
      settings: {
        name: string;
        npi: string;
        taxId: string;
        taxonomy: string;
        address: components['schemas']['Address'];
        phone: string;

        /** in which its days begin and end */
        timeZone?: string;

        /** further ones under which it bills; the practice itself bills what fits none */
        billingEntities?: {
          billingEntityId: string;

          /** of an organization */
          name?: string;

          /** a practitioner who bills alone */
          person?: {
            /** Last name (NM103) */
            lastName: string;

            /** First name (NM104) */
            firstName: string;

            /** Middle name or initial (NM105) */
            middleName?: string;

            /** Jr, III (NM107) */
            suffix?: string;
          };
          npi: string;
          taxId: string;
          taxIdKind?: 'employer' | 'social-security';
          taxonomy?: string;

          /** a street address: payers take no PO box here */
          address: components['schemas']['Address'];

          /** where payments go, when not to the address */
          payTo?: components['schemas']['Address'];
          phone: string;
          locationIds?: string[];
          providerNpis?: string[];
          payerIds?: string[];
        }[];

        /** its enrolments with trading partners; without one it sends by its tax id */
        partners?: {
          partnerId: string;

          /** ISA06, GS02 and 1000A */
          submitterId: string;

          /** ISA05 */
          submitterQualifier?: string;

          /** 1000A: @default the practice */
          submitterName?: string;

          /** ISA08, GS03 and 1000B: the clearinghouse, or the payer itself */
          receiverId: string;

          /** ISA07 */
          receiverQualifier?: string;

          /** 1000B: @default the payer */
          receiverName?: string;

          /** ISA15 */
          usage?: 'production' | 'test';
          contactName?: string;
          contactPhone?: string;

          /** claims in a file at most, 1 where the partner takes one claim a file: @default 100 */
          batchClaims?: number;

          /** how long a claim waits for others to fill its file: @default 30 */
          batchMinutes?: number;

          /** until the TA1 of a file is missed: @default none is expected */
          interchangeAnswerDays?: number;

          /** whether it hands on appeals and documents (PDF), where a contract sends them by it: @default true */
          takesPackets?: boolean;

          /** until the 999 of a file is missed: @default 1 */
          fileAnswerDays?: number;
        }[];
        roster: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: string;
        };

        /** hears of tasks that pass their deadline */
        supervisor: string;

        /** hears of documents that cannot be read */
        clinicContact: string;
        codingPolicy: {
          /** codes at or above it need no coder */
          autoAcceptConfidence: number;
        };

        /** business days a desk has for a task, before payer limits */
        taskDays: {
          [name in
            | 'coder'
            | 'biller'
            | 'front-desk'
            | 'authorizations'
            | 'appeals'
            | 'credentialing'
            | 'records']: number;
        };

        /** later payments of a payer over which a provider-level account may stay open */
        openAccountPayments?: number;

        /** days of silence after which it is overdue, too */
        openAccountDays?: number;

        /** what a line has to differ by from the contract, both, before anybody is asked about it */
        underpayment?: { cents: number; percent: number };

        /** cents that one person may write off at once; above it a second one confirms */
        writeOffLimit?: number;

        /** whether a registration whose numbers are written otherwise is taken, with what was repaired */
        formatRepairs?: boolean;
      };

      /** why */
      note?: string;
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
    Remittance: {
      remittanceId: string;
      partnerId: string;

      /** when it came */
      at: string;
      payments: {
        paymentId: string;
        payer: string;
        trace: string;
        date?: components['schemas']['CalendarDate'];
        amount: number;
        status: 'held' | 'posting' | 'posted';
      }[];
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

      /** who is likely owed the claim, with what the record has */
      suggestedPayer?: {
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

      /** of a proposal to mend a patient’s record */
      mending?: {
        patientId: components['schemas']['PatientId'];

        /** the day of service, from which it is so */
        on: components['schemas']['CalendarDate'];

        /** coverage: one payer’s policy · payers: all of the day, in the order of billing */
        field: 'lastName' | 'firstName' | 'dateOfBirth' | 'coverage' | 'payers';

        /** of a name or the birth date */
        text?: string;

        /** of coverage and payers */
        coverages?: components['schemas']['Coverage'][];
      };
      outcome?: components['schemas']['TaskOutcome'];

      /** of a decision that no workflow waits for: when it was carried out */
      carriedOutAt?: string;
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
      | 'start-over'
      | 'mend-record'
      | 'keep-record'
      | 'start-again';
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
      | 'underpayment'
      | 'record-mending'
      | 'known-coverage'
      | 'work-stopped';
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

      /** of withdraw: the task whose decision ended this one */
      endedBy?: string;

      /** of a correction that somebody sent without waiting for other desks */
      sentNow?: {
        by: components['schemas']['DecidingActor'];
        at: string;

        /** as it waited until then */
        kept: {
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
      };
    };
    TaskReason: {
      code: string;
      text: string;

      /** it names another visit or its day, or a file as somebody called it: no mail has it */
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
    TimelineEntry: {
      /** instant */
      at: string;
      kind: 'visit' | 'claim' | 'task' | 'file' | 'patient';

      /** of what it happened to */
      id: string;
      type: string;

      /** for people, without a period */
      words: string;

      /** who did it, for people */
      who?: string;
      by?: components['schemas']['Actor'];
      data: { [name: string]: unknown };
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
    VisitDocument: {
      /** digest of its content */
      documentId: string;
      fileName: string;
      contentType: string;
      receivedAt: string;
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
    WebhookEventType:
      | 'visit.received'
      | 'visit.coded'
      | 'visit.needs-attention'
      | 'claim.created'
      | 'claim.submitted'
      | 'claim.accepted'
      | 'claim.rejected'
      | 'claim.denied'
      | 'claim.paid'
      | 'claim.taken-back'
      | 'claim.appealed'
      | 'claim.closed'
      | 'claim.reopened'
      | 'task.opened'
      | 'task.done'
      | 'task.reopened'
      | 'webhook.test';
    WebhookMessage: {
      /** the same as the header webhook-id, and the same each time that it is sent */
      id: string;
      type: components['schemas']['WebhookEventType'];

      /** of this form; further fields may come within it */
      apiVersion: 'v1';

      /** when it happened */
      timestamp: string;
      data: {
        practiceId: string;
        record: 'visit' | 'claim' | 'task' | 'webhook';

        /** of the record */
        id: string;

        /** of the record, after the change */
        status: string;

        /** grows with each change of the record: what comes late, or in another order, is seen by it */
        sequence: number;

        /** where the API has the record */
        path: string;
        encounterId?: string;
        claimId?: string;

        /** of visit.needs-attention: the task */
        taskId?: string;

        /** of a task */
        kind?: string;

        /** of a task that was decided */
        action?: string;

        /** of a claim that is closed */
        end?: 'paid' | 'billed-to-patient' | 'billed-to-next-payer' | 'written-off' | 'taken-back';
      };
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
    VersionStale: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    TooLarge: {
      headers: { [name: string]: unknown };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayRefusal'];
      };
    };
    KeyReused: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    VersionNotNamed: {
      headers: { [name: string]: unknown };
      content: { 'application/problem+json': components['schemas']['Problem'] };
    };
    TooManyRequests: {
      headers: { [name: string]: unknown };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayRefusal'];
      };
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
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayRefusal'];
      };
    };
  };
}

export interface operations {
  /** The practices of which the caller is a member, with the roles there */
  getPractices: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPracticesAnswer'] };
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
  /** What the practice says of itself: billing entities, partners, desks, policies */
  getSettings: {
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
        content: { 'application/json': components['schemas']['GetSettingsAnswer'] };
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
  /** Replaces what the practice says of itself, beside its lists, providers and payers */
  putSettings: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutSettingsBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutSettingsAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What was entered of the settings, a list or a payer, by whom and when */
  getSettingsVersions: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        /** which part of the records */
        of?:
          | 'settings'
          | 'providers'
          | 'chargeMaster'
          | 'enrolments'
          | 'locations'
          | 'adjustmentClasses'
          | 'payer';

        /** of payer: which */
        payerId?: string;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetSettingsVersionsAnswer'] };
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
  /** Everybody who gives services in the practice’s name */
  getProviders: {
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
        content: { 'application/json': components['schemas']['GetProvidersAnswer'] };
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
  /** A provider */
  getProvider: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The provider */
        npi: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetProviderAnswer'] };
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
  /** Enters a provider, or replaces what is known of one */
  putProvider: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The provider */
        npi: string;
      };
      query?: never;
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutProviderBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutProviderAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The payers with which the practice has contracts, with their terms */
  getPayers: {
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
        content: { 'application/json': components['schemas']['GetPayersAnswer'] };
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
  /** A payer with the terms of its contract */
  getPayer: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payer, as contracts of the practice name it */
        payerId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPayerAnswer'] };
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
  /** Enters a payer with the terms of its contract, or replaces them */
  putPayer: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The payer, as contracts of the practice name it */
        payerId: string;
      };
      query?: never;
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PutPayerBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PutPayerAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
  /** Visits of a status, or of a patient */
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
        patient?: string;

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
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
  /** A form by which one document of a visit may be POSTed, with the file as its last field */
  postEncounterDocuments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The visit, as the clinic numbers it */
        encounterId: string;
      };
      query?: never;
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** The documents of a visit, in the order in which they came */
  getEncounterDocuments: {
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
        content: { 'application/json': components['schemas']['GetEncounterDocumentsAnswer'] };
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
  /** A URL from which a document may be got for a minute */
  getEncounterDocument: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The visit, as the clinic numbers it */
        encounterId: string;

        /** The document, as its visit gives it */
        documentId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetEncounterDocumentAnswer'] };
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
  /** What happened to a visit, with its claims and tasks, the oldest first */
  getEncounterTimeline: {
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
        content: { 'application/json': components['schemas']['GetEncounterTimelineAnswer'] };
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
  /** The codes that are suggested for a visit, with their evidence, and the tasks that confirm them */
  getEncounterSuggestions: {
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
        content: { 'application/json': components['schemas']['GetEncounterSuggestionsAnswer'] };
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

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
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
  /** What happened to a claim */
  getClaimHistory: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;
      };
      query?: {
        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
  /** Records the letter by which a payer answers the appeal that was sent last */
  postClaimAppealAnswer: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;
      };
      query?: never;
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostClaimAppealAnswerBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostClaimAppealAnswerAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What happened to a claim, with its tasks and files, the oldest first */
  getClaimTimeline: {
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
        content: { 'application/json': components['schemas']['GetClaimTimelineAnswer'] };
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
  /** Every entry of a claim’s money, the oldest first, and where it stands */
  getClaimLedger: {
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
        content: { 'application/json': components['schemas']['GetClaimLedgerAnswer'] };
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
  /** The files that a claim went out in and was answered by: 837P, 999, 277CA, 270, 271, 276, 277, 835 */
  getClaimFiles: {
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
        content: { 'application/json': components['schemas']['GetClaimFilesAnswer'] };
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
  /** The X12 of such a file, as far as it speaks of the practice */
  getClaimFile: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The claim, as visits and lists give it */
        claimId: string;

        /** The file, as its claim gives it */
        fileId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['FileText'] };
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
  /** Tasks of a status */
  getTasks: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        status?: 'open' | 'done';

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;

        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      428: components['responses']['VersionNotNamed'];
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
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;

        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Sends a correction that waits for other desks without them */
  postTaskSendNow: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The task, as lists give it */
        taskId: string;
      };
      query?: never;
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostTaskSendNowBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostTaskSendNowAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What happened to a task, the oldest first */
  getTaskTimeline: {
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
        content: { 'application/json': components['schemas']['GetTaskTimelineAnswer'] };
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
  /** The 835 files that told of payments of some days */
  getRemittances: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        /** day of the payment */
        from?: components['schemas']['CalendarDate'];
        to?: components['schemas']['CalendarDate'];
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetRemittancesAnswer'] };
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
  /** An 835 file with the claims that it pays and denies, as far as they are the practice’s */
  getRemittance: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The 835 file, as lists give it */
        remittanceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetRemittanceAnswer'] };
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
  /** The X12 of an 835 file, the payments of the practice alone */
  getRemittanceFile: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The 835 file, as lists give it */
        remittanceId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['FileText'] };
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      query?: {
        from?: components['schemas']['CalendarDate'];
        to?: components['schemas']['CalendarDate'];

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Payments of some days, or of all */
  getPayments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        from?: components['schemas']['CalendarDate'];
        to?: components['schemas']['CalendarDate'];

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Every version of the rules */
  getRules: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      query?: {
        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
  /** The patients of the practice */
  getPatients: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;

        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What happened to the record of a patient, the oldest first */
  getPatientTimeline: {
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
        content: { 'application/json': components['schemas']['GetPatientTimelineAnswer'] };
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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
  /** Enters an authorization, or what a payer says of it now; the list tells its version */
  putPatientAuthorizations: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];
      };
      query?: never;
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** An authorization with its history, what was used of it and what is left */
  getPatientAuthorization: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The patient, as the practice numbers it */
        patientId: components['schemas']['PatientId'];

        /** The authorization, as its patient gives it */
        authorizationId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetPatientAuthorizationAnswer'] };
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
  /** The appointments of some days */
  getAppointments: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        from?: components['schemas']['CalendarDate'];
        to?: components['schemas']['CalendarDate'];

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Cancels an appointment */
  postAppointmentCancellation: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The appointment, as the practice numbers it */
        appointmentId: string;
      };
      query?: never;
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostAppointmentCancellationAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;
      };
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
      422: components['responses']['KeyReused'];
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

        /** with a procedure: only what is in force on the date */
        on?: components['schemas']['CalendarDate'];

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
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
  /** The editions of code sets that are installed beside the starter set */
  getCodeSets: {
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
        content: { 'application/json': components['schemas']['GetCodeSetsAnswer'] };
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
  /** Codes of ICD-10-CM or HCPCS on a day by words of their descriptions, the likeliest first */
  getCodeSetCodes: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The code set: icd10cm, hcpcs, cpt, pos, taxonomy, carc, rarc, claim-status */
        codeSet: string;
      };
      query: {
        /** beginnings of words of the description, or of the code */
        words: string;

        /** the date of service: @default today */
        on?: components['schemas']['CalendarDate'];
        limit?: number;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetCodeSetCodesAnswer'] };
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
  /** How a code stands on a day: whether it is valid, until when, and what took its place */
  getCodeSetCode: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The code set: icd10cm, hcpcs, cpt, pos, taxonomy, carc, rarc, claim-status */
        codeSet: string;

        /** The code, with or without its dot */
        code: string;
      };
      query?: {
        /** the date of service: @default today */
        on?: components['schemas']['CalendarDate'];
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['FoundCode'] };
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
      query?: {
        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
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
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;
      };
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
      422: components['responses']['KeyReused'];
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
      header?: {
        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      428: components['responses']['VersionNotNamed'];
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
      header?: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key'?: string;

        /** the ETag of the record that the edit was made of; needed wherever there is one */
        'If-Match'?: string;
      };
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
      412: components['responses']['VersionStale'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      428: components['responses']['VersionNotNamed'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Who saw or changed what */
  getAudit: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: {
        /** any number of the person: claims and visits of it count */
        patient?: components['schemas']['PatientId'];

        /** the subject of its tokens, or its mailbox */
        member?: string;

        /** the first day; @default the first there is */
        from?: components['schemas']['CalendarDate'];

        /** the last day; @default today */
        to?: components['schemas']['CalendarDate'];

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetAuditAnswer'] };
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
  /** To whom the records of a patient went, the oldest first */
  getPatientDisclosures: {
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
        content: { 'application/json': components['schemas']['GetPatientDisclosuresAnswer'] };
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
  /** All that is held about a patient */
  getPatientExport: {
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
        content: { 'application/json': components['schemas']['GetPatientExportAnswer'] };
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
  /** Where programs are told of what happens */
  getWebhooks: {
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
        content: { 'application/json': components['schemas']['GetWebhooksAnswer'] };
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
  /** Adds a webhook; the answer has the key of its signatures, which is never shown again */
  postWebhooks: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;
      };
      query?: never;
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostWebhooksBody'] } };
    responses: {
      201: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostWebhooksAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** A webhook, and whether it takes what it is told */
  getWebhook: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetWebhookAnswer'] };
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
  /** Changes where a webhook is, what it is told of, and whether it is */
  patchWebhook: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PatchWebhookBody'] } };
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetWebhookAnswer'] };
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
  /** Deletes a webhook; what waited for it is sent nowhere */
  deleteWebhook: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetWebhookAnswer'] };
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
  /** Gives a webhook a new key; the former one signs beside it for a day */
  postWebhookRotation: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostWebhooksAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Sends a message that tells of nothing */
  postWebhookTest: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostWebhookTestAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** Sends messages again: by their ids, or all of a span of instants */
  postWebhookReplay: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: never;
      header: {
        /** a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was */
        'Idempotency-Key': string;
      };
      cookie?: never;
    };
    requestBody: { content: { 'application/json': components['schemas']['PostWebhookReplayBody'] } };
    responses: {
      202: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['PostWebhookTestAnswer'] };
      };
      400: components['responses']['InvalidInput'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['RecordNotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      422: components['responses']['KeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
      503: components['responses']['NotAvailable'];
    };
  };
  /** What a webhook was told in the last thirty days, each with its tries */
  getWebhookDeliveries: {
    parameters: {
      path: {
        /** The practice */
        practiceId: string;

        /** The webhook, as lists give it */
        endpointId: string;
      };
      query?: {
        /** told at this instant or later */
        from?: string;

        /** told before this instant */
        to?: string;

        /** what is otherwise is left out of its page, which may then be empty and not the last */
        status?: 'pending' | 'delivered' | 'failed';

        /** next of the page before, with the same query; it is good for a day */
        cursor?: string;

        /** records in a page at most */
        limit?: number;
      };
      header?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: { [name: string]: unknown };
        content: { 'application/json': components['schemas']['GetWebhookDeliveriesAnswer'] };
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
}
