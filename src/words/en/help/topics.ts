/**
 * The help pages, in plain words. Numbers come in from the constants that the program runs on (domain/help/numbers.ts);
 * a test holds that no other number is written here.
 */
import type { HelpNumbers } from '#domain/help/numbers.ts'
import { protectTopics } from './topics-protect.ts'
import { startTopics } from './topics-start.ts'

export interface HelpPart {
  readonly title?: string
  /** "steps" are numbered, "list" has points, "text" are paragraphs. */
  readonly as: 'steps' | 'list' | 'text'
  readonly lines: readonly string[]
}
export interface HelpTopic {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly parts: readonly HelpPart[]
  /** Where to go on: address and words. */
  readonly links: readonly (readonly [href: string, label: string])[]
}

/** What differs from installation to installation. */
export interface HelpSite {
  readonly product: string
  readonly agency: string
  readonly origin: string
}

/** Every topic, in the order in which people meet them. */
export const helpTopics = (n: HelpNumbers, site: HelpSite): readonly HelpTopic[] => [
  ...startTopics(n, site),
  ...protectTopics(n, site),
]
