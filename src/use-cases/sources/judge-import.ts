/** What an import is refused for: before the file is read, and when all of it was. Pure. */
import { takesIncrements } from '#db/records/registry/increments.ts'
import type { Day } from '#domain/dates.ts'
import type { SourceKind, SourceVersion } from '#domain/party/registry-provider.ts'
import type { Problem } from '#domain/result.ts'

export interface ImportRequest {
  /** Detected by the header when absent. */
  readonly as?: SourceKind
  /** A weekly or monthly supplement, laid over the list in force. */
  readonly increment?: boolean
  readonly allowShrink?: boolean
  readonly allowOlder?: boolean
}

/** A list that lost more than a tenth of its rows is more likely a broken file than the truth. */
const SHRINK = 0.9

/** Why the file should not even be read. */
export function unfitFor(
  request: ImportRequest,
  source: SourceKind,
  inForce: SourceVersion | undefined,
  fileDate: Day | undefined,
  replaced: boolean,
): Problem | undefined {
  if (request.increment) {
    if (!takesIncrements(source)) return { code: 'source-no-increments', with: { kind: source } }
    if (!inForce) return { code: 'source-no-base', with: { kind: source } }
  }
  const older = fileDate !== undefined && inForce?.stated === true && fileDate < inForce.asOf
  if ((older || replaced) && !request.allowOlder && fileDate && inForce)
    return { code: 'source-older', with: { asOf: fileDate, current: inForce.asOf } }
  return undefined
}

/** Why the file as a whole must not be used, now that all of it was read. */
export function judgeRows(
  rows: number,
  quarantined: number,
  inForce: SourceVersion | undefined,
  allowShrink: boolean,
): Problem | undefined {
  if (rows + quarantined === 0) return { code: 'source-empty' }
  if (quarantined > rows) return { code: 'source-mostly-unusable', with: { quarantined, rows: rows + quarantined } }
  if (inForce && !allowShrink && rows < inForce.rows * SHRINK)
    return { code: 'source-shrunk', with: { rows, before: inForce.rows } }
  return undefined
}
