/** A stable id of a list entry: OIG gives none, so it is a digest of what identifies the entry. Pure. */
import { createHash } from 'node:crypto'
import type { Exclusion } from '#domain/party/exclusion.ts'

/** The same entry in next month's file has the same id, reinstated or not; 32 hex digits. */
export const exclusionKey = (e: Omit<Exclusion, 'id'>): string =>
  createHash('sha256')
    .update(
      [e.list, e.last, e.first, e.middle, e.business, e.npi, e.bornOn, e.city, e.state, e.authority, e.excludedOn].join(
        '\u001f',
      ),
    )
    .digest('hex')
    .slice(0, 32)
