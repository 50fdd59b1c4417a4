/** The visitor's rosters, and the form that adds one. */
import { listRosters, type RosterHeader } from '#db/queries/enrollment/rosters.ts'
import type { Subject } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { MOST_ROWS, saveRoster } from '#use-cases/roster/save-roster.ts'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'

type RosterAsk = Ask<'roster.manage', Subject>

const MEGABYTES = 5

export const rostersPage = page({
  path: '/roster',
  action: 'roster.manage',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, [], ''),
  post: {
    fields: ['name'],
    upload: { field: 'file', maxBytes: MEGABYTES * 1_048_576, maxFiles: 1 },
    async handle(ask) {
      const { db, permit, posted, uploads, now, services } = ask
      const name = posted.name ?? ''
      const [upload] = uploads
      if (!upload) return draw(ask, [{ code: 'file-missing', at: 'file' }], name)
      if (upload.tooLarge) return draw(ask, [{ code: 'file-too-large', at: 'file', with: { max: MEGABYTES } }], name)
      const saved = await saveRoster(db, permit, services.eligibility(), { name, bytes: upload.bytes }, now)
      return saved.ok ? redirect(`/roster/${saved.value}`) : draw(ask, saved.problems, name)
    },
  },
})

async function draw(ask: RosterAsk, problems: readonly Problem[], name: string): Promise<Shown> {
  const { db, permit, w, visit } = ask
  const t = w.roster
  const rosters = await listRosters(db, permit)
  const nameOf = (at: string) => (at === 'name' ? t.name : at === 'file' ? t.file : undefined)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <ErrorSummary problems={problems} w={w} nameOf={nameOf} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <h2>{t.yours}</h2>
      {rosters.length === 0 ? <p>{t.none}</p> : <Rosters rows={rosters} w={w} />}
      <h2>{t.addTitle}</h2>
      <Form visit={visit} multipart>
        <Box name="name" label={t.name} hint={t.nameHint} problems={problems} w={w}>
          {(described) => (
            <input
              class="usa-input"
              id="name"
              name="name"
              type="text"
              value={name}
              autocomplete="off"
              aria-describedby={described}
            />
          )}
        </Box>
        <Box name="file" label={t.file} hint={t.fileHint(MOST_ROWS)} problems={problems} w={w}>
          {(described) => <input id="file" name="file" type="file" aria-describedby={described} />}
        </Box>
        <Button>{t.add}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

interface BoxProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly problems: readonly Problem[]
  readonly w: RosterAsk['w']
  readonly children: (described: string) => preact.JSX.Element
}
function Box({ name, label, hint, problems, w, children }: BoxProps) {
  const problem = problems.find((p) => p.at === name)
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={name}>
        {label}
      </label>
      <div class="usa-hint" id={`${name}-hint`}>
        {hint}
      </div>
      {problem && (
        <span class="usa-error-message" id={`${name}-error`}>
          {w.say(problem)}
        </span>
      )}
      {children(problem ? `${name}-hint ${name}-error` : `${name}-hint`)}
    </div>
  )
}

function Rosters({ rows, w }: { readonly rows: readonly RosterHeader[]; readonly w: RosterAsk['w'] }) {
  const t = w.roster
  return (
    <Table
      caption={t.caption}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        {
          title: t.columns.name,
          cell: (r) => (
            <a class="usa-link" href={`/roster/${r.id}`}>
              {r.name}
            </a>
          ),
        },
        { title: t.columns.rows, numeric: true, cell: (r) => r.rows.toLocaleString('en-US') },
        {
          title: t.columns.changed,
          cell: (r) => (r.changedAt ? w.portal.time.at(r.changedAt, siteZone) : t.never),
        },
        { title: t.columns.checked, cell: (r) => w.portal.time.at(r.checkedAt, siteZone) },
      ]}
    />
  )
}
