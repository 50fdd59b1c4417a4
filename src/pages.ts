/**
 * Every page of every audience: what the server mounts, the generated table lists and the cross-checks walk.
 * Like main.ts it belongs to the composition, because audiences never import one another.
 */
import { accountPages } from '#web/account/index.ts'
import { demoPages } from '#web/demo/index.ts'
import { deskPages } from '#web/desk/index.ts'
import type { AnyPage } from '#web/kit/page.ts'
import { portalPages } from '#web/portal/index.ts'
import { publicPages } from '#web/public/index.ts'
import { staffPages } from '#web/staff/index.ts'

export const pagesByAudience = {
  public: publicPages,
  account: accountPages,
  portal: portalPages,
  desk: deskPages,
  staff: staffPages,
  demo: demoPages,
} as const satisfies Record<string, readonly AnyPage[]>

export const everyPage: readonly AnyPage[] = Object.values(pagesByAudience).flat()
