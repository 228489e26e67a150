/** A registration that bills a visit by the samples' practice, as a clinic writes it. */
export const registration = {
  version: 2,
  patient: {
    patientId: 'P-1',
    ...{ lastName: 'Peña', firstName: 'Ana', dateOfBirth: '1961-04-09', gender: 'F' },
    address: { line1: '12 Orchard Lane', city: 'Fairhaven', state: 'OH', postalCode: '43099' },
  },
  coverages: [{ payerId: 'northwind', responsibility: 'P', memberId: 'NWH20481', relationship: 'self' }],
  dateOfService: '2026-03-02',
  placeOfService: '11',
  renderingProviderNpi: '2450100021',
  patientType: 'established',
};
