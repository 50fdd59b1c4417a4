// Generated from /openapi.json by "npm run docs". Changes here are lost.
import { each, type Once, type Send, type Settings, sender } from './http.ts'

export { ApiProblem, type Once, type Settings } from './http.ts'

export type Affiliations = {
  readonly npi: string
  readonly on: string
  readonly results: readonly ({
    readonly enrollmentId: string
    /** Of the group */
    readonly npi: string
    readonly name?: string
    readonly from: string
    readonly to?: string
  })[]
}

export type ApplicationList = {
  readonly results: readonly (ApplicationStatus)[]
  readonly hasMore: boolean
}

export type ApplicationStatus = {
  readonly id: string
  /** Given when it is signed; null before */
  readonly trackingId: string | null
  readonly form: string
  readonly reason: string
  readonly state: string
  readonly npi: string
  readonly enrollmentId?: string
  readonly status: 'draft' | 'held' | 'submitted' | 'in-review' | 'in-development' | 'recommended' | 'approved' | 'denied' | 'rejected' | 'returned' | 'withdrawn'
  readonly statusSince: string
  /** Whose move it is */
  readonly waitingOn: 'provider' | 'contractor' | 'calendar' | 'nobody'
  /** Until when they must have moved, in the zone of the contractor */
  readonly dueOn?: string
  readonly receivedOn?: string
  readonly contractor: string
}

export type ChangeList = {
  readonly results: readonly ({
    readonly sequence: number
    readonly timestamp: string
    readonly npi: string
    readonly enrollmentId: string
  })[]
  readonly hasMore: boolean
  readonly next: number
}

export type DateLedgerEntry = {
  readonly act: 'enroll' | 'reassign' | 'reactivate' | 'opt-out' | 'deactivate' | 'revoke' | 'report'
  readonly effectiveOn: string
  readonly mayBillFrom?: string
  /** Days before the effective date that may be billed */
  readonly retrospective?: DaySpan
  /** Days of service that nobody pays, or of being late */
  readonly atRisk?: DaySpan
  /** Received up to this day, nothing is lost */
  readonly safeUntil?: string
  readonly bar?: {
    readonly from: string
    readonly until: string
  }
  readonly receipts: readonly ({
    readonly on: string
    readonly kind: 'received' | 'completed' | 'returned' | 'rejected' | 'first-service' | 'requirements-met' | 'deactivated' | 'wanted' | 'notice' | 'event' | 'reported'
    readonly sets: boolean
  })[]
  readonly because: readonly (string)[]
  /** A rule was used whose text could not be confirmed */
  readonly unconfirmed: boolean
}

/** Both ends are days of it */
export type DaySpan = {
  readonly from: string
  readonly to: string
  readonly days: number
}

export type Deleted = {
  readonly id: string
  readonly deleted: true
}

export type Delivery = {
  readonly eventId: string
  readonly sequence: number
  readonly type: 'application.started' | 'application.submitted' | 'application.development-requested' | 'application.approved' | 'application.denied' | 'application.rejected' | 'application.returned' | 'application.withdrawn' | 'application.updated' | 'enrollment.changed'
  readonly at: string
  readonly attempt: number
  readonly status?: number
  readonly error?: string
  readonly milliseconds: number
}

export type DeliveryList = {
  readonly results: readonly (Delivery)[]
}

