/**
 * The help pages, in plain words. Numbers come in from the constants that the program runs on (domain/help/numbers.ts);
 * a test holds that no other number is written here.
 */
import type { HelpNumbers } from '#domain/help/numbers.ts'
import type { HelpSite, HelpTopic } from './topic.ts'
import { protectTopics } from './topics-protect.ts'
import { startTopics } from './topics-start.ts'

/** Every topic, in the order in which people meet them. */
export const helpTopics = (n: HelpNumbers, site: HelpSite): readonly HelpTopic[] => [
  ...startTopics(n, site),
  ...protectTopics(n, site),
]
