/**
 * Edits the words of one letter: a new version each time, which a second person puts in force; a sample letter as a page
 * and as a PDF, what changes, and every older version to look at and to go back to.
 */
import { listWordings, type WordingVersion } from '#db/queries/decisions/wordings.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { isWordedLetter, type WordedLetter } from '#domain/decisions/worded-letters.ts'
import { checkWording, diffWording, type Wording } from '#domain/decisions/wording.ts'
import type { Problem } from '#domain/result.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import { answerWording, changeWording } from '#use-cases/decisions/wordings.ts'
import { callerOf } from '#web/kit/caller.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert } from '#web/kit/parts.tsx'
import { download, notFound, redirect } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { LetterPreview } from '../decisions/decision-rows.tsx'
import { deskScreen } from '../decisions/desk-screen.tsx'
import { theSite } from './list-page.tsx'
import { sampleLetter } from './sample-letter.ts'
import { Differences, Versions } from './versions.tsx'
import { Waiting } from './waiting.tsx'
import { type Editing, typedWording, WordingBoxes } from './wording-boxes.tsx'

const answers = ['put-in-force', 'refuse', 'withdraw'] as const

export const letterWordingPage = page({
  path: '/desk/letter-wordings/:kind',
  action: 'wording.edit',
  subject: theSite,
  query: ['version', 'from'],
  get: (ask) => draw(ask, undefined, []),
  post: {
    once: true,
    fields: ['title', 'opening', 'means', 'next', 'reason', 'seen', 'why'],
    async handle(ask) {
      const { db, permit, posted, params, w, now } = ask
      const { kind } = params
      if (!isWordedLetter(kind)) return notFound
      const seen = Number(posted.seen ?? 0)
      const answer = answers.find((a) => a === posted.go)
      if (answer) {
        const given = { kind, version: seen, answer, why: posted.why ?? '' }
        const done = await answerWording(db, permit, given, callerOf(ask), now)
        return done.ok
          ? redirect(
              `/desk/letter-wordings/${kind}`,
              answer === 'put-in-force' ? { notice: 'wording-in-force' } : { notice: 'wording-answered' },
            )
          : draw(ask, { why: posted.why }, done.problems)
      }
      const wording = typedWording(posted)
      if (posted.go === 'save') {
        const change = { kind, seen, wording, reason: posted.reason ?? '' }
        const done = await changeWording(db, permit, change, { words: w, caller: callerOf(ask) }, now)
        return done.ok
          ? redirect(`/desk/letter-wordings/${kind}`, { notice: 'wording-saved' })
          : draw(ask, posted, done.problems)
      }
      const checked = checkWording(kind, wording)
      if (!checked.ok || posted.go !== 'pdf') return draw(ask, posted, checked.ok ? [] : checked.problems)
      return samplePdf(kind, wording, w, now)
    },
  },
})

/** The sample of a version that was saved; without one, of what is in force. */
export const letterSamplePage = page({
  path: '/desk/letter-wordings/:kind/sample',
  action: 'wording.edit',
  subject: theSite,
  query: ['version'],
  async get({ db, permit, params: { kind }, query, w, now }) {
    if (!isWordedLetter(kind)) return notFound
    const wording = wordsOf(await listWordings(db, permit, kind), query.version, kind, w)
    return wording ? samplePdf(kind, wording, w, now) : notFound
  },
})

const samplePdf = async (kind: WordedLetter, wording: Wording, w: Words, now: Date) =>
  download(await renderPdf(sampleLetter(kind, wording, dayIn(siteZone, now), w), now), 'application/pdf', `${kind}.pdf`)

/** Of a version by its number; 0 is the product's own, and without a number what is in force. */
function wordsOf(
  versions: readonly WordingVersion[],
  version: string | undefined,
  kind: WordedLetter,
  w: Words,
): Wording | undefined {
  const own = w.letters.wordings[kind]
  if (version === '0') return own
  if (version === undefined) return versions.find((v) => v.state === 'in-force')?.wording ?? own
  return versions.find((v) => String(v.version) === version)?.wording
}

async function draw(ask: Editing, posted: Fields | undefined, problems: readonly Problem[]) {
  const { db, permit, w, params, now, query } = ask
  const { kind } = params
  if (!isWordedLetter(kind)) return notFound
  const t = w.decisions
  const versions = await listWordings(db, permit, kind)
  const current = versions.find((v) => v.state === 'in-force')
  const inForce = current?.wording ?? w.letters.wordings[kind]
  // What was typed into the boxes; an answer to a version types nothing into them.
  const typed = posted?.title === undefined ? undefined : posted
  const asked = typed ? undefined : versions.find((v) => String(v.version) === query.version)
  const from = query.from === undefined ? undefined : wordsOf(versions, query.from, kind, w)
  const shown = typed ? typedWording(typed) : (from ?? inForce)
  const waiting = versions.find((v) => v.state === 'waiting')
  const looked = asked ?? (typed || from ? undefined : waiting)
  const name = (n: number | undefined) => (n ? t.versionNo(n) : t.own)
  const diff = diffWording(inForce, looked?.wording ?? shown)
  return deskScreen({
    w,
    title: t.letters[kind],
    back: { href: '/desk/letter-wordings', label: t.wordingsTitle },
    problems,
    children: (
      <>
        {waiting ? (
          Waiting({ ask, kind, version: waiting, typed: posted, problems })
        ) : (
          <>
            {from && !typed && <Alert kind="info">{t.takenUp(name(Number(query.from)))}</Alert>}
            {WordingBoxes({ ask, kind, shown, typed, seen: versions[0]?.version ?? 0, problems })}
          </>
        )}
        {diff.some((d) => d.is !== 'same') && (
          <Differences
            title={t.differences(name(current?.version), looked ? name(looked.version) : t.typed)}
            lines={diff}
            w={w}
          />
        )}
        {(problems.length === 0 || looked) && (
          <LetterPreview paper={sampleLetter(kind, looked?.wording ?? shown, dayIn(siteZone, now), w)} w={w} />
        )}
        <Versions kind={kind} versions={versions} mayTakeUp={!waiting} w={w} />
      </>
    ),
  })
}
