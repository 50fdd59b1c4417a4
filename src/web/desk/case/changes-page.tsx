/** What differs from the enrollment record, and from the submission before; settles what the record since changed too. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findPreviousFiling } from '#db/queries/application/submissions.ts'
import type { Problem } from '#domain/result.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { type Change, diffSection } from '#forms/kit/say.ts'
import type { File } from '#forms/kit/section.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { findSubmittedFile } from '#use-cases/case/case-file.ts'
import { settleAtDesk } from '#use-cases/reconcile/settle-conflicts.ts'
import { chosenKeeps, conflictFields } from '#web/kit/conflict-choices.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { notFound, redirect, type Shown } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { showCase } from './case-frame.tsx'
import { type CaseAsk, casePath, type LoadedCase, loadCase } from './loaded-case.ts'
import { reviewing } from './reviewing.ts'
import { Settle } from './settle.tsx'

export const caseChangesPage = page({
  path: '/desk/cases/:applicationId/changes',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),

  get: (ask) => drawChanges(ask, {}, []),
  post: {
    fields: [...conflictFields, 'because'],
    async handle(viewed) {
      const { posted, now } = viewed
      const ask = reviewing(viewed)
      if (!ask) return notFound
      const done = await settleAtDesk(ask.db, ask.permit, chosenKeeps(posted), posted.because ?? '', now)
      return done.ok
        ? redirect(casePath(ask.subject.id, '/changes'), { notice: 'recorded' })
        : drawChanges(viewed, posted, done.problems)
    },
  },
})

/** With what was typed when settling answers was refused. */
async function drawChanges(ask: CaseAsk<'case.view'>, posted: Fields, problems: readonly Problem[]): Promise<Shown> {
  const { db, permit, w } = ask
  const t = w.desk.case
  const loaded = await loadCase(ask)
  const before = loaded.submissions.at(-2)
  const previous = await findPreviousFiling(db, permit, loaded.header.form)
  const filed = previous && (readSignedText(previous.text).answers as File)
  const earlier = before && (await findSubmittedFile(db, permit, before.ordinal))
  return showCase({
    ask,
    loaded,
    tab: 'changes',
    problems,
    children: (
      <>
        <Settle ask={ask} loaded={loaded} posted={posted} problems={problems} />
        {before && earlier && (
          <Changes
            title={t.sinceSubmission(before.ordinal)}
            changes={changesOf(loaded, earlier, loaded.file, w)}
            loaded={loaded}
            w={w}
          />
        )}
        {loaded.record && (
          <Changes
            title={t.sinceRecord}
            changes={changesOf(loaded, loaded.record.file, loaded.whole, w)}
            loaded={loaded}
            w={w}
          />
        )}
        {previous && filed && (
          <Changes
            title={t.sinceFiling(
              previous.trackingNumber,
              time.day(previous.receivedOn),
              w.statuses[previous.status as 'denied'].name,
            )}
            changes={changesOf(loaded, filed, loaded.file, w)}
            loaded={loaded}
            w={w}
          />
        )}
        {!before && !loaded.record && !previous && <p>{t.firstSubmission}</p>}
      </>
    ),
  })
}

const changesOf = ({ form }: LoadedCase, was: File, is: File, w: Words): readonly Change[] =>
  sectionsOf(form).flatMap((s) => {
    const words = w.forms[form.id]?.sections[s.id]
    return words ? diffSection(s, words, was, is, w.values) : []
  })

interface ChangesProps {
  readonly title: string
  readonly changes: readonly Change[]
  readonly loaded: LoadedCase
  readonly w: Words
}
function Changes({ title, changes, loaded, w }: ChangesProps): JSX.Element {
  const t = w.desk.case
  const section = (c: Change) => w.forms[loaded.form.id]?.sections[c.sectionId]?.title ?? c.sectionId
  if (changes.length === 0)
    return (
      <>
        <h3>{title}</h3>
        <p>{t.nothingChanged}</p>
      </>
    )
  return (
    <Table
      caption={title}
      rows={changes}
      rowKey={(c) => `${c.sectionId}/${c.itemId}/${c.name}`}
      columns={[
        { title: t.question, cell: (c) => `${section(c)}: ${c.ask}` },
        { title: t.was, cell: (c) => c.was ?? <em>{t.none}</em> },
        {
          title: t.is,
          cell: (c) => (
            <>
              {c.is ?? <em>{t.none}</em>}{' '}
              <strong class="difference">
                {c.was === undefined ? t.added : c.is === undefined ? t.removed : t.changed}
              </strong>
            </>
          ),
        },
      ]}
    />
  )
}
