/** The tables of a claim check: causes, what to fix first, providers, faults of the file, findings. */
import type { JSX } from 'preact'
import type { CauseCodes } from '#domain/claims/causes.ts'
import type { CauseSum, ClaimCheckSummary, ClaimFinding, FixSum, ProviderSum } from '#domain/claims/findings.ts'
import type { StructureFault } from '#domain/claims/structure-faults.ts'
import type { Day } from '#domain/dates.ts'
import type { Fix } from '#domain/eligibility/question.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

/** Rows of a table; the CSV has the rest. */
const MOST_ROWS = 25
const MOST_FINDINGS = 100

type Shown = { readonly w: Words }

const codesOf = ({ carc, rarc }: CauseCodes, w: Words): string =>
  [carc, rarc]
    .flatMap((c) => (c ? [c.confidence === 'confirmed' ? c.code : `${c.code} (${w.claims.page.unconfirmed})`] : []))
    .join(', ')

const More = ({ all, w }: { all: number } & Shown): JSX.Element | null =>
  all > MOST_ROWS ? <p class="usa-hint">{w.claims.page.more(all - MOST_ROWS)}</p> : null

const Npi = ({ npi, w }: { npi: string } & Shown): JSX.Element =>
  isNpi(npi) ? <a href={`/providers/${npi}`}>{npi}</a> : <span>{npi || w.claims.page.noNpi}</span>

const Days = ({ from, to }: { from: Day | undefined; to: Day | undefined }): JSX.Element | null =>
  from ? (
    <>
      <span class="claim-day">{from}</span>
      {to !== from && (
        <>
          {' – '}
          <span class="claim-day">{to}</span>
        </>
      )}
    </>
  ) : null

const Mend = ({ fix, w }: { fix: Fix } & Shown): JSX.Element => (
  <>
    {w.claims.mend(fix)}
    <div class="usa-hint">{w.claims.who(fix)}</div>
  </>
)

export const CauseTable = ({ causes, w }: { causes: readonly CauseSum[] } & Shown): JSX.Element => {
  const t = w.claims.page
  return (
    <Table
      caption={t.cause}
      rows={causes}
      rowKey={(c) => `${c.part}-${c.cause}`}
      columns={[
        { title: t.cause, cell: (c) => w.claims.cause(c.cause, c.part) },
        { title: t.outcome, cell: (c) => w.claims.answers[c.answer] },
        { title: t.claims, cell: (c) => w.claims.number(c.claims), numeric: true },
        { title: t.money, cell: (c) => w.claims.dollars(c.cents), numeric: true },
        { title: t.codes, cell: (c) => codesOf(c, w) },
      ]}
    />
  )
}

export const FixTable = ({ fixes, w }: { fixes: readonly FixSum[] } & Shown): JSX.Element => {
  const t = w.claims.page
  return (
    <>
      <Table
        caption={t.fixIntro}
        rows={fixes.slice(0, MOST_ROWS)}
        rowKey={(f) => `${f.npi}-${f.part}-${f.cause}-${f.payee}`}
        columns={[
          {
            title: t.provider,
            cell: (f) => (
              <>
                <Npi npi={f.npi} w={w} />
                {f.payee && <div class="usa-hint">{t.payee(f.payee)}</div>}
              </>
            ),
          },
          { title: t.cause, cell: (f) => w.claims.cause(f.cause, f.part) },
          { title: t.doing, cell: (f) => f.fix && <Mend fix={f.fix} w={w} /> },
          { title: t.days, cell: (f) => <Days from={f.from} to={f.to} /> },
          { title: t.claims, cell: (f) => w.claims.number(f.claims), numeric: true },
          { title: t.money, cell: (f) => w.claims.dollars(f.cents), numeric: true },
        ]}
      />
      <More all={fixes.length} w={w} />
    </>
  )
}

export const ProviderTable = ({ providers, w }: { providers: readonly ProviderSum[] } & Shown): JSX.Element => {
  const t = w.claims.page
  return (
    <>
      <Table
        caption={t.providersTitle}
        rows={providers.slice(0, MOST_ROWS)}
        rowKey={(p) => p.npi}
        columns={[
          { title: t.provider, cell: (p) => <Npi npi={p.npi} w={w} /> },
          { title: t.roles, cell: (p) => p.parts.map((part) => w.claims.parts[part]).join(', ') },
          { title: t.cause, cell: (p) => p.causes.map((c) => w.claims.causeOnly(c)).join(' ') },
          { title: t.claims, cell: (p) => w.claims.number(p.atRisk.claims), numeric: true },
          { title: t.money, cell: (p) => w.claims.dollars(p.atRisk.cents), numeric: true },
        ]}
      />
      <More all={providers.length} w={w} />
    </>
  )
}

const whereOf = (f: StructureFault, csv: boolean, w: Words): string => {
  const t = w.claims.page
  if (csv) return t.row(f.offset)
  const parts = [
    ...(f.set ? [t.set(f.set)] : []),
    ...(f.segment ? [`${t.segment(f.segment)}${f.segmentId ? ` (${f.segmentId})` : ''}`] : []),
    t.byte(f.offset),
  ]
  return parts.join(', ')
}

export const FaultTable = ({ summary, w }: { summary: ClaimCheckSummary } & Shown): JSX.Element => {
  const t = w.claims.page
  const rows = summary.structure.slice(0, MOST_ROWS).map((f, i) => ({ ...f, i }))
  return (
    <Table
      caption={t.structureCount(summary.faults)}
      rows={rows}
      rowKey={(f) => String(f.i)}
      columns={[
        { title: t.what, cell: (f) => w.claims.fault(f.code) },
        { title: t.where, cell: (f) => whereOf(f, summary.format === 'csv', w) },
      ]}
    />
  )
}

interface FindingsProps extends Shown {
  readonly findings: readonly ClaimFinding[]
  readonly all: number
}
export const FindingTable = ({ findings, all, w }: FindingsProps): JSX.Element => {
  const t = w.claims.page
  const shown = findings.slice(0, MOST_FINDINGS)
  return (
    <Table
      caption={t.firstOf(shown.length, all)}
      rows={shown}
      rowKey={(f) => `${f.offset}-${f.cause}-${f.claim}-${f.line}`}
      columns={[
        {
          title: t.claim,
          cell: (f) => (
            <>
              {f.claim}
              {f.line && <div class="usa-hint">{t.line(f.line)}</div>}
            </>
          ),
        },
        { title: t.provider, cell: (f) => <Npi npi={f.npi} w={w} /> },
        { title: t.cause, cell: (f) => w.claims.cause(f.cause, f.part) },
        { title: t.days, cell: (f) => <Days from={f.on} to={f.on} /> },
        { title: t.codes, cell: (f) => codesOf(f, w) },
        { title: t.loop, cell: (f) => `${f.loop}, ${t.segment(f.segment)}` },
        { title: t.money, cell: (f) => w.claims.dollars(f.cents), numeric: true },
      ]}
    />
  )
}
