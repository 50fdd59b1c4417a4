/** /data: the public files with sizes and checksums, and each of them to fetch. No account, no cookie. */
import { Readable } from 'node:stream'
import type { JSX } from 'preact'
import { currentPublication, piecesOf, type StoredFile } from '#db/queries/public-files/publication.ts'
import { publicFileLayouts } from '#domain/publication/layouts.ts'
import { checksumsOf, manifestOf } from '#use-cases/public-files/export-files.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import { notFound, show, stream } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

export const dataPage = page({
  path: '/data',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ db, permit, w }) {
    const t = w.publicFiles
    const current = await currentPublication(db, permit)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {current ? (
          <>
            <p>
              <strong>{t.stand(w.portal.time.day(current.asOf), current.version)}</strong>
            </p>
            <FileTable files={current.files} w={w} />
            <h2>{t.manifestTitle}</h2>
            <p>
              {t.manifest} <a href="/data/manifest.json">{t.manifestLink}</a>
            </p>
            <p>
              {t.checksums} <a href="/data/SHA256SUMS">{t.checksumsLink}</a>
            </p>
            <p>{t.layout}</p>
          </>
        ) : (
          <Alert kind="info" title={t.noneTitle}>
            <p>{t.none}</p>
          </Alert>
        )}
        <h2>{t.withheldTitle}</h2>
        <p>{t.withheld}</p>
        {current && (
          <>
            <h2>{t.columnsTitle}</h2>
            {current.files.map((f) => (
              <Columns key={f.name} file={f} w={w} />
            ))}
          </>
        )}
      </>,
      { wide: true },
    )
  },
})

function FileTable({ files, w }: { readonly files: readonly StoredFile[]; readonly w: Words }): JSX.Element {
  const t = w.publicFiles
  return (
    <Table
      caption={t.caption}
      rows={files}
      rowKey={(f) => f.name}
      columns={[
        {
          title: t.columnTitles.file,
          cell: (f) => (
            <>
              <a href={`/data/${f.name}`}>{t.kinds[f.kind].title}</a>
              <div class="usa-hint">{t.kinds[f.kind].about}</div>
              <details>
                <summary>{t.columnTitles.checksum}</summary>
                <code class="address">{f.sha256}</code>
              </details>
            </>
          ),
        },
        { title: t.columnTitles.rows, numeric: true, cell: (f) => t.count(f.rows) },
        { title: t.columnTitles.size, numeric: true, cell: (f) => t.sizeOf(f.bytes) },
      ]}
    />
  )
}

function Columns({ file, w }: { readonly file: StoredFile; readonly w: Words }): JSX.Element {
  const t = w.publicFiles
  const { title } = t.kinds[file.kind]
  return (
    <details>
      <summary>{t.columnsOf(title)}</summary>
      <dl class="examples">
        {publicFileLayouts[file.kind].columns.map((c) => (
          <div key={c}>
            <dt>
              <code class="address">{c}</code>
            </dt>
            {t.columns[c] && <dd>{t.columns[c]}</dd>}
          </div>
        ))}
      </dl>
    </details>
  )
}

export const dataFilePage = page({
  path: '/data/:name',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ db, permit, params }) {
    const current = await currentPublication(db, permit)
    if (!current) return notFound
    if (params.name === 'manifest.json')
      return stream(Readable.from([manifestOf(current.files, current)]), 'application/json', 'manifest.json')
    if (params.name === 'SHA256SUMS')
      return stream(Readable.from([checksumsOf(current.files)]), 'text/plain; charset=utf-8', 'SHA256SUMS')
    const file = current.files.find((f) => f.name === params.name)
    if (!file) return notFound
    return stream(Readable.from(piecesOf(db, permit, current.id, file.name)), 'text/csv; charset=utf-8', file.name)
  },
})