export type Eligibility = {
  readonly npi: string
  readonly on: string
  readonly role: 'billing' | 'rendering' | 'supervising' | 'operating' | 'ordering' | 'referring' | 'certifying' | 'attending'
  readonly knownOn?: string
  /** "yes" only when every link was checked and held */
  readonly answer: 'yes' | 'no' | 'unknown'
  /** The link that decided */
  readonly link: 'all-held' | 'npi-not-valid' | 'npi-not-in-registry' | 'npi-deactivated' | 'not-enrolled' | 'before-effective-date' | 'between-periods' | 'after-last-period' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out' | 'enrolled-to-order-only' | 'enrolled-in-other-state' | 'service-not-billable' | 'payee-not-valid' | 'payee-not-enrolled' | 'no-reassignment' | 'reassignment-not-on-date' | 'organization-cannot-order' | 'not-on-order-list' | 'specialty-cannot-order' | 'service-not-orderable' | 'name-differs' | 'registry-not-loaded' | 'enrollments-not-loaded' | 'reassignments-not-loaded' | 'order-list-not-loaded' | 'history-not-loaded' | 'state-not-recorded'
  readonly message: string
  readonly enrollmentId?: string
  readonly specialty?: string
  readonly status?: 'approved' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out'
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
  readonly carc?: {
    readonly code: string
    readonly confidence: 'confirmed' | 'unconfirmed'
    readonly source: string
  }
  readonly rarc?: {
    readonly code: string
    readonly confidence: 'confirmed' | 'unconfirmed'
    readonly source: string
  }
  readonly fix?: {
    readonly form: 'cms855' | 'cms855i' | 'cms855b' | 'cms855o' | 'nppes' | 'claim' | 'appeal' | 'load-source'
    readonly who: 'enrollee' | 'group' | 'biller' | 'operator'
    readonly message: string
  }
  /** Which state of the record answered: last change contained, and the day */
  readonly version: {
    readonly sequence: number
    readonly asOf: string
  }
}

export type EligibilityBatch = {
  /** Which state of the record answered: last change contained, and the day */
  readonly version: {
    readonly sequence: number
    readonly asOf: string
  }
  /** One for every question, in the same order */
  readonly results: readonly ({
    readonly npi: string
    readonly on: string
    readonly role: 'billing' | 'rendering' | 'supervising' | 'operating' | 'ordering' | 'referring' | 'certifying' | 'attending'
    readonly knownOn?: string
    /** "yes" only when every link was checked and held */
    readonly answer: 'yes' | 'no' | 'unknown'
    /** The link that decided */
    readonly link: 'all-held' | 'npi-not-valid' | 'npi-not-in-registry' | 'npi-deactivated' | 'not-enrolled' | 'before-effective-date' | 'between-periods' | 'after-last-period' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out' | 'enrolled-to-order-only' | 'enrolled-in-other-state' | 'service-not-billable' | 'payee-not-valid' | 'payee-not-enrolled' | 'no-reassignment' | 'reassignment-not-on-date' | 'organization-cannot-order' | 'not-on-order-list' | 'specialty-cannot-order' | 'service-not-orderable' | 'name-differs' | 'registry-not-loaded' | 'enrollments-not-loaded' | 'reassignments-not-loaded' | 'order-list-not-loaded' | 'history-not-loaded' | 'state-not-recorded'
    readonly message: string
    readonly enrollmentId?: string
    readonly specialty?: string
    readonly status?: 'approved' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out'
    readonly effectiveFrom?: string
    readonly effectiveTo?: string
    readonly carc?: {
      readonly code: string
      readonly confidence: 'confirmed' | 'unconfirmed'
      readonly source: string
    }
    readonly rarc?: {
      readonly code: string
      readonly confidence: 'confirmed' | 'unconfirmed'
      readonly source: string
    }
    readonly fix?: {
      readonly form: 'cms855' | 'cms855i' | 'cms855b' | 'cms855o' | 'nppes' | 'claim' | 'appeal' | 'load-source'
      readonly who: 'enrollee' | 'group' | 'biller' | 'operator'
      readonly message: string
    }
  } | {
    readonly errors: readonly ({
      readonly parameter: string
      readonly code: 'unknown' | 'repeated' | 'missing' | 'invalid'
      readonly detail: string
    })[]
  })[]
}

export type EligibilityQuestions = {
  readonly questions: readonly ({
    /** National Provider Identifier; a wrong check digit is answered with "no" */
    readonly npi: string
    /** Date of service; today when absent */
    readonly on?: string
    /** In which capacity the NPI stands on the claim */
    readonly role?: 'billing' | 'rendering' | 'supervising' | 'operating' | 'ordering' | 'referring' | 'certifying' | 'attending'
    /** Name as billed, "Last,First"; compared as the ordering edit does */
    readonly name?: string
    /** NPI of the group that is paid */
    readonly payee?: string
    /** What is ordered or certified; of a billing NPI, what its type must bill */
    readonly service?: 'part-b' | 'dme' | 'home-health' | 'power-mobility' | 'hospice'
    /** State of the service; enrollments are for one state each */
    readonly place?: 'AL' | 'AK' | 'AS' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'GU' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MP' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'PR' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'VI' | 'WA' | 'WV' | 'WI' | 'WY'
    /** Answer as the record stood at the end of this day */
    readonly knownOn?: string
  })[]
}

