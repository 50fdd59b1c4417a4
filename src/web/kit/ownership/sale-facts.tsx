/** The facts of one sale, as either side and the desk see them: who, when, the agreement, the rule, where both filings stand. */
import type { JSX } from 'preact'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import { type Day, siteZone } from '#domain/dates.ts'
import type { Agreement, SellerAnswer } from '#domain/ownership/transfer.ts'
import type { MajorityException, MajorityFinding } from '#domain/screening/majority-ownership.ts'
import { SummaryList, type SummaryRow } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface Filed {
  readonly status: ApplicationStatus
  readonly trackingNumber: string | undefined
}
interface Party {
  readonly name: string
  readonly npi: string
}
interface Sale {
  readonly saleOn: Day
  readonly agreement: Agreement
  readonly majority: MajorityFinding['because']
  readonly exception: MajorityException | undefined
  readonly buyer: Party & Filed
  readonly seller: Party & {
    readonly enrollmentId: string
    readonly specialty: string
    readonly filing: Filed | undefined
    readonly answer: SellerAnswer | undefined
    readonly said: string | undefined
    readonly answeredAt: Date | undefined
  }
}

export function SaleFacts({ sale, w }: { readonly sale: Sale; readonly w: Words }): JSX.Element {
  const t = w.transfers.sale
  const { buyer, seller } = sale
  const filed = (f: Filed | undefined) => (f ? t.filing(w.statuses[f.status].name, f.trackingNumber) : t.noFiling)
  const rows: readonly (SummaryRow | undefined)[] = [
    { key: t.buyer, value: t.party(buyer.name, buyer.npi) },
    { key: t.seller, value: t.party(seller.name, seller.npi) },
    { key: t.enrollment, value: `${seller.enrollmentId}, ${w.portal.enrollment.specialty(seller.specialty)}` },
    { key: t.on, value: w.portal.time.day(sale.saleOn) },
    { key: t.agreement, value: w.transfers.agreements[sale.agreement] },
    { key: t.rule, value: w.transfers.findings[sale.majority] },
    sale.exception && { key: t.exception, value: w.transfers.exceptions[sale.exception] },
    { key: t.buyerFiling, value: filed(buyer) },
    { key: t.sellerFiling, value: filed(seller.filing) },
    {
      key: t.sellerSays,
      value:
        seller.answer && seller.answeredAt
          ? `${t.answers[seller.answer]}, ${w.portal.time.at(seller.answeredAt, siteZone)}${seller.said ? `: ${seller.said}` : ''}`
          : t.notYet,
    },
  ]
  return <SummaryList w={w} rows={rows.filter((r) => r !== undefined)} />
}
