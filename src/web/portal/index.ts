/** Every page of the provider's portal. */
import type { AnyPage } from '#web/kit/page.ts'
import { applicationPage } from './application-page.tsx'
import { dashboardPage } from './dashboard-page.tsx'
import { removeItemPage, restoreItemPage } from './remove-item-page.tsx'
import { itemPage, sectionPage } from './section-page.tsx'
import { startPage } from './start-page.tsx'
import { withdrawPage } from './withdraw-page.tsx'

export const portalPages: readonly AnyPage[] = [
  dashboardPage,
  startPage,
  applicationPage,
  sectionPage,
  itemPage,
  removeItemPage,
  restoreItemPage,
  withdrawPage,
]
