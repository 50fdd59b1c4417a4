/** "I am an official of this organization": what was said, what proves it, and what became of it. Types only. */
import type { ScanState } from '../application/document-scan.ts'

export interface OfficialClaim {
  readonly id: string
  readonly userId: string
  readonly claimant: string
  readonly loginId: string
  readonly organizationId: string
  readonly organization: string
  readonly organizationKind: 'provider' | 'surrogate'
  readonly npi: string | undefined
  readonly role: 'authorized-official' | 'access-manager'
  readonly title: string
  readonly succession: 'first' | 'joins' | 'replaces'
  readonly explanation: string
  readonly document:
    | {
        readonly name: string
        readonly mediaType: string
        readonly sha256: string
        readonly storedAs: string
        readonly scan: ScanState
      }
    | undefined
  /** The enrollment that names the claimant as an official. */
  readonly namedOn: string | undefined
  readonly madeAt: Date
  readonly disputedAt: Date | undefined
  readonly disputedBy: string | undefined
  readonly dispute: string | undefined
  readonly decidedAt: Date | undefined
  readonly outcome: 'approved' | 'denied' | undefined
  readonly reason: string | undefined
}
