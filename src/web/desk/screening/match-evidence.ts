/** The evidence of a hit as our own runs write it, read back for a page. Pure. */
import type { FieldFinding, MatchField } from '#domain/matching/match-party.ts'
import { formatZip } from '#domain/party/address.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'

export interface HitEvidence {
  readonly exclusion?: Exclusion
  readonly death?: DeathRecord
  readonly rowSha256: string
  readonly score: number
  readonly fields: readonly FieldFinding[]
  /** What was asked; birth date and tax id only say that they were compared. */
  readonly asked: Readonly<Record<string, string>>
  readonly reinstated?: boolean
  readonly waiver?: boolean
}

export const hitIn = (evidence: Readonly<Record<string, unknown>>): HitEvidence | undefined =>
  evidence.hit as HitEvidence | undefined

const line = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ')

/** What we said in a field; "compared" for what is not shown, '' for nothing. */
export function askedIn(asked: Readonly<Record<string, string>>, field: MatchField): string {
  if (field === 'place')
    return line(asked.line1, asked.city, [asked.state, asked.zip && formatZip(asked.zip)].filter(Boolean).join(' '))
  return field === 'order' ? line(asked.last, asked.first) : (asked[field] ?? '')
}

/** What the list says in a field. */
export function listedIn({ exclusion: e, death: d }: HitEvidence, field: MatchField): string {
  switch (field) {
    case 'place':
      return line(e?.address, e?.city, [e?.state, e?.zip && formatZip(e.zip)].filter(Boolean).join(' '))
    case 'order':
      return line(e?.last ?? d?.last, e?.first ?? d?.first)
    case 'organization':
      return e?.business ?? ''
    case 'taxId':
      return 'compared'
    case 'npi':
      return e?.npi ?? ''
    case 'last':
    case 'first':
    case 'middle':
    case 'suffix':
    case 'bornOn':
      return e?.[field] ?? d?.[field] ?? ''
  }
}
