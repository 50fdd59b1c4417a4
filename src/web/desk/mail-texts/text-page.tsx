/**
 * Edits the text of one mail: a new version each time, which a second person puts in force; a preview with invented facts,
 * what changes, and every older version to look at and to go back to.
 */
import { listMailTexts, type MailTextVersion } from '#db/queries/mails/mail-texts.ts'
import { dayIn, isDay, siteZone } from '#domain/dates.ts'
import { isMailKind, type MailKind } from '#domain/mails/mail-kinds.ts'
import { checkMailText, type MailText, tidyMailText } from '#domain/mails/mail-text.ts'
import type { Problem } from '#domain/result.ts'
import { versionOn } from '#domain/versions.ts'
import { answerMailText, changeMailText, mayHaveOwn } from '#use-cases/mails/change-mail-text.ts'
import { callerOf } from '#web/kit/caller.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import type { Words } from '#words/index.ts'
import { deskScreen } from '../decisions/desk-screen.tsx'
import { MailPreview, TextDifferences } from './preview.tsx'
import { type Editing, fromQuestion, TextBoxes, WaitingText } from './text-boxes.tsx'
import { TextVersions } from './versions.tsx'
import { whoseTexts } from './whose-texts.ts'

const answers = ['put-in-force', 'refuse', 'withdraw'] as const

export const mailTextPage = page({
  path: '/desk/mail-texts/:mail',
  action: 'mail-text.edit',
  subject: whoseTexts,
  query: ['version', 'from'],
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: ['subject', 'body', ...postedNames('from', fromQuestion), 'reason', 'seen', 'why'],
    async handle(ask) {
      const { db, permit, posted, params, w, now } = ask
      const { mail: kind } = params
      if (!isMailKind(kind) || !mayHaveOwn(permit, kind)) return notFound
      const here = `/desk/mail-texts/${kind}`
      const seen = Number(posted.seen ?? 0)
      const answer = answers.find((a) => a === posted.go)
      if (answer) {
        const given = { kind, version: seen, answer, why: posted.why ?? '' }
        const done = await answerMailText(db, permit, given, callerOf(ask), now)
        return done.ok
          ? redirect(here, { notice: answer === 'put-in-force' ? 'mail-text-in-force' : 'mail-text-answered' })
          : draw(ask, { why: posted.why }, done.problems)
      }
      const typed: Fields = { ...posted, from: typedFrom('from', fromQuestion, posted) }
      const from = typed.from !== undefined && isDay(typed.from) ? typed.from : undefined
      const text = typedText(typed)
      if (posted.go !== 'save' || !from) {
        const checked = checkMailText(kind, w.mailTexts[kind], text)
        const undated: readonly Problem[] =
          posted.go === 'save' ? [{ code: typed.from ? 'not-a-date' : 'required', at: 'from' }] : []
        return draw(ask, typed, [...(checked.ok ? [] : checked.problems), ...undated])
      }
      const change = { kind, seen, text, from, reason: posted.reason ?? '' }
      const done = await changeMailText(db, permit, change, { words: w, caller: callerOf(ask) }, now)
      return done.ok ? redirect(here, { notice: 'mail-text-saved' }) : draw(ask, typed, done.problems)
    },
  },
})

const typedText = (p: Fields): MailText => tidyMailText({ subject: p.subject ?? '', body: p.body ?? '' })

/** Of a version by its number; 0 is the product's own. */
function textOf(versions: readonly MailTextVersion[], n: string, kind: MailKind, w: Words): MailText | undefined {
  return n === '0' ? w.mailTexts[kind] : versions.find((v) => String(v.version) === n)?.text
}

async function draw(ask: Editing, posted: Fields | undefined, problems: readonly Problem[]) {
  const { db, permit, w, params, now, query } = ask
  const { mail: kind } = params
  if (!isMailKind(kind) || !mayHaveOwn(permit, kind)) return notFound
  const t = w.desk.mailTexts
  const today = dayIn(siteZone, now)
  const { contractorId } = permit.subject
  const versions = await listMailTexts(db, permit, { kind, contractorId })
  const own = versionOn(versions, today)
  // Without a text of its own, a contractor has that of everybody.
  const site =
    own || contractorId === undefined
      ? undefined
      : versionOn(await listMailTexts(db, permit, { kind, contractorId: undefined }), today)
  const inForce = own?.text ?? site?.text ?? w.mailTexts[kind]
  const inForceName = own ? t.own(own.version) : site ? t.siteText : t.product
  // What was typed into the boxes; an answer to a version types nothing into them.
  const typed = posted?.subject === undefined ? undefined : posted
  const from = query.from === undefined || typed ? undefined : textOf(versions, query.from, kind, w)
  const asked = typed ? undefined : versions.find((v) => String(v.version) === query.version)
  const waiting = versions.find((v) => v.state === 'waiting')
  const looked = asked ?? (typed || from ? undefined : waiting)
  const boxes = typed ? typedText(typed) : (from ?? inForce)
  const shown = looked?.text ?? boxes
  const name = looked ? t.own(looked.version) : typed ? t.typed : from ? t.typed : inForceName
  const nameOf = (n: string | undefined) => (n === '0' ? t.product : t.own(Number(n)))
  return deskScreen({
    w,
    title: w.mailTexts[kind].name,
    back: { href: '/desk/mail-texts', label: t.title },
    problems,
    children: (
      <>
        {waiting ? (
          WaitingText({ ask, kind, version: waiting, typed: posted, problems })
        ) : (
          <>
            {from && <Alert kind="info">{t.takenUp(nameOf(query.from))}</Alert>}
            {TextBoxes({ ask, kind, shown: boxes, typed, seen: versions[0]?.version ?? 0, problems })}
          </>
        )}
        <TextDifferences
          title={t.changes(inForceName, looked ? t.own(looked.version) : t.typed)}
          before={inForce}
          after={shown}
          w={w}
        />
        {(problems.length === 0 || looked) && <MailPreview kind={kind} text={shown} title={t.previewOf(name)} w={w} />}
        <TextVersions kind={kind} versions={versions} mayTakeUp={!waiting} w={w} />
      </>
    ),
  })
}
