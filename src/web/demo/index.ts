/** Pages of a demonstration; each answers "not found" outside demo mode. */
import type { AnyPage } from '#web/kit/page.ts'
import { clockPage } from './clock-page.tsx'
import { codesPage } from './codes-page.tsx'
import { mailboxPage } from './mailbox-page.tsx'
import { demoPaymentPage } from './payment-page.tsx'

export const demoPages: readonly AnyPage[] = [mailboxPage, codesPage, clockPage, demoPaymentPage]
