/**
 * By what a party of one filing is found in another: its numbers, its name with the date of birth, the legal name of an
 * organization. Values are only ever kept as keyed digests; this says which ones and how they are written. Pure.
 */
import { type ApplicationStatus, allows, isOpen, statuses, transitions } from '../application/lifecycle.ts'
import type { MatchParty } from '../matching/match-party.ts'
import { organizationWords, plain } from '../review/names/name-parts.ts'

export const partyKeyKinds = ['tax-id', 'npi', 'person', 'organization'] as const
export type PartyKeyKind = (typeof partyKeyKinds)[number]

export interface PartyKey {
  readonly kind: PartyKeyKind
  readonly value: string
}

/** A name without a date of birth tells nobody apart, and gives no key. */
export function partyKeys(taxId: string | undefined, names: readonly MatchParty[]): readonly PartyKey[] {
  const keys = names.flatMap(({ npi, last, first, bornOn, organization }): PartyKey[] => [
    ...(npi ? [{ kind: 'npi', value: npi } as const] : []),
    ...(last && first && bornOn
      ? [{ kind: 'person', value: `${plain(last)}|${plain(first)}|${bornOn}` } as const]
      : []),
    ...(organization ? [{ kind: 'organization', value: organizationWords(organization).join(' ') } as const] : []),
  ])
  const all = [...(taxId ? [{ kind: 'tax-id', value: taxId } as const] : []), ...keys].filter((k) => k.value !== '')
  return all.filter((k, i) => all.findIndex((o) => o.kind === k.kind && o.value === k.value) === i)
}

/** Organizations share names: alone it is a reason to look, and against nobody. */
export const tellsApart = (by: readonly PartyKeyKind[]): boolean => by.some((k) => k !== 'organization')

/** What is not in the record: filings that wait for somebody or for their day, and those that were refused. */
export const unrecorded: readonly ApplicationStatus[] = [
  ...(Object.keys(statuses) as ApplicationStatus[]).filter((s) => isOpen(s) && !allows(s, 'submit')),
  transitions.return.to,
  transitions.reject.to,
  transitions.deny.to,
]
