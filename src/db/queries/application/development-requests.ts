/** Reads of development requests: what the contractor asked for, question by question, and what was answered. */
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface RequestedItem {
  readonly id: string
  /** What the item is pinned on: a section, an item of it, a question; less than that for a document. */
  readonly sectionId?: string
  readonly itemId?: string
  readonly question?: string
  readonly wording: string
  readonly cite: string
  readonly wordingId?: string
  readonly wordingVersion?: number
  readonly answer?: string
  readonly answeredAt?: Date
}

export interface DevelopmentRequest {
  readonly id: string
  readonly ordinal: number
  readonly sentOn: Day
  readonly dueOn: Day
  readonly sentBy: string
  /** When the whole of it was answered (resubmitted) or closed by a decision. */
  readonly answeredAt: Date | undefined
  readonly items: readonly RequestedItem[]
}

/** Every request of the application, newest first. */
export async function listRequests(db: Db, permit: ApplicationPermit): Promise<readonly DevelopmentRequest[]> {
  const requests = await open(db)
    .selectFrom('development_request')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy('ordinal', 'desc')
    .execute()
  if (requests.length === 0) return []
  const items = await open(db)
    .selectFrom('development_item')
    .selectAll()
    .where(
      'request_id',
      'in',
      requests.map((r) => r.id),
    )
    .orderBy('position')
    .execute()
  return requests.map((r) => ({
    id: r.id,
    ordinal: r.ordinal,
    sentOn: r.sent_on,
    dueOn: r.due_on,
    sentBy: r.sent_by,
    answeredAt: r.answered_at ?? undefined,
    items: items
      .filter((i) => i.request_id === r.id)
      .map((i) => ({
        id: i.id,
        ...(i.section_id && { sectionId: i.section_id }),
        ...(i.item_id && { itemId: i.item_id }),
        ...(i.question && { question: i.question }),
        wording: i.wording,
        cite: i.cite,
        ...(i.wording_id && { wordingId: i.wording_id }),
        ...(i.wording_version !== null && { wordingVersion: i.wording_version }),
        ...(i.answer && { answer: i.answer }),
        ...(i.answered_at && { answeredAt: i.answered_at }),
      })),
  }))
}

/** The request that still waits for its answer, if there is one. */
export async function findOpenRequest(db: Db, permit: ApplicationPermit): Promise<DevelopmentRequest | undefined> {
  return (await listRequests(db, permit)).find((r) => r.answeredAt === undefined)
}
