/**
 * What is known of each party that was disclosed, put beside the answers: the record, the lists, and what other providers
 * disclosed. A list that is missing or too old is said to be so, never to be clear (42 CFR 424.519(f)). Reads only.
 */
import type { Db } from '#db/db.ts'
import { listDisclosed, type StoredAffiliation, taxIdDigestOf } from '#db/queries/affiliations/disclosed.ts'
import { type PartyOnRecord, partyOnRecord } from '#db/queries/affiliations/on-record.ts'
import { type DeskAffiliationPermit, findKeptKnown } from '#db/queries/affiliations/requests.ts'
import { type DisclosedAffiliation, searchAffiliations } from '#db/queries/affiliations/search.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import { exclusionsFor } from '#db/queries/registry-files/exclusions.ts'
import { partyNames } from '#domain/affiliation/party-names.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { screenExclusions } from '#domain/review/screening/screen-exclusions.ts'

const lists = ['leie', 'sam', 'revocations'] as const

export interface ListedAs {
  readonly source: (typeof lists)[number]
  readonly asOf: Day | undefined
  readonly state: 'asked' | 'unavailable'
  readonly hits: readonly {
    readonly name: string
    readonly strength: 'match' | 'possible'
    readonly over: boolean
    readonly since: Day | undefined
  }[]
}
export interface KnownParty {
  readonly item: StoredAffiliation
  readonly onRecord: PartyOnRecord
  readonly lists: readonly ListedAs[]
  /** By other providers, or in other answers of this one. */
  readonly elsewhere: readonly DisclosedAffiliation[]
}

export async function knownOfParties(db: Db, permit: DeskAffiliationPermit, now: Date): Promise<readonly KnownParty[]> {
  const known: KnownParty[] = []
  const today = dayIn(siteZone, now)
  for (const item of await listDisclosed(db, permit)) known.push(await knownOf(db, permit, item, today))
  return known
}

/** As `determineAffiliations` writes it: no number, and dates as texts. */
interface Kept {
  readonly known: readonly (Omit<KnownParty, 'item' | 'elsewhere'> & {
    readonly item: { readonly id: string }
    readonly elsewhere: readonly (Omit<DisclosedAffiliation, 'answeredAt'> & { readonly answeredAt: string })[]
  })[]
}

/** What was known of each party when the finding was made, beside the signed answer; undefined where none was made. */
export async function keptOfParties(db: Db, permit: DeskAffiliationPermit): Promise<readonly KnownParty[] | undefined> {
  const kept = (await findKeptKnown(db, permit)) as Kept | undefined
  if (!kept) return undefined
  const items = new Map((await listDisclosed(db, permit)).map((i) => [i.id, i]))
  return kept.known.flatMap(({ item: { id }, elsewhere, ...seen }) => {
    const item = items.get(id)
    const others = elsewhere.map((d) => ({ ...d, answeredAt: new Date(d.answeredAt) }))
    return item ? [{ ...seen, item, elsewhere: others }] : []
  })
}

const said = (v: unknown): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)

async function knownOf(
  db: Db,
  permit: DeskAffiliationPermit,
  item: StoredAffiliation,
  today: Day,
): Promise<KnownParty> {
  const { answers: a } = item
  const party = {
    name: said(a.partyName) ?? '',
    npi: said(a.partyNpi),
    taxId: said(a.partyEin) ?? said(a.partySsn),
  }
  const sameAs = { ...party, taxIdIndex: party.taxId && taxIdDigestOf(db, permit, party.taxId) }
  const found = await searchAffiliations(db, permit, { sameAs })
  return {
    item,
    onRecord: await partyOnRecord(db, permit, party),
    lists: await listed(db, permit, party.name, party.npi, a.partyKind === 'person', today),
    elsewhere: found.filter((d) => d.requestId !== permit.subjectId),
  }
}

async function listed(
  db: Db,
  permit: DeskAffiliationPermit,
  name: string,
  npi: string | undefined,
  person: boolean,
  today: Day,
): Promise<readonly ListedAs[]> {
  const names = partyNames(name, person).map((n) => ({ ...n, ...(npi && { npi }) }))
  const out: ListedAs[] = []
  for (const source of lists) {
    const { version, freshness } = await askedSource(db, source, today)
    if (!version || freshness !== 'fresh') {
      out.push({ source, asOf: version?.asOf, state: 'unavailable', hits: [] })
      continue
    }
    const near = new Map<string, Exclusion>()
    for (const { last, first = '', organization } of names) {
      const asked = {
        ...(npi && { npi }),
        ...(last && { last, first }),
        ...(organization && { business: organization }),
      }
      for (const row of await exclusionsFor(db, permit, asked, source)) near.set(row.id, row)
    }
    const hits = screenExclusions(names, [...near.values()], today, version.rows).map((h) => ({
      name: h.exclusion.business || [h.exclusion.first, h.exclusion.last].filter(Boolean).join(' '),
      strength: h.strength,
      over: h.reinstated,
      since: h.exclusion.excludedOn,
    }))
    out.push({ source, asOf: version.asOf, state: 'asked', hits })
  }
  return out
}
