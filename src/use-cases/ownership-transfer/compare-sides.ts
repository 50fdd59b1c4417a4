/** What buyer and seller say of one sale, side by side, out of what each wrote in its own application. */
import type { Db } from '#db/db.ts'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import type { Transfer } from '#db/queries/ownership/transfers.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type SaidTwice, saidTwice } from '#domain/ownership/transfer.ts'
import type { Answers } from '#forms/kit/section.ts'
import { findCaseFile } from '../case/case-file.ts'

export interface Sides {
  readonly rows: readonly SaidTwice[]
  /** May the visitor open the other side's application? */
  readonly opens: { readonly buyer: boolean; readonly seller: boolean }
}

/** An application that the actor may not review says nothing here: it is another contractor's. */
export async function compareSides(db: Db, actor: Actor, t: Transfer): Promise<Sides> {
  const buyer = await saidIn(db, actor, t.buyer.applicationId)
  const seller = t.seller.filing && (await saidIn(db, actor, t.seller.filing.applicationId))
  return {
    opens: { buyer: buyer !== undefined, seller: seller !== undefined },
    rows: [
      saidTwice('on', buyer?.on ?? t.saleOn, seller?.on),
      saidTwice('agreement', buyer?.agreement ?? t.agreement, seller?.agreement),
      saidTwice('seller-npi', buyer?.otherNpi, seller && t.seller.npi),
      saidTwice('buyer-npi', t.buyer.npi, seller?.otherNpi),
      saidTwice('number', buyer?.otherNumber, seller?.ownNumber),
    ],
  }
}

interface Said {
  readonly on: string | undefined
  readonly agreement: string | undefined
  readonly otherNpi: string | undefined
  readonly otherNumber: string | undefined
  readonly ownNumber: string | undefined
}

async function saidIn(db: Db, actor: Actor, applicationId: string): Promise<Said | undefined> {
  const subject = await applicationSubject(db, applicationId)
  const permit = subject && authorize(actor, 'application.review', subject)
  if (!permit?.ok) return undefined
  // A draft is nobody's to read but its writer's.
  if (allows((await findApplication(db, permit.value)).status, 'submit')) return nothingSaid
  const { file, whole } = await findCaseFile(db, permit.value)
  const only = (section: string): Answers => file[section]?.[0]?.answers ?? {}
  const { ccn } = whole['provider-numbers']?.[0]?.answers ?? {}
  const sale = only('transfer')
  const box = only('ownership-change')
  return {
    on: text(sale.on ?? box.on),
    agreement:
      text(sale.agreement) ??
      (box.acceptsAgreement === undefined ? undefined : box.acceptsAgreement ? 'accepted' : 'refused'),
    otherNpi: text(sale.otherNpi ?? box.sellerNpi),
    otherNumber: text(sale.otherNumber ?? box.sellerCcn),
    ownNumber: text(ccn),
  }
}
const nothingSaid: Said = {
  on: undefined,
  agreement: undefined,
  otherNpi: undefined,
  otherNumber: undefined,
  ownNumber: undefined,
}
const text = (v: unknown): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)
