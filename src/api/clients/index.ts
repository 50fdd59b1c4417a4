/** Every route for programs, and which scope each needs. */
import { applicationRoute, applicationsRoute } from './applications.ts'
import type { AnyClientRoute } from './client-route.ts'
import { enrollmentRoute, enrollmentsRoute } from './enrollments.ts'
import { eventsRoute } from './events.ts'
import type { Need } from './gate.ts'
import { createRosterRoute, deleteRosterRoute, replaceRosterRoute, rosterRoute, rostersRoute } from './rosters.ts'
import {
  createWebhookRoute,
  deleteWebhookRoute,
  deliveriesRoute,
  replayWebhookRoute,
  webhooksRoute,
} from './webhooks.ts'

export const clientRouteList: readonly AnyClientRoute[] = [
  applicationsRoute,
  applicationRoute,
  enrollmentsRoute,
  enrollmentRoute,
  eventsRoute,
  rostersRoute,
  createRosterRoute,
  rosterRoute,
  replaceRosterRoute,
  deleteRosterRoute,
  webhooksRoute,
  createWebhookRoute,
  deleteWebhookRoute,
  replayWebhookRoute,
  deliveriesRoute,
]

/** By method and path as the router has them. GET answers HEAD too. */
export const clientNeeds = (prefix: string): ReadonlyMap<string, Need> =>
  new Map(
    clientRouteList.flatMap((r) =>
      (r.method === 'get' ? ['GET', 'HEAD'] : [r.method.toUpperCase()]).map(
        (m) => [`${m} ${prefix}${r.path}`, { id: r.id, scope: r.scope }] as const,
      ),
    ),
  )
