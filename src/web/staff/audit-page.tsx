/** /audit: search the audit log, download what was found, verify the chain. Names stay out of the address: forms post. */
import type { JSX } from 'preact'
import { type AuditFilter, chainStanding, listAuditActions, type ReadEntry } from '#db/queries/staff/audit.ts'
import { deviceName } from '#domain/access/device-name.ts'
import type { Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { auditCsv } from '#use-cases/audit/audit-csv.ts'
import { searchAudit } from '#use-cases/audit/search-audit.ts'
import { type AuditVerdict, verifyAudit } from '#use-cases/audit/verify-audit.ts'
import { type Ask, type Fields, type Post, page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { download } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { Box, callerOf, screen } from './frame.tsx'

type Asked = Ask<'audit.view', Subject>
const theLog = (): Subject => ({ id: 'audit' })
const PAGE = 50
const FILE = 10_000
const number = new Intl.NumberFormat('en-US')

export const auditPage = page({
  path: '/audit',
  action: 'audit.view',
  subject: theLog,
  get: (ask) => search(ask, {}),
  post: {
    fields: ['person', 'party', 'action', 'from', 'to', 'before'],
    async handle(ask) {
      if (ask.posted.go === 'csv') return file(ask)
      if (ask.posted.go !== 'verify') return search(ask, ask.posted)
      const signer = openAuditSigner(ask.services.secrets.audit)
      return search(ask, {}, await verifyAudit(ask.db, ask.permit, signer))
    },
  },
})

function filterOf(f: Fields): AuditFilter {
  const given = (name: string) => f[name]?.trim() || undefined
  const before = Number(f.before)
  return {
    person: given('person'),
    party: given('party'),
    action: given('action'),
    from: given('from'),
    to: given('to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

async function file(ask: Post<'audit.view', Subject>) {
  const wanted = { filter: { ...filterOf(ask.posted), before: undefined }, limit: FILE, isDownload: true }
  const found = await searchAudit(ask.db, ask.permit, wanted, callerOf(ask), ask.now)
  if (!found.ok) return search(ask, ask.posted)
  const day = ask.now.toISOString().slice(0, 10)
  return download(Buffer.from(auditCsv(found.value)), 'text/csv; charset=utf-8', `audit-${day}.csv`)
}

async function search(ask: Asked, typed: Fields, verdict?: AuditVerdict) {
  const { db, permit, w, visit, now } = ask
  const t = w.audit
  const wanted = { filter: filterOf(typed), limit: PAGE, isDownload: false }
  const found = await searchAudit(db, permit, wanted, callerOf(ask), now)
  const problems = found.ok ? [] : found.problems
  const actions = await listAuditActions(db, permit)
  return screen({
    w,
    title: t.title,
    problems,
    wide: true,
    children: (
      <>
        <p>{t.intro}</p>
        <Standing standing={await chainStanding(db, permit)} verdict={verdict} ask={ask} />
        <Form visit={visit} action="/audit" class="usa-form usa-form--large filter-form">
          <Filter typed={typed} actions={actions} problems={problems} w={w} />
          <div class="form-buttons">
            <Button go="search">{t.search}</Button>
            <Button go="csv" kind="outline">
              {t.csv}
            </Button>
          </div>
        </Form>
        {found.ok && <Entries entries={found.value} w={w} />}
        {found.ok && found.value.length === PAGE && (
          <Form visit={visit} action="/audit" class="inline-form">
            {(['person', 'party', 'action', 'from', 'to'] as const).map((n) => (
              <input type="hidden" key={n} name={n} value={typed[n] ?? ''} />
            ))}
            <input type="hidden" name="before" value={found.value.at(-1)?.seq} />
            <Button kind="outline">{t.older}</Button>
          </Form>
        )}
      </>
    ),
  })
}

interface StandingProps {
  readonly standing: Awaited<ReturnType<typeof chainStanding>>
  readonly verdict: AuditVerdict | undefined
  readonly ask: Asked
}
function Standing({ standing, verdict, ask: { w, visit } }: StandingProps): JSX.Element {
  const t = w.audit
  const { height, checkpoint } = standing
  const signed = checkpoint ? t.signedAt(number.format(checkpoint.seq), sayInstant(checkpoint.at)) : t.unsigned
  return (
    <>
      {verdict &&
        (verdict.firstBad ? (
          <Alert kind="error">{t.bad(verdict.firstBad.seq, t.faults[verdict.firstBad.fault])}</Alert>
        ) : (
          <Alert kind="success">{t.good(number.format(verdict.rows), number.format(verdict.checkpoints))}</Alert>
        ))}
      <SummaryList w={w} rows={[{ key: t.standing, value: `${t.height(number.format(height))}. ${signed}` }]} />
      <Form visit={visit} action="/audit" class="case__action">
        <Button go="verify" kind="outline">
          {t.verify}
        </Button>
      </Form>
    </>
  )
}

interface FilterProps {
  readonly typed: Fields
  readonly actions: readonly string[]
  readonly problems: readonly Problem[]
  readonly w: Words
}
function Filter({ typed, actions, problems, w }: FilterProps): JSX.Element {
  const t = w.audit
  const box = (name: 'person' | 'party' | 'from' | 'to') => ({ name, value: typed[name], problems, w, optional: true })
  return (
    <div class="filter-form__boxes">
      <Box {...box('person')} words={{ ask: t.person, hint: t.personHint }} />
      <Box {...box('party')} words={{ ask: t.party, hint: t.partyHint }} />
      <Box {...box('from')} words={{ ask: t.from, hint: t.dayHint }} max={10} />
      <Box {...box('to')} words={{ ask: t.to, hint: t.dayHint }} max={10} />
      <div class="usa-form-group">
        <label class="usa-label" for="action">
          {t.action}
        </label>
        <select class="usa-select" id="action" name="action">
          <option value="">{t.anyAction}</option>
          {actions.map((a) => (
            <option key={a} value={a} selected={typed.action === a}>
              {a}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function Entries({ entries, w }: { entries: readonly ReadEntry[]; w: Words }): JSX.Element {
  const t = w.audit
  if (entries.length === 0) return <p>{t.none}</p>
  const detail = (e: ReadEntry) =>
    [e.detail.path, e.detail.reason].find((d) => typeof d === 'string') as string | undefined
  return (
    <Table
      caption={t.found}
      rows={entries}
      rowKey={(e) => String(e.seq)}
      columns={[
        { title: t.number, cell: (e) => number.format(e.seq) },
        { title: t.when, cell: (e) => sayInstant(e.at) },
        {
          title: t.who,
          cell: (e) => (
            <>
              {e.actorName ?? t.actors[e.actorId] ?? e.actorId}
              {e.actingFor && <span class="quiet below">{t.actingFor(e.actingFor)}</span>}
            </>
          ),
        },
        {
          title: t.what,
          cell: (e) => (
            <>
              {e.action} <span class="quiet">({t.sources[e.source]})</span>
              {detail(e) && <span class="quiet below">{detail(e)}</span>}
            </>
          ),
        },
        { title: t.about, cell: (e) => e.subjectName ?? e.subjectId ?? '' },
        { title: t.where, cell: (e) => (e.ip ? `${e.ip}, ${deviceName(e.userAgent ?? '')}` : '') },
        { title: t.outcome, cell: (e) => t.outcomes[e.outcome] ?? e.outcome },
      ]}
    />
  )
}
