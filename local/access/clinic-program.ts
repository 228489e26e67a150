/** The clinic's own program as `-c machineClients=…` names it: it plays the clinic and its desks, and may do everything. */
export const clinicProgram = 'clinic:read+register+code+bill+appeal+write-off+approve+export+administer';
