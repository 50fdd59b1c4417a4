/**
 * A page is data plus one or two functions. The server refuses to run either without a permit,
 * and refuses fields that the page does not declare.
 */
import type { Db } from '#db/db.ts'
import { type Action, type Actor, authorize, can, type Permit, policy, type Subject } from '#domain/access/policy.ts'
import type { Acting } from '#domain/access/session.ts'
import type { Day } from '#domain/dates.ts'
import type { Services } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { type NotFound, notFound, type Reply } from './reply.ts'

export type Params = Readonly<Record<string, string>>
/** Posted or queried text by field name; a field that may repeat is joined by commas. */
export type Fields = Readonly<Record<string, string | undefined>>

export interface Upload {
  readonly field: string
  readonly fileName: string
  readonly bytes: Buffer
  /** The file went over the page's limit; `bytes` is cut. */
  readonly tooLarge: boolean
  /** What the page's own receiver made of the file; `bytes` is then empty. */
  readonly received?: unknown
}

/** Takes a file while it arrives, for pages that must never hold one whole. */
export interface UploadReceiver {
  /** Waited for before the next. */
  chunk(bytes: Uint8Array): Promise<void>
  end(): Promise<unknown>
  /** The request broke off before the end of the file. */
  abandon(): void
}

/** The signed-in session behind a request, as pages may know it. */
export interface VisitSession {
  readonly id: string
  readonly userId: string
  readonly displayName: string
  readonly loginId: string
  readonly aal: 1 | 2
  /** When a password and second factor were last given. */
  readonly authAt: Date
  readonly idleUntil: Date
  readonly endsAt: Date
  /** On a computer that others use. */
  readonly publicComputer?: boolean
  /** Nothing is open but adding a way to verify that is allowed here. */
  readonly mustAdd?: boolean
}

export interface Visit {
  readonly actor: Actor
  /** The provider that the visitor acts for; every page shows it. */
  readonly acting?: Acting | undefined
  readonly session: VisitSession | undefined
  /** Goes into every form as the hidden field "csrf". */
  readonly csrf: string
  readonly path: string
  readonly ip: string
  readonly userAgent: string
  readonly cookies: {
    readonly flow?: string
    readonly device?: string
    readonly session?: string
    /** Of a form that waits for a fresh proof. */
    readonly kept?: string
  }
}

export interface Ask<A extends Action, S extends Subject> {
  readonly db: Db
  readonly permit: Permit<A>
  readonly subject: S
  readonly params: Params
  readonly query: Fields
  readonly now: Date
  /** The civil day at the site (contractor-bound deadlines use the contractor's zone). */
  readonly today: Day
  readonly w: Words
  readonly visit: Visit
  readonly services: Services
}
export interface Post<A extends Action, S extends Subject> extends Ask<A, S> {
  readonly posted: Fields
  readonly uploads: readonly Upload[]
}

/** Which fields a form may send. `many` may repeat (check boxes). "csrf", "once" and "go" (the button) are always allowed. */
export interface Posting<A extends Action, S extends Subject> {
  readonly fields: readonly string[] | ((subject: S, params: Params) => readonly string[])
  readonly many?: readonly string[] | ((subject: S, params: Params) => readonly string[])
  readonly upload?: {
    readonly field: string
    readonly maxBytes: number
    readonly maxFiles: number
    /** Absent: the file is given whole. */
    readonly receive?: (services: Services) => UploadReceiver
  }
  /**
   * It makes something: the same form sent twice acts once, with one answer (once.tsx). Everything it does is then one
   * transaction, so it asks nothing of anybody outside the database.
   */
  readonly once?: boolean
  handle(ask: Post<A, S>): Promise<Reply | NotFound>
}

export interface Page<A extends Action = Action, S extends Subject = Subject> {
  /** "/applications/:applicationId". */
  readonly path: string
  readonly action: A
  /** Finds whose the thing is and where it stands; undefined = not there. */
  subject(db: Db, params: Params, visit: Visit): Promise<S | undefined> | S | undefined
  /** Query fields that the page reads; any other is refused. */
  readonly query?: readonly string[]
  /** Needs a fresh proof of who acts, though its action does not (domain/access/step-up.ts). */
  readonly stepUp?: boolean
  /** Opens also to whoever first has to add a way to verify that is allowed. */
  readonly whileMustAdd?: boolean
  get?(ask: Ask<A, S>): Promise<Reply | NotFound>
  readonly post?: Posting<A, S>
}

export const page = <A extends Action, S extends Subject>(p: Page<A, S>): Page<A, S> => p
/** A page of any action and subject, for lists of pages. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds pages of many actions; each was checked where it was declared
export type AnyPage = Page<any, any>

/** May anybody open it without signing in? */
export const isPublic = (action: Action): boolean =>
  policy[action].some((g) => (g.who as readonly string[]).includes('anyone'))

/** The subject of pages that belong to nobody. */
export const nobodysOwn = (): Subject => ({ id: 'public' })
/** The subject of pages about the visitor's own account. */
export const visitorsOwn = (_: Db, __: Params, visit: Visit): Subject | undefined =>
  visit.session && { id: visit.session.userId, ownerId: visit.session.userId }

export type AskBase = Omit<Ask<Action, Subject>, 'permit' | 'subject'> &
  Pick<Post<Action, Subject>, 'posted' | 'uploads'>

/** The middle of a request's life: mint the permit for a subject already found, hand over. */
export async function answer(
  p: AnyPage,
  method: 'get' | 'post',
  subject: Subject,
  ask: AskBase,
): Promise<Reply | NotFound> {
  const permitted = authorize(ask.visit.actor, p.action as Action, subject)
  // The same reply as for a missing thing, so that nobody can probe for what exists.
  if (!permitted.ok) return notFound
  const full = { ...ask, subject, permit: permitted.value }
  if (method === 'get') return p.get ? p.get(full) : notFound
  return p.post ? p.post.handle(full) : notFound
}

export { can }