export type EnrollmentList = {
  readonly results: readonly (OwnEnrollment)[]
  readonly hasMore: boolean
}

/** What happened and where to look; never who or what */
export type Event = {
  /** The same in webhooks: two with one id are one event */
  readonly id: string
  readonly type: 'application.started' | 'application.submitted' | 'application.development-requested' | 'application.approved' | 'application.denied' | 'application.rejected' | 'application.returned' | 'application.withdrawn' | 'application.updated' | 'enrollment.changed'
  readonly sequence: number
  readonly timestamp: string
  readonly data: {
    readonly object: 'application' | 'enrollment'
    readonly id: string
    readonly link: string
  }
}

/** "next" is what to give as "after" the next time */
export type EventList = {
  readonly results: readonly (Event)[]
  readonly hasMore: boolean
  readonly next: number
}

export type MadeRoster = {
  readonly id: string
}

export type MadeWebhook = {
  readonly id: string
  readonly secret: string
}

export type NewRoster = {
  readonly name: string
  readonly npis: readonly (string)[]
}

export type NewWebhook = {
  readonly url: string
  readonly types?: readonly ('application.started' | 'application.submitted' | 'application.development-requested' | 'application.approved' | 'application.denied' | 'application.rejected' | 'application.returned' | 'application.withdrawn' | 'application.updated' | 'enrollment.changed')[]
}

export type OwnEnrollment = {
  readonly enrollmentId: string
  readonly npi: string
  readonly form: string
  readonly specialty: string
  readonly state: string
  readonly status: 'approved' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out'
  readonly effectiveFrom?: string
  readonly contractor: string
}

/** RFC 9457 problem document */
export type Problem = {
  /** A URI reference that stands for the code */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: 'invalid-request' | 'not-readable' | 'too-large' | 'not-acceptable-type' | 'not-acceptable' | 'nothing-to-answer' | 'busy' | 'unauthorized' | 'insufficient-scope' | 'rate-limited' | 'idempotency-key-needed' | 'idempotency-key-reused' | 'precondition-needed' | 'changed-meanwhile' | 'refused' | 'not-found' | 'not-acceptable-method' | 'registry-unavailable' | 'database-unavailable' | 'fault'
  readonly detail?: string
  readonly errors?: readonly ({
    readonly parameter: string
    readonly code: 'unknown' | 'repeated' | 'missing' | 'invalid'
    readonly detail: string
  })[]
  readonly requestId: string
}

export type Provider = {
  readonly npi: string
  readonly on: string
  readonly knownOn?: string
  readonly registry: RegistryFacts | null
  readonly enrollments: readonly ({
    readonly enrollmentId: string
    readonly specialty: string
    readonly state?: string
    /** On the day; null when no period covers it */
    readonly status: 'approved' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out' | null
    readonly effectiveFrom?: string
    readonly effectiveTo?: string
    readonly locations: readonly ({
      readonly name?: string
      readonly address: {
        readonly line1?: string
        readonly line2?: string
        readonly city: string
        readonly state: string
        readonly zip?: string
      }
    })[]
    readonly reassignedTo: readonly ({
      readonly npi: string
      readonly name?: string
      readonly from: string
      readonly to?: string
    })[]
    /** null when the list is not loaded */
    readonly orders: readonly ('part-b' | 'dme' | 'home-health' | 'power-mobility' | 'hospice')[] | null
  })[]
  readonly sources: {
    /** How old the list is; null: never loaded here, so it says nothing */
    readonly registry: {
      readonly asOf: string
      readonly stated: boolean
      readonly rows: number
    } | null
    /** How old the list is; null: never loaded here, so it says nothing */
    readonly orderReferring: {
      readonly asOf: string
      readonly stated: boolean
      readonly rows: number
    } | null
  }
  /** Which state of the record answered: last change contained, and the day */
  readonly version: {
    readonly sequence: number
    readonly asOf: string
  }
}

