/**
 * What a program may be given, and which rights each scope opens. A program needs both: the scope, and its party's own
 * right in policy.ts. Pure.
 */

import { type Result, refuse } from '../../result.ts'
import { type Action, type Actor, authorize, type Permit, type Subject } from '../policy.ts'

export const scopes = {
  'applications.read': ['application.view', 'program.list'],
  'enrollments.read': ['enrollment.view', 'program.list'],
  'events.read': ['events.read'],
  rosters: ['roster.manage'],
  webhooks: ['webhook.manage'],
} as const satisfies Record<string, readonly Action[]>

export type Scope = keyof typeof scopes
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]]
export const isScope = (s: string): s is Scope => s in scopes

/** A program that said who it is. */
export interface ApiCaller {
  readonly clientId: string
  /** The organization or enrollee whose program it is. */
  readonly partyId: string
  readonly actor: Actor
  /** Of the key or token that it came with. */
  readonly scopes: readonly Scope[]
}

/** Does one of the scopes open this right? */
export const scopeAllows = (held: readonly Scope[], action: Action): boolean =>
  held.some((s) => (scopes[s] as readonly Action[]).includes(action))

/** As `authorize`, and refuses what no scope of the caller opens. */
export const authorizeCaller = <A extends Action>(caller: ApiCaller, action: A, subject: Subject): Result<Permit<A>> =>
  scopeAllows(caller.scopes, action)
    ? authorize(caller.actor, action, subject)
    : refuse({ code: 'not-permitted', with: { action } })
