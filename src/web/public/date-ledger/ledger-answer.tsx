/** What the date ledger answers: the days in words, the rule, and every date that was given with whether it sets the day. */
import type { JSX } from 'preact'
import type { LedgerEntry } from '#domain/enrollment/date-ledger/entry.ts'
import { sayEntry } from '#use-cases/date-ledger/say-entry.ts'
import { Alert, SummaryList, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

export function LedgerAnswer({ entry, w }: { readonly entry: LedgerEntry; readonly w: Words }): JSX.Element {
  const t = w.dateLedger
  const filed = entry.receipts.some((r) => r.kind === 'received')
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t.answer}</h2>
      <SummaryList rows={sayEntry(entry, w)} w={w} />
      {entry.unconfirmed && (
        <Alert kind="warning">
          <p>{t.unconfirmed}</p>
        </Alert>
      )}
      <h3>{t.receiptsTitle}</h3>
      <Table
        caption={t.receiptsCaption}
        rows={entry.receipts}
        rowKey={(r) => `${r.kind}-${r.on}`}
        columns={[
          { title: t.columns.day, cell: (r) => w.portal.time.day(r.on) },
          { title: t.columns.what, cell: (r) => t.receipts[r.kind] },
          { title: t.columns.sets, cell: (r) => (r.sets ? t.sets : t.setsNot) },
        ]}
      />
      {filed && <p class="usa-hint">{t.followed}</p>}
    </section>
  )
}