export type ProviderEnrollments = {
  readonly npi: string
  readonly on: string
  readonly results: readonly ({
    readonly enrollmentId: string
    readonly specialty: string
    readonly state?: string
    /** On the day; null when no period covers it */
    readonly status: 'approved' | 'stayed' | 'deactivated' | 'revoked' | 'withdrawn' | 'opted-out' | null
    readonly effectiveFrom?: string
    readonly effectiveTo?: string
    readonly locations: readonly ({
      readonly name?: string
      readonly address: {
        readonly line1?: string
        readonly line2?: string
        readonly city: string
        readonly state: string
        readonly zip?: string
      }
    })[]
    readonly reassignedTo: readonly ({
      readonly npi: string
      readonly name?: string
      readonly from: string
      readonly to?: string
    })[]
    /** null when the list is not loaded */
    readonly orders: readonly ('part-b' | 'dme' | 'home-health' | 'power-mobility' | 'hospice')[] | null
  })[]
}

export type ProviderList = {
  readonly results: readonly ({
    readonly npi: string
    readonly entityType?: 1 | 2
    readonly last?: string
    readonly first?: string
    readonly credential?: string
    readonly organization?: string
    readonly taxonomies: readonly ({
      readonly code: string
      readonly primary: boolean
    })[]
    readonly practice?: {
      readonly line1?: string
      readonly line2?: string
      readonly city: string
      readonly state: string
      readonly zip?: string
    }
    readonly enumeratedOn?: string
    readonly deactivatedOn?: string
    readonly reactivatedOn?: string
    /** Of the provider asked for, not in lists */
    readonly otherNames?: readonly (string)[]
    readonly furtherLocations?: readonly ({
      readonly line1?: string
      readonly line2?: string
      readonly city: string
      readonly state: string
      readonly zip?: string
    })[]
    readonly endpoints?: readonly ({
      readonly type: string
      readonly endpoint: string
    })[]
    readonly enrolled: boolean
  })[]
  readonly hasMore: boolean
  /** Which state of the record answered: last change contained, and the day */
  readonly version: {
    readonly sequence: number
    readonly asOf: string
  }
}

/** What the NPI registry says */
export type RegistryFacts = {
  readonly npi: string
  readonly entityType?: 1 | 2
  readonly last?: string
  readonly first?: string
  readonly credential?: string
  readonly organization?: string
  readonly taxonomies: readonly ({
    readonly code: string
    readonly primary: boolean
  })[]
  readonly practice?: {
    readonly line1?: string
    readonly line2?: string
    readonly city: string
    readonly state: string
    readonly zip?: string
  }
  readonly enumeratedOn?: string
  readonly deactivatedOn?: string
  readonly reactivatedOn?: string
  /** Of the provider asked for, not in lists */
  readonly otherNames?: readonly (string)[]
  readonly furtherLocations?: readonly ({
    readonly line1?: string
    readonly line2?: string
    readonly city: string
    readonly state: string
    readonly zip?: string
  })[]
  readonly endpoints?: readonly ({
    readonly type: string
    readonly endpoint: string
  })[]
}

export type Replay = {
  readonly after?: number
}

export type Replayed = {
  readonly id: string
}

export type Roster = {
  readonly id: string
  readonly name: string
  readonly rows: number
  readonly checkedAt: string
  readonly changedAt?: string
  /** The answers of the last check as CSV, in the columns of POST /roster/check */
  readonly answers: string
  readonly changes: readonly ({
    readonly at: string
    readonly npi: string
    readonly field: string
    readonly was: string
    readonly now: string
  })[]
}

export type RosterList = {
  readonly results: readonly ({
    readonly id: string
    readonly name: string
    readonly rows: number
    readonly checkedAt: string
    readonly changedAt?: string
  })[]
}

export type Webhook = {
  readonly id: string
  readonly url: string
  readonly types: readonly ('application.started' | 'application.submitted' | 'application.development-requested' | 'application.approved' | 'application.denied' | 'application.rejected' | 'application.returned' | 'application.withdrawn' | 'application.updated' | 'enrollment.changed')[]
  /** Stopped after the last try; replay starts it again */
  readonly status: 'active' | 'stopped'
  /** The sequence up to which everything was delivered */
  readonly position: number
  readonly lastError?: string
}

