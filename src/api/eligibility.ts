/** GET /eligibility: one question to the in-memory snapshot; no database on the way. */
import * as z from 'zod'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { decide } from '#domain/eligibility/decide.ts'
import {
  brokenLinks,
  claimRoles,
  fixers,
  fixForms,
  orderedServices,
  type Question,
  unknownLinks,
} from '#domain/eligibility/question.ts'
import { asked as askedOf } from '#domain/eligibility/verdict.ts'
import { type EnrollmentStatus, enrollmentStatusNames } from '#domain/enrollment/enrollment.ts'
import { stateCodes } from '#domain/party/states.ts'
import { billedName } from '#use-cases/eligibility/check-eligibility.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import { route } from './kit/route.ts'

export const tenDigits = z.string().regex(/^\d{10}$/, 'Ten digits')
export const civilDay = z.iso.date('A day like 2026-03-01').transform((d) => d as Day)
const statusNames = enrollmentStatusNames as readonly [EnrollmentStatus, ...EnrollmentStatus[]]
export const enrollmentStatus = z.enum(statusNames)
export const snapshotVersion = z
  .strictObject({ sequence: z.int(), asOf: z.iso.date() })
  .meta({ description: 'Which state of the record answered: last change contained, and the day' })

const claimCode = z.strictObject({
  code: z.string(),
  confidence: z.enum(['confirmed', 'unconfirmed']),
  source: z.string(),
})

/** Last name, comma, first name. */
export const BILLED_NAME = /^[^,]{1,60},[^,]{1,40}$/

export const eligibilityParameters = z.strictObject({
  npi: tenDigits.meta({ description: 'National Provider Identifier; a wrong check digit is answered with "no"' }),
  on: civilDay.optional().meta({ description: 'Date of service; today when absent' }),
  role: z.enum(claimRoles).default('billing').meta({ description: 'In which capacity the NPI stands on the claim' }),
  name: z
    .string()
    .regex(BILLED_NAME, 'Last name, comma, first name')
    .optional()
    .meta({ description: 'Name as billed, "Last,First"; compared as the ordering edit does' }),
  payee: tenDigits.optional().meta({ description: 'NPI of the group that is paid' }),
  service: z
    .enum(orderedServices)
    .optional()
    .meta({ description: 'What is ordered or certified; of a billing NPI, what its type must bill' }),
  place: z
    .enum(stateCodes)
    .optional()
    .meta({ description: 'State of the service; enrollments are for one state each' }),
  knownOn: civilDay.optional().meta({ description: 'Answer as the record stood at the end of this day' }),
})

export const eligibilityAnswer = z
  .strictObject({
    npi: z.string(),
    on: z.iso.date(),
    role: z.enum(claimRoles),
    knownOn: z.iso.date().optional(),
    answer: z.enum(['yes', 'no', 'unknown']).meta({ description: '"yes" only when every link was checked and held' }),
    link: z.enum(['all-held', ...brokenLinks, ...unknownLinks]).meta({ description: 'The link that decided' }),
    message: z.string(),
    enrollmentId: z.string().optional(),
    specialty: z.string().optional(),
    status: enrollmentStatus.optional(),
    effectiveFrom: z.iso.date().optional(),
    effectiveTo: z.iso.date().optional(),
    carc: claimCode.optional(),
    rarc: claimCode.optional(),
    fix: z.strictObject({ form: z.enum(fixForms), who: z.enum(fixers), message: z.string() }).optional(),
    version: snapshotVersion,
  })
  .meta({ id: 'Eligibility' })

export const eligibilityRoute = route({
  path: '/eligibility',
  id: 'checkEligibility',
  summary: 'Would a claim with this NPI, in this role, on this date be held up by enrollment?',
  roles: ['anyone'],
  parameters: eligibilityParameters,
  response: eligibilityAnswer,
  problems: [],
  handle: (asked, { keeper, services }) => {
    const question = questionOf(asked, asked.on ?? dayIn(siteZone, services.clock.now()))
    return { value: { snapshot: keeper.current(), question } }
  },
  write: ({ snapshot, question }) => eligibilityText(snapshot, question, decide(snapshot, askedOf(question))),
})

/** A question as the engine takes it. `on` is the date of service, or the day that stands for it. */
export function questionOf(asked: z.output<typeof eligibilityParameters>, on: Day): Question {
  const { npi, role, name, payee, service, place, knownOn } = asked
  const question: { -readonly [K in keyof Question]: Question[K] } = { npi, on, role }
  if (name !== undefined) question.name = billedName(name)
  if (payee) question.payee = payee
  if (service) question.service = service
  if (place) question.place = place
  if (knownOn) question.knownOn = knownOn
  return question
}
