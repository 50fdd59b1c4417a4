/**
 * What is known of each party that was disclosed, put beside the answers: the record, the lists, and what other providers
 * disclosed. A list that is missing or too old is said to be so, never to be clear (42 CFR 424.519(f)). Reads only.
 */
import type { Db } from '#db/db.ts'
import { listDisclosed, type StoredAffiliation, taxIdDigestOf } from '#db/queries/affiliations/disclosed.ts'
import { type PartyOnRecord, partyOnRecord } from '#db/queries/affiliations/on-record.ts'
import type { DeskAffiliationPermit } from '#db/queries/affiliations/requests.ts'
import { type DisclosedAffiliation, searchAffiliations } from '#db/queries/affiliations/search.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import { exclusionsFor } from '#db/queries/registry-files/exclusions.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
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

/** A person's name is the last word and what comes before it. */
function named(name: string, npi: string | undefined, person: boolean): MatchParty {
  const words = name.trim().split(/\s+/)
  const also = npi ? { npi } : {}
  return person && words.length > 1
    ? { first: words[0]!, last: words.at(-1)!, ...also }
    : { organization: name, ...also }
}

async function listed(
  db: Db,
  permit: DeskAffiliationPermit,
  name: string,
  npi: string | undefined,
  person: boolean,
  today: Day,
): Promise<readonly ListedAs[]> {
  const party = named(name, npi, person)
  const out: ListedAs[] = []
  for (const source of lists) {
    const { version, freshness } = await askedSource(db, source, today)
    if (!version || freshness !== 'fresh') {
      out.push({ source, asOf: version?.asOf, state: 'unavailable', hits: [] })
      continue
    }
    const rows = await exclusionsFor(
      db,
      permit,
      {
        ...(npi && { npi }),
        ...(party.last && { last: party.last, first: party.first ?? '' }),
        ...(party.organization && { business: party.organization }),
      },
      source,
    )
    const hits = screenExclusions([party], rows, today, version.rows).map((h) => ({
      name: h.exclusion.business || [h.exclusion.first, h.exclusion.last].filter(Boolean).join(' '),
      strength: h.strength,
      over: h.reinstated,
      since: h.exclusion.excludedOn,
    }))
    out.push({ source, asOf: version.asOf, state: 'asked', hits })
  }
  return out
}
