/** An entry of the date ledger as labeled lines, the same on a page and at a command line. Pure. */
import type { LedgerEntry, Span } from '#domain/enrollment/date-ledger/entry.ts'
import type { Words } from '#words/index.ts'

export interface SaidLine {
  readonly key: string
  readonly value: string
}

/** Every line of the answer, in the order in which it is read. */
export function sayEntry(e: LedgerEntry, w: Words): readonly SaidLine[] {
  const t = w.dateLedger
  const { day } = w.portal.time
  const said = (s: Span | undefined, none: string): string => (s ? t.span(s.days, day(s.from), day(s.to)) : none)
  return [
    { key: t.effective[e.act], value: day(e.effectiveOn) },
    ...(e.mayBillFrom
      ? [
          { key: t.retrospective, value: said(e.retrospective, t.noneBefore) },
          { key: t.mayBillFrom, value: day(e.mayBillFrom) },
        ]
      : []),
    ...(e.safeUntil
      ? [{ key: e.act === 'report' ? t.safeUntil.report : t.safeUntil.file, value: day(e.safeUntil) }]
      : []),
    { key: t.atRisk[e.act], value: said(e.atRisk, t.noDays) },
    ...(e.bar ? [{ key: t.bar, value: t.barSpan(day(e.bar.from), day(e.bar.until)) }] : []),
    { key: t.because, value: e.because.join('; ') },
  ]
}
