/** POST /roster/check: a CSV with a column of NPIs in, what the record says of each out, while it is still coming in. */
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { dayIn, siteZone } from '#domain/dates.ts'
import { rosterColumns } from '#domain/roster/write-row.ts'
import { checkRosterStream } from '#use-cases/roster/check-stream.ts'
import type { PostRoute } from './kit/post-route.ts'

export const rosterCheckRoute: PostRoute = {
  path: '/roster/check',
  id: 'checkRoster',
  summary: 'Status, dates, revalidation, order and refer rights and exclusions of every NPI of a CSV, today',
  roles: ['anyone'],
  // Of a stream nothing is kept, so nothing needs a limit but time (`requestTimeout`).
  bytes: Number.MAX_SAFE_INTEGER,
  takes: {
    'text/csv': z.string().meta({
      description:
        'With or without a header; the column is found by its name ("NPI") or by its content. Rows that cannot be read come back with a problem',
    }),
  },
  gives: { 'text/csv': z.string().meta({ description: `Columns: ${rosterColumns.join(', ')}` }) },
  handle: (body, { keeper, services }) => ({
    type: 'text/csv; charset=utf-8',
    body: checkRosterStream(keeper.current(), body as Readable, dayIn(siteZone, services.clock.now())),
  }),
}
