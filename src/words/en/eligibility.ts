/** What the eligibility answers say in words: every link of the chain, roles, statuses, what mends it. */
import type { ClaimRole, Fix, Link, OrderedService } from '#domain/eligibility/question.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'

const linkWords: Readonly<Record<Link, string>> = {
  'all-held': 'Every check held on this date.',
  'npi-not-valid': 'This is not a valid NPI. Its check digit is wrong.',
  'npi-not-in-registry': 'The NPI registry has no such number.',
  'npi-deactivated': 'The NPI was deactivated in the NPI registry on this date.',
  'not-enrolled': 'Nobody with this NPI is enrolled here.',
  'before-effective-date': 'The date is before the enrollment took effect.',
  'between-periods': 'The date falls between two enrollment periods.',
  'after-last-period': 'The enrollment had ended by this date.',
  stayed: 'The enrollment was stayed on this date.',
  deactivated: 'The enrollment was deactivated on this date.',
  revoked: 'The enrollment was revoked on this date.',
  withdrawn: 'The enrollment was withdrawn by this date.',
  'opted-out': 'The practitioner had opted out of Medicare on this date.',
  'enrolled-to-order-only': 'Enrolled only to order and refer. Claims are not paid.',
  'enrolled-in-other-state': 'Enrolled in another state than that of the service.',
  'service-not-billable': 'This type of provider does not bill this kind of service.',
  'payee-not-valid': 'The NPI of the group is not valid.',
  'payee-not-enrolled': 'The group was not enrolled on this date.',
  'no-reassignment': 'There is no reassignment to this group.',
  'reassignment-not-on-date': 'The reassignment to this group did not run on this date.',
  'organization-cannot-order': 'An organization cannot order, refer or certify.',
  'not-on-order-list': 'The NPI is not on the order and referring list.',
  'specialty-cannot-order': 'The specialty on record may not order, refer or certify.',
  'service-not-orderable': 'The provider may order, but not this service.',
  'name-differs': 'The name on the claim differs from the name on record.',
  'registry-not-loaded': 'The NPI registry is not loaded here, so we cannot say.',
  'enrollments-not-loaded': 'Enrollments are not loaded here, so we cannot say.',
  'reassignments-not-loaded': 'Reassignments are not loaded here, so we cannot say.',
  'order-list-not-loaded': 'The order and referring list is not loaded here, so we cannot say.',
  'history-not-loaded': 'Earlier versions of the record are not loaded here, so we cannot say.',
  'state-not-recorded': 'The record does not name the state of this enrollment, so we cannot say.',
}

const roleWords: Readonly<Record<ClaimRole, string>> = {
  billing: 'Billing',
  rendering: 'Rendering',
  supervising: 'Supervising',
  operating: 'Operating',
  ordering: 'Ordering',
  referring: 'Referring',
  certifying: 'Certifying',
  attending: 'Attending',
}

const formWords: Readonly<Record<Fix['form'], string>> = {
  cms855: 'file the CMS-855 form that fits the provider.',
  cms855i: 'file a CMS-855I.',
  cms855b: 'file a CMS-855B.',
  cms855o: 'file a CMS-855O.',
  nppes: 'correct the record in NPPES.',
  claim: 'correct the claim.',
  appeal: 'read the letter about it. It says how to appeal.',
  'load-source': 'load the missing source, then ask again.',
}

const fixerWords: Readonly<Record<Fix['who'], string>> = {
  enrollee: 'the provider',
  group: 'the group',
  biller: 'whoever sent the claim',
  operator: 'whoever runs this site',
}

const enrollmentStatusWords: Readonly<Record<EnrollmentStatus, string>> = {
  approved: 'Enrolled',
  stayed: 'Stayed: claims are not paid for now',
  deactivated: 'Deactivated: claims are not paid',
  revoked: 'Revoked: claims are not paid',
  withdrawn: 'Withdrawn',
  'opted-out': 'Opted out of Medicare',
}

/** The same for a tag: one or two words. */
const statusNames: Readonly<Record<EnrollmentStatus, string>> = {
  approved: 'Enrolled',
  stayed: 'Stayed',
  deactivated: 'Deactivated',
  revoked: 'Revoked',
  withdrawn: 'Withdrawn',
  'opted-out': 'Opted out',
}

const serviceWords: Readonly<Record<OrderedService, string>> = {
  'part-b': 'Part B services',
  dme: 'medical equipment and supplies',
  'home-health': 'home health',
  'power-mobility': 'power mobility devices',
  hospice: 'hospice',
}

export const eligibility = {
  answers: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  links: linkWords,
  roles: roleWords,
  fixes: formWords,
  fixers: fixerWords,
  statuses: enrollmentStatusWords,
  statusNames,
  services: serviceWords,
  command: {
    about: 'Whether claims with an NPI would be held up by enrollment',
    check: 'Ask about one NPI. Exit code: 0 yes, 1 no or not known, 2 wrong usage',
    npi: 'ten digits',
    on: 'date of service, like 2026-03-01; today when absent',
    role: 'in which capacity the NPI stands on the claim',
    name: 'name as billed, "Last,First"',
    payee: 'NPI of the group that is paid',
    service: 'what is ordered, certified or billed',
    place: 'state of the service, like WI',
    badState: 'A state is two letters, like WI.',
    knownOn: 'answer as the record stood at the end of this day',
    json: 'print the whole answer as JSON',
    url: 'the portal to ask',
    database: 'ask the database of this machine instead of a portal',
    badNpi: 'An NPI has ten digits.',
    badDay: 'A day looks like 2026-03-01.',
    badName: 'A name looks like "Last,First".',
    unreachable: (url: string) => `Nothing answers at ${url}. Start the portal, or ask with --database.`,
    refused: (url: string, detail: string) => `${url} refused the question: ${detail}`,
    line: (answer: string, npi: string, role: string, on: string, message: string) =>
      `${answer}: ${npi}, ${role.toLowerCase()}, on ${on}. ${message}`,
    enrollment: (id: string, from: string, to: string) => `Enrollment ${id}, in effect ${from} to ${to}`,
    open: 'now',
    version: (sequence: number, asOf: string) => `Record version ${sequence}, as of ${asOf}`,
  },
  fix: (fix: Fix): string => `What to do: ${formWords[fix.form]} Who: ${fixerWords[fix.who]}.`,
}