export type WebhookList = {
  readonly results: readonly (Webhook)[]
}

const operations = (send: Send) => ({
  /** Would a claim with this NPI, in this role, on this date be held up by enrollment? */
  checkEligibility: (asked: {
    /** National Provider Identifier; a wrong check digit is answered with "no" */
    readonly npi: string
    /** Date of service; today when absent */
    readonly on?: string
    /** In which capacity the NPI stands on the claim */
    readonly role?: 'billing' | 'rendering' | 'supervising' | 'operating' | 'ordering' | 'referring' | 'certifying' | 'attending'
    /** Name as billed, "Last,First"; compared as the ordering edit does */
    readonly name?: string
    /** NPI of the group that is paid */
    readonly payee?: string
    /** What is ordered or certified; of a billing NPI, what its type must bill */
    readonly service?: 'part-b' | 'dme' | 'home-health' | 'power-mobility' | 'hospice'
    /** State of the service; enrollments are for one state each */
    readonly place?: 'AL' | 'AK' | 'AS' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'GU' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MP' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'PR' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'VI' | 'WA' | 'WV' | 'WI' | 'WY'
    /** Answer as the record stood at the end of this day */
    readonly knownOn?: string
  }): Promise<Eligibility> =>
    send({ method: 'GET', path: '/eligibility', asked: { ...asked } }),
  /** Providers whose last or business name begins so. */
  searchProviders: (asked: {
    /** Beginning of the last or business name */
    readonly lastName: string
    /** Beginning of the first name */
    readonly firstName?: string
    /** Two letters of a state */
    readonly state?: 'AL' | 'AK' | 'AS' | 'AZ' | 'AR' | 'CA' | 'CO' | 'CT' | 'DE' | 'DC' | 'FL' | 'GA' | 'GU' | 'HI' | 'ID' | 'IL' | 'IN' | 'IA' | 'KS' | 'KY' | 'LA' | 'ME' | 'MD' | 'MA' | 'MI' | 'MN' | 'MS' | 'MO' | 'MP' | 'MT' | 'NE' | 'NV' | 'NH' | 'NJ' | 'NM' | 'NY' | 'NC' | 'ND' | 'OH' | 'OK' | 'OR' | 'PA' | 'PR' | 'RI' | 'SC' | 'SD' | 'TN' | 'TX' | 'UT' | 'VT' | 'VA' | 'VI' | 'WA' | 'WV' | 'WI' | 'WY'
    /** The day that is asked about; today when absent */
    readonly on?: string
    /** 1 to 100; 25 when absent */
    readonly limit?: string
    /** The NPI of the last result of the page before */
    readonly startingAfter?: string
  }): Promise<ProviderList> =>
    send({ method: 'GET', path: '/providers', asked: { ...asked } }),
  /** A provider in the registry and in the enrollment record, on a day. */
  getProvider: (asked: {
    /** National Provider Identifier, ten digits */
    readonly npi: string
    /** The day that is asked about; today when absent */
    readonly on?: string
    /** Answer as the record stood at the end of this day */
    readonly knownOn?: string
  }): Promise<Provider> =>
    send({ method: 'GET', path: '/providers/{npi}', asked: { ...asked } }),
  /** The enrollments of a provider on a day. */
  listProviderEnrollments: (asked: {
    /** National Provider Identifier, ten digits */
    readonly npi: string
    /** The day that is asked about; today when absent */
    readonly on?: string
    /** Answer as the record stood at the end of this day */
    readonly knownOn?: string
  }): Promise<ProviderEnrollments> =>
    send({ method: 'GET', path: '/providers/{npi}/enrollments', asked: { ...asked } }),
  /** The groups to which a provider reassigns the right to bill. */
  listAffiliations: (asked: {
    /** National Provider Identifier, ten digits */
    readonly npi: string
    /** The day that is asked about; today when absent */
    readonly on?: string
    /** Answer as the record stood at the end of this day */
    readonly knownOn?: string
  }): Promise<Affiliations> =>
    send({ method: 'GET', path: '/providers/{npi}/affiliations', asked: { ...asked } }),
  /** Enrollments whose public record changed, oldest first. */
  listChanges: (asked: {
    /** The sequence of the last one seen; from the beginning when absent */
    readonly after?: string
    /** 1 to 100; 25 when absent */
    readonly limit?: string
  } = {}): Promise<ChangeList> =>
    send({ method: 'GET', path: '/changes', asked: { ...asked } }),
  /** From when an act counts, what may be billed, and which days are lost. */
  workOutDates: (asked: {
    /** What it is about */
    readonly act: 'enroll' | 'reassign' | 'reactivate' | 'opt-out' | 'deactivate' | 'revoke' | 'report'
    /** Type of provider or supplier. The rule depends on the type. For: enroll, report */
    readonly type?: string
    /** Day it is received. The day the contractor receives it; a day to come works as well. For: enroll, reassign, reactivate, opt-out, report */
    readonly received?: string
    /** Day the missing papers arrived. If something was asked for. It does not move the date. For: enroll, reassign, reactivate */
    readonly completed?: string
    /** Day of an earlier one, returned or rejected. If there was one. It does not set the date. For: enroll, reassign, reactivate */
    readonly earlier?: string
    /** First day of service. At the location or for the group that this is about. For: enroll, reassign */
    readonly firstService?: string
    /** What kept you from enrolling before that day?. It decides how many earlier days may be billed. For: enroll */
    readonly delay?: string
    /** Day all requirements were met. Survey passed, agreement accepted or number given: for hospitals, agencies, clinics and equipment suppliers. For: enroll */
    readonly met?: string
    /** First day of the deactivation. As the letter says it. For: reactivate */
    readonly deactivated?: string
    /** Day you want it to begin. A participant begins with a quarter. For: opt-out */
    readonly wanted?: string
    /** Do you take part in Medicare (CMS-460) when you file?. If you do, 30 days of notice. For: opt-out */
    readonly participates?: string
    /** Date of the letter. The day the notice was mailed. For: deactivate, revoke */
    readonly notice?: string
    /** Reason in the letter. Some reasons reach back to the day of the event. For: deactivate, revoke */
    readonly reason?: string
    /** Day of the event. Only where the reason reaches back, such as a lost license. For: deactivate, revoke */
    readonly eventDay?: string
    /** Years of the bar. As the letter says it; none for a revalidation that was late. For: revoke */
    readonly barYears?: string
    /** What changes?. Owners, places and legal actions are due sooner than the rest. For: report */
    readonly event?: string
    /** Day it changed. A day to come works as well. For: report */
    readonly happened?: string
  }): Promise<DateLedgerEntry> =>
    send({ method: 'GET', path: '/date-ledger', asked: { ...asked } }),
  /** Up to 10,000 eligibility questions in one request, answered in order. */
  checkEligibilityBatch: (body: EligibilityQuestions): Promise<EligibilityBatch> =>
    send({ method: 'POST', path: '/eligibility/batch', body, type: 'application/json' }),
  /** Status, dates, revalidation, order and refer rights and exclusions of every NPI of a CSV, today. */
  checkRoster: (body: string | Blob | ReadableStream<Uint8Array>): Promise<string> =>
    send({ method: 'POST', path: '/roster/check', body, type: 'text/csv' }),
  /** Applications of the providers that you act for, oldest first. */
  listApplications: (asked: {
    /** 1 to 100; 25 when absent */
    readonly limit?: string
    /** The id of the last result of the page before */
    readonly startingAfter?: string
  } = {}): Promise<ApplicationList> =>
    send({ method: 'GET', path: '/applications', asked: { ...asked } }),
  /** Where one application stands. */
  getApplication: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<ApplicationStatus> =>
    send({ method: 'GET', path: '/applications/{id}', asked: { ...asked } }),
  /** Enrollments of the providers that you act for. */
  listEnrollments: (asked: {
    /** 1 to 100; 25 when absent */
    readonly limit?: string
    /** The id of the last result of the page before */
    readonly startingAfter?: string
  } = {}): Promise<EnrollmentList> =>
    send({ method: 'GET', path: '/enrollments', asked: { ...asked } }),
  /** One enrollment. */
  getEnrollment: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<OwnEnrollment> =>
    send({ method: 'GET', path: '/enrollments/{id}', asked: { ...asked } }),
  /** What happened to the applications and enrollments of the providers that you act for, oldest first. */
  listEvents: (asked: {
    /** The sequence of the last one seen; from the beginning when absent */
    readonly after?: string
    /** 1 to 100; 25 when absent */
    readonly limit?: string
  } = {}): Promise<EventList> =>
    send({ method: 'GET', path: '/events', asked: { ...asked } }),
  /** Your rosters, newest first. */
  listRosters: (): Promise<RosterList> =>
    send({ method: 'GET', path: '/rosters' }),
  /** Checks a list of NPIs, keeps it, and looks at it every day. */
  createRoster: (body: NewRoster, once?: Once): Promise<MadeRoster> =>
    send({ method: 'POST', path: '/rosters', body, type: 'application/json', acts: true, once }),
  /** One roster: its answers, and what changed. */
  getRoster: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<Roster> =>
    send({ method: 'GET', path: '/rosters/{id}', asked: { ...asked } }),
  /** Another list in place of the one that is kept; needs the ETag that was read. */
  replaceRoster: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }, body: NewRoster, seen?: string): Promise<Roster> =>
    send({ method: 'PUT', path: '/rosters/{id}', asked: { ...asked }, body, type: 'application/json', seen }),
  /** Ends the watch; the list is deleted. */
  deleteRoster: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<Deleted> =>
    send({ method: 'DELETE', path: '/rosters/{id}', asked: { ...asked } }),
  /** Webhooks of your organization. */
  listWebhooks: (): Promise<WebhookList> =>
    send({ method: 'GET', path: '/webhooks' }),
  /** Sends events to an address from now on. The secret is shown this once. */
  createWebhook: (body: NewWebhook, once?: Once): Promise<MadeWebhook> =>
    send({ method: 'POST', path: '/webhooks', body, type: 'application/json', acts: true, once }),
  /** Sends nothing more to it. */
  deleteWebhook: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<Deleted> =>
    send({ method: 'DELETE', path: '/webhooks/{id}', asked: { ...asked } }),
  /** Sends again what comes after a sequence, or goes on where a stopped webhook stood. */
  replayWebhook: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }, body: Replay, once?: Once): Promise<Replayed> =>
    send({ method: 'POST', path: '/webhooks/{id}/replay', asked: { ...asked }, body, type: 'application/json', acts: true, once }),
  /** The newest hundred tries of one webhook. */
  listDeliveries: (asked: {
    /** The id, as a list, an event or the answer that made it gives it */
    readonly id: string
  }): Promise<DeliveryList> =>
    send({ method: 'GET', path: '/webhooks/{id}/deliveries', asked: { ...asked } }),
  /** Which claims of an 837 or CSV file would enrollment hold up, and who can mend it? */
  checkClaims: (body: string | Blob | ReadableStream<Uint8Array>): Promise<{
    readonly claims: {
      readonly claims: number
      readonly cents: number
    }
    readonly clear: {
      readonly claims: number
      readonly cents: number
    }
    /** Each claim once, however many reasons it has */
    readonly atRisk: {
      readonly claims: number
      readonly cents: number
    }
    readonly unknown: {
      readonly claims: number
      readonly cents: number
    }
    readonly look: {
      readonly claims: number
      readonly cents: number
    }
    readonly findings: number
    readonly faults: number
    readonly byCause?: readonly (Readonly<Record<string, unknown>>)[]
    readonly byProvider?: readonly (Readonly<Record<string, unknown>>)[]
    readonly fixFirst?: readonly (Readonly<Record<string, unknown>>)[]
    readonly structure?: readonly (Readonly<Record<string, unknown>>)[]
    readonly firstFindings?: readonly (Readonly<Record<string, unknown>>)[]
  }> =>
    send({ method: 'POST', path: '/claims/check', body, type: 'application/edi-x12' }),
})

/** The API of one installation. */
export const openPecos = (settings: Settings) => ({ ...operations(sender(settings)), each })
export type OpenPecos = ReturnType<typeof openPecos>
