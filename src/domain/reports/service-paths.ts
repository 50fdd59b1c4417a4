/**
 * The ways an application can go to its decision, and how soon we mean to be there. The targets are this
 * installation's: of the figures of CMS Pub. 100-08, chapter 10, none could be confirmed, and no regulation has one.
 * Administrators change them (domain/settings). Pure.
 */
import type { SettingName } from '../settings/settings.ts'

/** An application is on the last path of which something holds: a visit or fingerprints, else a question, else none. */
export const servicePaths = ['straight', 'asked', 'visited'] as const
export type ServicePath = (typeof servicePaths)[number]

/** Calendar days from receipt to decision; evidence "ours". */
export const targetSettings = {
  straight: 'service.straight',
  asked: 'service.asked',
  visited: 'service.visited',
} as const satisfies Record<ServicePath, SettingName>
export type Targets = Readonly<Record<ServicePath, number>>

/** The share of decisions that shall be in time. */
export const SHARE_IN_TIME = 0.95

/** Fewer decisions than this say more about the applicants than about the service: nothing is published of them. */
export const LEAST_PUBLISHED = 3
