/** Every page of the contractor's desk. */
import type { AnyPage } from '#web/kit/page.ts'
import { worklistPage } from './worklist-page.tsx'

export const deskPages: readonly AnyPage[] = [worklistPage]
