/** What differs from the enrollment record, and from the submission before. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findPreviousFiling } from '#db/queries/application/submissions.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { type Change, diffSection } from '#forms/kit/say.ts'
import type { File } from '#forms/kit/section.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { findSubmittedFile } from '#use-cases/case/case-file.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { showCase } from './case-frame.tsx'
import { type LoadedCase, loadCase } from './loaded-case.ts'

export const caseChangesPage = page({
  path: '/desk/cases/:applicationId/changes',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),

  async get(ask) {
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
      children: (
        <>
          {before && earlier && (
            <Changes
              title={t.sinceSubmission(before.ordinal)}
              changes={changesOf(loaded, earlier, loaded.file, w)}
              loaded={loaded}
              w={w}
            />
          )}
          {loaded.basis && (
            <Changes
              title={t.sinceRecord}
              changes={changesOf(loaded, loaded.basis.file, loaded.whole, w)}
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
          {!before && !loaded.basis && !previous && <p>{t.firstSubmission}</p>}
        </>
      ),
    })
  },
})

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
