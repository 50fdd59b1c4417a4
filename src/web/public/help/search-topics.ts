/** Finds help pages by words: every word must occur; those with it in their title come first. Pure. */
import type { HelpTopic } from '#words/en/help/topic.ts'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** All topics for an empty question. Endings do not count: "codes" finds "code". */
export function searchTopics(topics: readonly HelpTopic[], asked: string): readonly HelpTopic[] {
  const words = fold(asked)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 4 ? word.replace(/(s|ed|ing)$/, '') : word))
  const textOf = (t: HelpTopic) =>
    fold([t.title, t.summary, ...t.parts.flatMap((p) => [p.title, ...p.lines])].join(' '))
  const found = topics.filter((t) => words.every((word) => textOf(t).includes(word)))
  const hits = (text: string) => words.every((word) => fold(text).includes(word))
  const rank = (t: HelpTopic) => (hits(t.title) ? 0 : hits(`${t.title} ${t.summary}`) ? 1 : 2)
  return [...found].sort((a, b) => rank(a) - rank(b))
}
