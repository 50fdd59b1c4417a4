/**
 * Asks for a fresh proof of who acts, for every page by the one table (domain/access/step-up.ts), before the page's own
 * code runs. What was typed is kept, so that the visitor comes back to it.
 */
import type { FastifyRequest } from 'fastify'
import type { Db } from '#db/db.ts'
import { type Method, methods } from '#domain/access/assurance.ts'
import type { Action, Permit, Subject } from '#domain/access/policy.ts'
import { lacking, type Need, needOf, needOfMarkedPages, needs } from '#domain/access/step-up.ts'
import { formOf } from '#forms/index.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import type { Section } from '#forms/kit/section.ts'
import type { Site } from '#outside/services.ts'
import type { AnyPage, Fields, Params, Visit, VisitSession } from './page.ts'

export interface StepUpParts {
  /** What the best way to verify of a user is worth. */
  readonly strongestHeld: (db: Db, userId: string, allowed: readonly Method[] | undefined) => Promise<1 | 2>
  /** Keeps a form and returns the token for its cookie. */
  readonly keepForm: (
    db: Db,
    form: {
      readonly userId: string
      /** Absent: any session of the same user may have it back. */
      readonly sessionId?: string
      readonly path: string
      /** The page on which it was typed. */
      readonly shownAt?: string
      readonly fields: Readonly<Record<string, string>>
    },
    now: Date,
  ) => Promise<string>
  /** The form that a cookie keeps for the visitor. */
  readonly findKept?: (
    db: Db,
    permit: Permit<'account.manage'>,
    token: string | undefined,
    sessionId: string,
    now: Date,
  ) => Promise<KeptTyped | undefined>
  /** The session of a cookie that ran out while its page was open. */
  readonly timedOut?: (
    db: Db,
    token: string | undefined,
  ) => Promise<{ readonly id: string; readonly userId: string } | undefined>
}
/** What was typed, where it goes, and the page that it was typed on. */
export interface KeptTyped {
  readonly path: string
  readonly shownAt?: string | undefined
  readonly fields: Readonly<Record<string, string>>
}
interface Parts {
  readonly db: Db
  readonly services: { readonly site: Site }
  readonly stepUp?: StepUpParts
}

/** Does a section ask for a bank account, a Social Security number or a tax ID? Dates of birth alone do not count. */
export const asksForBankOrTax = (s: Section): boolean =>
  Object.values(s.questions).some(
    (q) => q.kind.name === 'ssn' || q.kind.name === 'ein' || (q.sensitivity === 'restricted' && q.kind.name !== 'date'),
  )

/** What a page needs where it stands: the section of an application is named by its form and its address. */
export function needOfPage(p: Pick<AnyPage, 'action' | 'stepUp'>, subject: Subject, params: Params): Need | undefined {
  if (p.stepUp) return needOfMarkedPages
  const form = 'form' in subject && typeof subject.form === 'string' ? formOf(subject.form) : undefined
  const section = form && params.sectionId && sectionsOf(form).find((s) => s.id === params.sectionId)
  return needOf(p.action as Action, section ? asksForBankOrTax(section) : false)
}

/** The proof that is still asked for, or undefined. */
export async function proofAsked(
  { db, services: { site }, stepUp }: Parts,
  p: AnyPage,
  subject: Subject,
  params: Params,
  session: VisitSession,
  now: Date,
): Promise<Action | 'marked' | undefined> {
  const need = needOfPage(p, subject, params)
  if (!need) return undefined
  const strongest =
    need.level === 'best-held' && session.aal === 1 && stepUp
      ? await stepUp.strongestHeld(db, session.userId, site.methods ?? methods)
      : session.aal
  const missing = lacking(need, session, strongest, site.stepUpMinutes ?? 10, now)
  return missing && ((p.action as Action) in needs ? (p.action as Action) : 'marked')
}

/** Never kept: what a person types anew without loss, and what must not lie about. */
const notKept = ['password', 'current', 'again', 'code', 'passkey']
const MOST_KEPT = 200_000

/** Tokens of the form as it was drawn: the form that comes back has its own. */
const tokens = ['csrf', 'once']

/** What of a form may be kept; undefined when it is not all of it, so that nothing is sent in halves later. */
export function keepable(posted: Fields): Readonly<Record<string, string>> | undefined {
  const all = Object.entries(posted).filter((e): e is [string, string] => e[1] !== undefined && !tokens.includes(e[0]))
  const fields = Object.fromEntries(all.filter(([name]) => !notKept.includes(name)))
  const whole = all.length > 0 && all.length === Object.keys(fields).length && JSON.stringify(fields).length < MOST_KEPT
  return whole ? fields : undefined
}

/** Where to give the proof, with what was typed kept for the way back. */
export async function keptOnTheWay(
  { db, stepUp }: Parts,
  visit: Visit,
  request: FastifyRequest,
  posted: Fields,
  asked: Action | 'marked',
  now: Date,
): Promise<{ readonly to: string; readonly kept?: string | undefined }> {
  const to = (next: string) => `/confirm-identity?next=${encodeURIComponent(next)}&why=${asked}`
  const { session } = visit
  const fields = keepable(posted)
  if (request.method !== 'POST' || !session || !stepUp || !fields) return { to: to(request.url) }
  const form = { userId: session.userId, sessionId: session.id, path: request.url, fields }
  return { to: to('/confirm-identity/continue'), kept: await stepUp.keepForm(db, form, now) }
}
