/** The rosters of the visitor and of those for whom the visitor acts, and the form that adds one. */
import { partyNames } from '#db/queries/delegation/parties.ts'
import { listRosters, type RosterHeader } from '#db/queries/enrollment/rosters.ts'
import type { Subject } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { rosterParties } from '#domain/roster/owners.ts'
import { MOST_ROWS, saveRoster } from '#use-cases/roster/save-roster.ts'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { ONLY_ME, WhoseField } from './whose-field.tsx'

type RosterAsk = Ask<'roster.manage', Subject>

const MEGABYTES = 5

export const rostersPage = page({
  path: '/roster',
  action: 'roster.manage',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, [], { name: '', whose: '' }),
  post: {
    fields: ['name', 'whose'],
    upload: { field: 'file', maxBytes: MEGABYTES * 1_048_576, maxFiles: 1 },
    async handle(ask) {
      const { db, permit, posted, uploads, now, services } = ask
      const name = posted.name ?? ''
      const typed = { name, whose: posted.whose ?? '' }
      const [upload] = uploads
      if (!upload) return draw(ask, [{ code: 'file-missing', at: 'file' }], typed)
      if (upload.tooLarge) return draw(ask, [{ code: 'file-too-large', at: 'file', with: { max: MEGABYTES } }], typed)
      // Whoever acts for nobody is asked nothing and keeps it alone.
      const party = typed.whose === ONLY_ME || typed.whose === '' ? undefined : typed.whose
      const saved = await saveRoster(db, permit, services.eligibility(), { name, bytes: upload.bytes }, now, party)
      return saved.ok ? redirect(`/roster/${saved.value}`) : draw(ask, saved.problems, typed)
    },
  },
})

interface Typed {
  readonly name: string
  readonly whose: string
}
async function draw(ask: RosterAsk, problems: readonly Problem[], { name, whose }: Typed): Promise<Shown> {
  const { db, permit, w, visit } = ask
  const t = w.roster
  const rosters = await listRosters(db, permit)
  const parties = rosterParties(permit.actor)
  const names = await partyNames(db, [...new Set([...parties, ...rosters.flatMap((r) => r.partyId ?? [])])])
  const asks: Readonly<Record<string, string>> = { name: t.name, file: t.file, whose: t.whose }
  const nameOf = (at: string) => asks[at]
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <ErrorSummary problems={problems} w={w} nameOf={nameOf} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <h2>{t.yours}</h2>
      {rosters.length === 0 ? <p>{t.none}</p> : <Rosters rows={rosters} names={names} w={w} />}
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
        {parties.length > 0 && (
          <WhoseField
            parties={parties}
            names={names}
            value={whose}
            hint={t.whoseHint}
            problem={problems.find((p) => p.at === 'whose')}
            w={w}
            alone
          />
        )}
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

interface RostersProps {
  readonly rows: readonly RosterHeader[]
  readonly names: ReadonlyMap<string, string>
  readonly w: RosterAsk['w']
}
function Rosters({ rows, names, w }: RostersProps) {
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
        { title: t.columns.whose, cell: (r) => (r.partyId ? (names.get(r.partyId) ?? t.nothing) : t.onlyMe) },
        {
          title: t.columns.unseen,
          numeric: true,
          cell: (r) => (r.unseen > 0 ? <strong>{r.unseen.toLocaleString('en-US')}</strong> : '0'),
        },
        {
          title: t.columns.changed,
          cell: (r) => (r.changedAt ? w.portal.time.at(r.changedAt, siteZone) : t.never),
        },
        { title: t.columns.checked, cell: (r) => w.portal.time.at(r.checkedAt, siteZone) },
      ]}
    />
  )
}
