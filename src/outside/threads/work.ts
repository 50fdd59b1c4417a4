/** What the threads that read large files are given and give back. Snapshots are shared, bytes change hands. */
import type { PartNotes, Wanted } from '#domain/claims/parts/notes.ts'
import type { PartStart } from '#domain/claims/parts/part-check.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { RosterPart, RosterPartAnswer } from '#domain/roster/parts.ts'

/** What a thread is there for, from its start. */
export type ThreadWork =
  | { readonly kind: 'claims'; readonly snapshot: Snapshot; readonly wanted: Wanted }
  | { readonly kind: 'roster'; readonly snapshot: Snapshot; readonly on: number }

export interface ClaimPart {
  readonly start: PartStart | undefined
  readonly bytes: Uint8Array
}
/** The bytes come back, so that whoever gave them may look again. */
export interface CheckedClaimPart {
  readonly bytes: Uint8Array
  readonly notes: PartNotes
}
export type { RosterPart, RosterPartAnswer }
