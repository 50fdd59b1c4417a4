/** What a claim check came to, on one page: the sentence, the sums, the picture, what to fix first, the details. */
import type { JSX } from 'preact'
import { type KeptCheck, keptMinutes, pageMegabytes } from '#use-cases/claims/kept-checks.ts'
import type { Visit } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { CauseChart } from './cause-chart.tsx'
import { downloadPath } from './paths.ts'
import { CauseTable, FaultTable, FindingTable, FixTable, ProviderTable } from './result-tables.tsx'

interface Shown {
  readonly check: KeptCheck
  readonly visit: Visit
  readonly w: Words
}

export function ResultBody({ check, visit, w }: Shown): JSX.Element {
  const t = w.claims.page
  const { summary } = check.file
  return (
    <>
      <BackLink href="/claims/check" w={w} label={t.again} />
      <h1>{t.resultTitle}</h1>
      <Verdict {...{ check, w }} />
      <Downloads {...{ check, visit, w }} />
      <Sums {...{ check, w }} />
      {summary.byCause.length > 0 && (
        <section aria-labelledby="causes">
          <h2 id="causes">{t.picture}</h2>
          <CauseChart causes={summary.byCause} w={w} />
          <p class="usa-hint">{t.pictureNote}</p>
          <CauseTable causes={summary.byCause} w={w} />
        </section>
      )}
      {summary.fixFirst.length > 0 && (
        <section aria-labelledby="fix">
          <h2 id="fix">{t.fixTitle}</h2>
          <FixTable fixes={summary.fixFirst} w={w} />
        </section>
      )}
      {summary.byProvider.length > 0 && (
        <section aria-labelledby="providers">
          <h2 id="providers">{t.providersTitle}</h2>
          <ProviderTable providers={summary.byProvider} w={w} />
        </section>
      )}
      <section aria-labelledby="file">
        <h2 id="file">{t.structureTitle}</h2>
        {summary.stopped && <Alert kind="error">{t.stopped}</Alert>}
        {summary.faults === 0 ? <p>{t.structureSound}</p> : <FaultTable summary={summary} w={w} />}
      </section>
      {check.findings.length > 0 && (
        <section aria-labelledby="findings">
          <h2 id="findings">{t.findingsTitle}</h2>
          <FindingTable findings={check.findings} all={summary.findings} w={w} />
        </section>
      )}
    </>
  )
}

function Verdict({ check, w }: Omit<Shown, 'visit'>): JSX.Element {
  const t = w.claims.page
  const { claims, atRisk } = check.file.summary
  const cut = check.cut && <p>{t.tooLarge(pageMegabytes)}</p>
  if (claims.claims === 0)
    return (
      <Alert kind="error">
        <p>{t.noClaims}</p>
        {cut}
      </Alert>
    )
  return (
    <Alert kind={atRisk.claims > 0 ? 'error' : check.cut ? 'warning' : 'success'}>
      <p>
        {atRisk.claims > 0
          ? t.atRisk(w.claims.claimCount(atRisk.claims), w.claims.dollars(atRisk.cents))
          : t.noneAtRisk(w.claims.claimCount(claims.claims))}
      </p>
      {cut}
    </Alert>
  )
}

function Downloads({ check, visit, w }: Shown): JSX.Element {
  const t = w.claims.page
  const x12 = check.file.interchanges.length > 0
  const tooMany = check.file.answers?.overflowed === true
  return (
    <section class="claim-downloads" aria-labelledby="download">
      <h2 id="download">{t.download}</h2>
      <ul class="usa-button-group claim-downloads__list">
        <li>
          <a class="usa-button usa-button--outline" href={downloadPath(check.id, 'csv')}>
            {t.csv}
          </a>
        </li>
        {x12 && (
          <li>
            <a class="usa-button usa-button--outline" href={downloadPath(check.id, '999')}>
              {t.ack}
            </a>
          </li>
        )}
        {x12 && check.file.summary.claims.claims > 0 && !tooMany && (
          <li>
            <a class="usa-button usa-button--outline" href={downloadPath(check.id, '277ca')}>
              {t.business}
            </a>
          </li>
        )}
      </ul>
      {!x12 && <p>{t.notX12}</p>}
      {tooMany && <p>{t.tooManyClaims}</p>}
      <p>{t.keptUntil(keptMinutes)}</p>
      <Form visit={visit} action={downloadPath(check.id, 'forget')} class="inline-form">
        <Button kind="unstyled">{t.forget}</Button>
      </Form>
    </section>
  )
}

function Sums({ check, w }: Omit<Shown, 'visit'>): JSX.Element {
  const t = w.claims.page
  const { summary: s } = check.file
  const sum = (of: { claims: number; cents: number }) =>
    `${w.claims.claimCount(of.claims)}, ${w.claims.dollars(of.cents)}`
  const kinds = s.kinds.map((k) => w.claims.kinds[k]).join(', ')
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{t.summary}</h2>
      <SummaryList
        w={w}
        rows={[
          { key: t.claims, value: sum(s.claims) },
          { key: w.claims.answers.no, value: sum(s.atRisk) },
          ...(s.unknown.claims > 0 ? [{ key: w.claims.answers.unknown, value: sum(s.unknown) }] : []),
          ...(s.look.claims > 0 ? [{ key: w.claims.answers.look, value: sum(s.look) }] : []),
          { key: w.claims.answers.clear, value: sum(s.clear) },
          {
            key: t.read,
            value: s.format === 'csv' ? t.readAs('CSV', size(s.bytes)) : t.readAs(kinds || 'X12', size(s.bytes)),
          },
          { key: t.judged, value: w.claims.number(s.judged) },
          { key: t.record, value: t.recordAsOf(s.version.asOf, s.version.sequence) },
        ]}
      />
    </section>
  )
}

const size = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1_024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
