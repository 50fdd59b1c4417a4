/** Texts of mails that two people changed in the demonstration, and two that wait for the second, through the use-cases of the pages. */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import type { NewMailText } from '#db/records/mails/mail-texts.ts'
import { authorize, type Role, type Subject } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { answerMailText, changeMailText } from '#use-cases/mails/change-mail-text.ts'
import { en } from '#words/index.ts'

const caller = { ip: '198.51.100.32', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }
const lakes: Subject = { id: 'lakes', contractorId: 'lakes' }
const site: Subject = { id: 'site' }

export async function seedMailTexts(db: Db, now: Date): Promise<void> {
  const today = dayIn(siteZone, now)
  const carla = await editor(db, 'super.carla', 'mac-supervisor', lakes)
  const mina = await editor(db, 'quality.mina', 'mac-supervisor', lakes)
  const june = await editor(db, 'admin.june', 'admin', site)
  const write = async (by: typeof carla, c: Omit<NewMailText, 'seen' | 'from'>, from = today) =>
    done(await changeMailText(db, by, { ...c, seen: 0, from }, { words: en, caller }, now))

  await write(carla, {
    kind: 'development-reminder',
    text: {
      subject: 'Still missing {by}: application {number}',
      body: 'We asked for more information about application {number} and have no answer yet. {lastDay}\n\nMost requests are answered in ten minutes: open the page, answer each line, sign.\n{link}\n\nWithout an answer we may have to reject the application (42 CFR 424.525).',
    },
    reason: 'Callers say that they put the first reminder aside, because they think that it takes hours.',
  })
  const agreed = { kind: 'development-reminder', version: 1, answer: 'put-in-force', why: '' } as const
  done(await answerMailText(db, mina, agreed, caller, now))
  await write(
    carla,
    {
      kind: 'letter-waiting',
      text: {
        subject: 'Lakes Enrollment Contractor: a letter for you in {product}',
        body: 'A letter about an application or an enrollment is waiting for you.\n\nSign in to read it:\n{link}\n\nWe never ask for a password or a code by mail.',
      },
      reason: 'Readers take the mail for a fraud when it does not say who writes.',
    },
    addDays(today, 7),
  )
  const own = en.mailTexts['new-device']
  await write(june, {
    kind: 'new-device',
    text: {
      subject: own.subject,
      body: own.body.replace('call the help desk at once', 'call us at once, day or night'),
    },
    reason: 'The help desk answers at night since this month.',
  })
}

async function editor(db: Db, loginId: string, role: Role, subject: Subject) {
  const { id } = await open(db)
    .selectFrom('app_user')
    .select('id')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()
  const actor = { userId: id, memberships: [{ role, partyId: subject.contractorId ?? '' }] }
  const permit = authorize(actor, 'mail-text.edit', subject)
  if (!permit.ok) throw new Error(`${loginId} may not edit mails`)
  return permit.value
}

/** What a start that was killed made before its note was written waits or stands already. */
function done<T>(result: Result<T>): void {
  const again = ['stale', 'version-waits', 'proposal-over', 'same-words']
  if (!result.ok && !again.includes(result.problem.code)) throw new Error(`demo mails: ${result.problem.code}`)
}
