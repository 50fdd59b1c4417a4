/** The form by which a group asks many practitioners at once, by a file or typed NPIs; what was sent, looked at. */
import { listBatches } from '#db/queries/reassignments/batches.ts'
import type { Subject } from '#domain/access/policy.ts'
import { isDay, siteZone } from '#domain/dates.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { rosterColumns } from '#domain/reassignment/roster-row.ts'
import type { Problem } from '#domain/result.ts'
import { date } from '#forms/kit/kinds.ts'
import { MOST_ROWS } from '#use-cases/reassignments/roster-file.ts'
import { type Group, lookAtRoster } from '#use-cases/reassignments/send-roster.ts'
import { Control } from '#web/kit/fields.tsx'
import { FileBox, ROWS } from '#web/kit/file-box.tsx'
import type { Ask, Post } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { type Reply, redirect, type Shown, show } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { tellerOf } from '../delegation/teller.ts'

export type UploadAsk = Ask<'reassignment.propose', Subject>
const startsOn = { kind: date() }
const MEGABYTES = 2

/** What the form posts. */
export const uploadFields = {
  fields: ['npis', ...postedNames('startsOn', startsOn)],
  upload: { field: 'file', maxBytes: MEGABYTES * 1_048_576, maxFiles: 1 },
} as const

export interface Typed {
  readonly npis: string
  readonly startsOn: string
}

/** Where the form stands: the way back, and what the group has to know first. */
export interface Place {
  readonly back: { readonly href: string; readonly label: string }
  readonly note?: string
  readonly sample: string
}

/** To the answers, or the form again with what was wrong. */
export async function takeUpload(
  ask: Post<'reassignment.propose', Subject>,
  group: Group,
  place: Place,
): Promise<Reply> {
  const { db, permit, posted, uploads, now } = ask
  const typed = { npis: posted.npis ?? '', startsOn: typedFrom('startsOn', startsOn, posted) ?? '' }
  const again = (problems: readonly Problem[]) => drawUpload(ask, place, typed, problems)
  const [upload] = uploads.filter((u) => u.bytes.length > 0 || u.tooLarge)
  const sent = upload ?? listed(typed.npis, ask.w.reassignments.roster.typedName)
  if (!sent) return again([{ code: 'file-missing', at: 'file' }])
  if (upload?.tooLarge) return again([{ code: 'file-too-large', at: 'file', with: { max: MEGABYTES } }])
  if (!isDay(typed.startsOn))
    return again([{ code: typed.startsOn === '' ? 'required' : 'not-a-date', at: 'startsOn' }])
  const { fileName, bytes } = sent
  const looked = await lookAtRoster(
    db,
    permit,
    group,
    { fileName, bytes, startsOn: typed.startsOn },
    tellerOf(ask),
    now,
  )
  return looked.ok ? redirect(`/roster-files/${looked.value}`) : again(looked.problems)
}

/** NPIs that were typed are a file of one column. */
function listed(npis: string, fileName: string) {
  const rows = npis.split(/[\s,;]+/).filter(Boolean)
  return rows.length > 0 ? { fileName, bytes: Buffer.from(csvFile([['npi'], ...rows.map((npi) => [npi])])) } : undefined
}

export async function drawUpload(
  ask: UploadAsk,
  place: Place,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Shown> {
  const { db, permit, w, visit } = ask
  const t = w.reassignments.roster
  const at = (name: string) => problems.find((p) => p.at === name)
  const names: Readonly<Record<string, string>> = { file: t.file, npis: t.npis, startsOn: t.starts }
  const wrong = at('file')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.bulkTitle}` : t.bulkTitle,
    <>
      <BackLink href={place.back.href} w={w} label={place.back.label} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => names[name]} />
      <h1>{t.bulkTitle}</h1>
      <p class="usa-intro">{t.bulkIntro}</p>
      {place.note && <Alert kind="info">{place.note}</Alert>}
      <Form visit={visit} multipart>
        <FileBox label={t.file} hint={t.fileHint(MOST_ROWS)} accept={ROWS} problem={wrong} w={w} />
        <div class="usa-form-group">
          <label class="usa-label" for="npis">
            {t.npis}
          </label>
          <div class="usa-hint" id="npis-hint">
            {t.npisHint}
          </div>
          <textarea class="usa-textarea" id="npis" name="npis" aria-describedby="npis-hint">
            {typed.npis}
          </textarea>
        </div>
        <Control
          name="startsOn"
          kind={startsOn.kind}
          words={{ ask: t.starts, hint: w.reassignments.propose.startsHint }}
          value={typed.startsOn}
          problem={at('startsOn')}
          w={w}
        />
        <Button>{t.look}</Button>
      </Form>
      <h2>{t.columnsTitle}</h2>
      <Table
        caption={t.columnsTitle}
        rows={rosterColumns}
        rowKey={(c) => c}
        columns={[
          { title: t.columnName, cell: (c) => <code>{c}</code> },
          { title: t.columnMeans, cell: (c) => t.columns[c] },
        ]}
      />
      <p>{t.cmsNames}</p>
      <p>
        <a class="usa-link" href={place.sample}>
          {t.sample}
        </a>
      </p>
      <Earlier rows={await listBatches(db, permit)} w={w} />
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function Earlier({ rows, w }: { readonly rows: Awaited<ReturnType<typeof listBatches>>; readonly w: UploadAsk['w'] }) {
  const t = w.reassignments.roster
  if (rows.length === 0) return null
  return (
    <>
      <h2>{t.earlier}</h2>
      <Table
        caption={t.earlierCaption}
        rows={rows}
        rowKey={(b) => b.id}
        columns={[
          {
            title: t.fileName,
            cell: (b) => (
              <a class="usa-link" href={`/roster-files/${b.id}`}>
                {b.fileName}
              </a>
            ),
          },
          { title: t.when, cell: (b) => w.portal.time.at(b.madeAt, siteZone) },
          { title: t.sent, cell: (b) => (b.sentAt ? w.portal.time.at(b.sentAt, siteZone) : t.notSent) },
        ]}
      />
    </>
  )
}
