/** One invented application and the stage on which it is played: who acts, with which permits. */
import type { Db } from '#db/db.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { type Action, type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { Result } from '#domain/result.ts'
import type { File } from '#forms/kit/section.ts'
import type { Files } from '#outside/files/files.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { demoAccounts } from '../accounts/accounts.ts'
import type { Owner } from './applicants.ts'

export interface Stage {
  readonly db: Db
  readonly files: Files
  readonly site: Site
  readonly words: Words
}

export interface DemoCase {
  readonly applicationId: string
  /** "CMS-855I". */
  readonly form: string
  readonly provider: RegistryProvider
  readonly owner: Owner
  readonly analyst: Actor
  readonly supervisor: Actor
  /** Everything that the person will have answered. */
  readonly file: File
}

/** A permit as a page would get it. Throws when the policy says no, which is a bug of ours. */
export async function permitted<A extends Action>(
  { db }: Stage,
  actor: Actor,
  action: A,
  applicationId: string,
): Promise<Permit<A>> {
  const subject = await applicationSubject(db, applicationId)
  if (!subject) throw new Error(`no application ${applicationId}`)
  const permit = authorize(actor, action, subject)
  if (!permit.ok) throw new Error(`${action} is not permitted`)
  return permit.value
}

/** The demonstration asks only for what is possible: a refusal is a bug of ours. */
export function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`demo ${what}: ${result.problems.map((p) => p.code).join(', ')}`)
  return result.value
}

/** The desk of a contractor, as its accounts are. */
export async function deskOf(
  db: Db,
  contractor: string,
): Promise<{ readonly analysts: readonly Actor[]; readonly supervisor: Actor }> {
  const actors = async (role: 'mac-analyst' | 'mac-supervisor') => {
    const accounts = demoAccounts.filter((a) => a.role === role && a.party === contractor)
    const found = await Promise.all(accounts.map((a) => findAccountByLoginId(db, a.loginId)))
    return found.flatMap((a): readonly Actor[] =>
      a ? [{ userId: a.id, memberships: [{ role, partyId: contractor }] }] : [],
    )
  }
  const [supervisor] = await actors('mac-supervisor')
  const analysts = await actors('mac-analyst')
  if (!supervisor || analysts.length === 0) throw new Error(`contractor ${contractor} has no desk`)
  return { analysts, supervisor }
}
