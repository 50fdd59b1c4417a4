/** Asks the provider for more information: items pinned on questions, a clock of 30 days, a letter, a mail. */
import type { Db } from '#db/db.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertRequest, type NewItem } from '#db/records/application/development-requests.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { openDevelopmentRequest } from '#domain/review/development/development-request.ts'
import { developmentLetter } from '#letters/development-letter.ts'
import { time } from '#words/en/portal/time.ts'
import { type CaseFile, findCaseFile } from '../case/case-file.ts'
import { type LetterOffice, letterHead, sendLetter } from '../decisions/send-letter.ts'
import { wordingInForce } from '../decisions/wordings.ts'

/** Returns the last day to answer. Refuses with `items-needed`, `required`, `not-your-case` or `not-in-this-status`. */
export async function requestDevelopment(
  db: Db,
  permit: Permit<'application.review'>,
  items: readonly NewItem[],
  { site, words }: LetterOffice,
  now: Date,
): Promise<Result<{ readonly dueOn: Day }>> {
  const found = await findCaseFile(db, permit)
  const asked = items.map((item, i) => ({
    id: String(i + 1),
    field: [item.sectionId, item.question].filter(Boolean).join('.'),
    kind: 'correct' as const,
    asks: item.wording,
  }))
  const request = openDevelopmentRequest(asked, now, found.header.contractorZone)
  if (!request.ok) return request
  const { sentOn, dueOn } = request.value
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    const moved = await moveApplication(
      tx,
      locked,
      { event: 'request-development', dueOn, detail: { items: items.length, dueOn } },
      permit.actor,
      now,
    )
    if (!moved.ok) return moved
    const ordinal = await insertRequest(tx, permit, { sentOn, dueOn, items })
    const head = await letterHead(tx, found.header, now)
    const { wording, version } = await wordingInForce(tx, permit, 'development', words)
    const asks = { dueOn, items: items.map((i) => inWords(i, found, words)) }
    const paper = developmentLetter(head, asks, words, wording)
    const link = `${site.origin}/applications/${locked.id}`
    const mail = words.mails.developmentWaiting(site.product, time.day(dueOn), link)
    const key = `development:${locked.id}:${ordinal}`
    await sendLetter(
      tx,
      permit,
      found.header,
      { kind: 'development', paper, key, mail, wordingKind: 'development', wordingVersion: version },
      now,
    )
    return ok({ dueOn })
  })
}

function inWords(item: NewItem, { form }: CaseFile, words: LetterOffice['words']) {
  const section = item.sectionId ? words.forms[form.id]?.sections[item.sectionId] : undefined
  const ask = item.question ? section?.questions[item.question]?.ask : undefined
  return { section: section?.title ?? '', ask, wording: item.wording, cite: item.cite }
}
