/** Adds owners from a CSV file to a draft; every row is answered on the page that follows. */

import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import type { Problem } from '#domain/result.ts'
import { readingOf } from '#forms/readings.ts'
import { type ImportedRow, importOwners } from '#use-cases/ownership/import-owners.ts'
import { FileBox, ROWS } from '#web/kit/file-box.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

type ImportAsk = Ask<'application.edit', ApplicationSubject>
const MEGABYTES = 2

export const importOwnersPage = page({
  path: '/applications/:applicationId/ownership/import',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: async (ask) => (hasOwners(ask) ? draw(ask, [], undefined) : notFound),
  post: {
    fields: [],
    upload: { field: 'file', maxBytes: MEGABYTES * 1_048_576, maxFiles: 1 },
    async handle(ask) {
      if (!hasOwners(ask)) return notFound
      const [upload] = ask.uploads
      if (!upload) return draw(ask, [{ code: 'file-missing', at: 'file' }], undefined)
      if (upload.tooLarge)
        return draw(ask, [{ code: 'file-too-large', at: 'file', with: { max: MEGABYTES } }], undefined)
      const done = await importOwners(ask.db, ask.permit, upload.bytes, ask.now)
      return done.ok
        ? draw(ask, [], done.value)
        : draw(
            ask,
            done.problems.map((p) => ({ ...p, at: 'file' })),
            undefined,
          )
    },
  },
})

const hasOwners = ({ subject }: ImportAsk): boolean => readingOf(subject.form).enrolls === 'organization'

function draw(
  { w, visit, subject }: ImportAsk,
  problems: readonly Problem[],
  rows: readonly ImportedRow[] | undefined,
) {
  const t = w.ownership
  const [problem] = problems
  return show(
    problem ? `${w.layout.errorPrefix}${t.importTitle}` : t.importTitle,
    <>
      <BackLink href={applicationPath(subject.id, '/ownership')} w={w} label={t.link} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.importFile} />
      <h1>{t.importTitle}</h1>
      {rows && <Results rows={rows} w={w} />}
      <p class="usa-intro">{t.importIntro}</p>
      <Form visit={visit} multipart>
        <FileBox label={t.importFile} hint={t.importHint} accept={ROWS} problem={problem} w={w} />
        <Button>{t.importGo}</Button>
      </Form>
    </>,
    { status: problem ? 422 : 200 },
  )
}

function Results({ rows, w }: { readonly rows: readonly ImportedRow[]; readonly w: ImportAsk['w'] }) {
  const t = w.ownership
  const added = rows.filter((r) => r.problems.length === 0).length
  return (
    <section>
      <h2>{t.importDone(added, rows.length)}</h2>
      <Table
        caption={t.importCaption}
        rows={rows.toSorted((a, b) => b.problems.length - a.problems.length || a.line - b.line)}
        rowKey={(r) => String(r.line)}
        rowClass={(r) => (r.problems.length > 0 ? 'differs' : undefined)}
        columns={[
          { title: t.importColumns.line, cell: (r) => r.line },
          { title: t.importColumns.owner, cell: (r) => r.owner || w.values.notProvided },
          {
            title: t.importColumns.result,
            cell: (r) =>
              r.problems.length === 0 ? t.importAdded : r.problems.map((p) => t.importProblems[p]).join(' '),
          },
        ]}
      />
    </section>
  )
}
