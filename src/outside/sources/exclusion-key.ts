/** Stable ids of list entries: publishers give none, so it is a digest of what identifies the entry. Pure. */
import { createHash } from 'node:crypto'
import type { DeathRecord } from '#domain/party/death-record.ts'
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

/** Two lines of one death have one id; the number is part of it, and cannot be told from it without the list. */
export const deathKey = (d: Omit<DeathRecord, 'id'>): string =>
  createHash('sha256')
    .update([d.ssn, d.last, d.first, d.middle, d.bornOn, d.diedOn].join('\u001f'))
    .digest('hex')
    .slice(0, 32)
