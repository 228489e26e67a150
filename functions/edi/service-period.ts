/** The days a service took; `through` is absent when it took one. */
export type ServicePeriod = { from: string; through?: string | undefined };
