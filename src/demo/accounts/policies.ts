/**
 * Policies and words of letters that two people changed in the demonstration, and some that wait for the second of them,
 * through the use-cases of the pages.
 */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { type Action, type Actor, authorize, type Permit, type Role } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { answerWording, changeWording } from '#use-cases/decisions/wordings.ts'
import { answerPolicy, changePolicy } from '#use-cases/policies/change-policy.ts'
import { en } from '#words/index.ts'

const caller = { ip: '198.51.100.31', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }

export async function seedPolicies(db: Db, now: Date): Promise<void> {
  const [carla, finn, june] = [
    await actorOf(db, 'super.carla', 'mac-supervisor'),
    await actorOf(db, 'super.finn', 'mac-supervisor'),
    await actorOf(db, 'admin.june', 'admin'),
  ]
  const today = dayIn(siteZone, now)
  const level = { topic: 'levels', key: 'idtf', seen: 0, from: addDays(today, 30) } as const
  const value = { first: 'high', later: 'moderate', cite: 'Policy letter 26-11 of the demonstration payer' } as const
  const why = 'Four of nine new facilities did not operate when they were visited.'
  done(await changePolicy(db, permitOf(carla, 'policy.change'), { ...level, value, reason: why }, caller, now))
  const agreed = { topic: 'levels', key: 'idtf', version: 1, answer: 'put-in-force', why: '' } as const
  done(await answerPolicy(db, permitOf(june, 'policy.change'), agreed, caller, now))
  const moratorium = {
    topic: 'moratoria',
    key: 'home-health-agency.FL.MIAMI-DADE',
    seen: 0,
    from: addDays(today, 14),
    value: { stands: true, cite: 'Notice 26-12 of the demonstration payer' },
    reason: 'The notice of the agency is expected this week.',
  } as const
  done(await changePolicy(db, permitOf(finn, 'policy.change'), moratorium, caller, now))

  const words = { words: en, caller }
  const edit = async (kind: 'reject' | 'return', next: string, reason: string) => {
    const wording = { ...en.letters.wordings[kind], next: [next] }
    done(await changeWording(db, permitOf(carla, 'wording.edit'), { kind, seen: 0, wording, reason }, words, now))
  }
  await edit(
    'reject',
    'Read what was missing before you send it again: most second applications lack the same paper.',
    'Every third rejected application comes back with the same gap.',
  )
  const put = { kind: 'reject', version: 1, answer: 'put-in-force', why: '' } as const
  done(await answerWording(db, permitOf(june, 'wording.edit'), put, caller, now))
  await edit(
    'return',
    'Call us before you send it again.',
    'Callers say that the letter does not tell them what to do.',
  )
}

async function actorOf(db: Db, loginId: string, role: Role): Promise<Actor> {
  const { id } = await open(db)
    .selectFrom('app_user')
    .select('id')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()
  return { userId: id, memberships: [{ role, partyId: '' }] }
}

function permitOf<A extends Action>(actor: Actor, action: A): Permit<A> {
  const permit = authorize(actor, action, { id: 'site' })
  if (!permit.ok) throw new Error(`${actor.userId} may not ${action}`)
  return permit.value
}

/** What a start that was killed made before its note was written waits or stands already. */
function done<T>(result: Result<T>): void {
  const again = ['stale', 'version-waits', 'proposal-over', 'same-words']
  if (!result.ok && !again.includes(result.problem.code)) throw new Error(`demo policies: ${result.problem.code}`)
}
