/** What every page of one case begins with: the file, the names of people, what the visitor may do. */
import type { ApplicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { type CaseWaits, countWaits } from '#db/queries/application/case-waits.ts'
import { clocksOf } from '#db/queries/worklist/service-clocks.ts'
import { type Action, can } from '#domain/access/policy.ts'
import { type ApplicationStatus, allows } from '#domain/application/lifecycle.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { ServiceClock } from '#domain/review/queues/service-clock.ts'
import { type CaseFile, findCaseFile } from '#use-cases/case/case-file.ts'
import { findOpenChecks } from '#use-cases/decisions/open-work.ts'
import { type CasePacket, packetOfCase } from '#use-cases/packets/packet-of-case.ts'
import type { Ask } from '#web/kit/page.ts'

export type CaseAsk<A extends Action = 'case.view' | 'application.review' | 'application.decide' | 'fee.decide'> = Ask<
  A,
  ApplicationSubject
>

export interface LoadedCase extends CaseFile {
  /** In the contractor's zone. */
  readonly today: Day
  readonly holderName: string | undefined
  readonly isMine: boolean
  /** The visitor holds it and it is in review: checks, notes on findings and requests are possible. */
  readonly isWorkable: boolean
  readonly mayDecide: boolean
  /** False for who only looks: an auditor. */
  readonly mayReview: boolean
  /** The days that count for the desk; undefined before it was received. */
  readonly clock: ServiceClock | undefined
  /** Open tasks and notes, said beside the links to them. */
  readonly waits: CaseWaits
  /** Checks without a result or without somebody's word on it; 0 once nobody works on it any more. */
  readonly openChecks: number
  /** What was sent together with it. */
  readonly packet: CasePacket | undefined
}

export async function loadCase({ db, permit, now, subject }: CaseAsk): Promise<LoadedCase> {
  const found = await findCaseFile(db, permit)
  const { id, assignedTo, contractorZone, receivedOn, status } = found.header
  const today = dayIn(contractorZone, now)
  const names = await namesOf(db, permit, assignedTo ? [assignedTo] : [])
  const isMine = assignedTo === permit.actor.userId
  return {
    ...found,
    today,
    packet: await packetOfCase(db, permit),
    waits: await countWaits(db, permit),
    openChecks: isUnderReview(status) ? (await findOpenChecks(db, permit, found)).length : 0,
    clock: receivedOn && (await clocksOf(db, permit, [{ id, receivedOn, contractorZone }], today)).get(id),
    holderName: assignedTo && names.get(assignedTo),
    isMine,
    isWorkable: isMine && allows(status, 'recommend'),
    mayReview: can(permit.actor, 'application.review', subject),
    mayDecide: can(permit.actor, 'application.decide', subject),
  }
}

/** With the analyst or the supervisor: what is open keeps it there. */
const isUnderReview = (s: ApplicationStatus): boolean => allows(s, 'recommend') || allows(s, 'send-back')

export const casePath = (id: string, part = ''): string => `/desk/cases/${id}${part}`
