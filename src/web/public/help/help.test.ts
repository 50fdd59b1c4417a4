import { describe, expect, test } from 'vitest'
import { type HelpNumbers, helpNumbers } from '#domain/help/numbers.ts'
import type { HelpTopic } from '#words/en/help/topic.ts'
import { helpTopics } from '#words/en/help/topics.ts'
import { everyPage } from '../../../pages.ts'
import { searchTopics } from './search-topics.ts'

const site = { product: 'OpenPECOS', agency: 'Example Payer', origin: 'https://enroll.example' }
const names = Object.keys(helpNumbers) as (keyof HelpNumbers)[]
/** Numbers that nobody would write by hand: 90001, 90002 and so on. */
const marked = Object.fromEntries(names.map((name, i) => [name, 90_001 + i])) as HelpNumbers
const textOf = (t: HelpTopic): string =>
  [t.title, t.summary, ...t.parts.flatMap((p) => [p.title ?? '', ...p.lines]), ...t.links.map((l) => l[1])].join('\n')
const handWritten = (topics: readonly HelpTopic[]): readonly string[] =>
  topics.flatMap((t) => (textOf(t).match(/\d+/g) ?? []).filter((n) => !/^90\d{3}$/.test(n)).map((n) => `${t.id}: ${n}`))

describe('numbers on help pages', () => {
  const topics = helpTopics(marked, site)
  test('the check can fail', () => {
    expect(handWritten([{ ...topics[0]!, summary: 'It works for 10 minutes.' }])).toEqual(['what-you-need: 10'])
  })
  test('none is written by hand: all of them come from the constants of the program', () => {
    expect(handWritten(topics)).toEqual([])
  })
  test('each constant is said somewhere', () => {
    const all = topics.map(textOf).join('\n')
    expect(names.filter((name) => !all.includes(String(marked[name])))).toEqual([])
  })
  test('are whole: nobody reads "7.5 minutes"', () => {
    for (const name of names) expect(Number.isInteger(helpNumbers[name]), name).toBe(true)
  })
  test('no sentence says "1 minutes"', () => {
    const said = helpTopics(helpNumbers, site).map(textOf).join('\n')
    expect(said.match(/\b1 (minutes|hours|days)\b/g)).toBeNull()
  })
})

describe('every topic', () => {
  const topics = helpTopics(helpNumbers, site)
  test('has an address of its own, a summary and words', () => {
    expect(new Set(topics.map((t) => t.id)).size).toBe(topics.length)
    for (const t of topics) {
      expect(t.id).toMatch(/^[a-z-]+$/)
      expect(t.parts.length, t.id).toBeGreaterThan(0)
    }
  })
  test('leads only to pages that exist', () => {
    const paths = new Set(everyPage.map((p) => p.path))
    const links = topics.flatMap((t) => t.links.map(([href]) => href))
    const exists = (href: string) => paths.has(href) || topics.some((t) => `/help/${t.id}` === href)
    expect(links.filter((href) => !exists(href))).toEqual([])
  })
  test('stays out of the way of other pages under /help', () => {
    const taken = everyPage.flatMap((p) => /^\/help\/([a-z-]+)/.exec(p.path)?.[1] ?? [])
    expect(topics.filter((t) => taken.includes(t.id))).toEqual([])
  })
  test.each([
    'register',
    'sign-in',
    'what-you-need',
    'reset-password',
    'locked',
    'codes',
    'browsers',
    'free',
    'updates',
    'passwords',
    'shared-computers',
    'passkeys',
    'sharing',
  ])('that people ask for is there: %s', (id) => expect(topics.map((t) => t.id)).toContain(id))
})

test.each([
  ['', undefined],
  ['locked', 'locked'],
  ['Codes', 'codes'],
  ['phone browser', 'browsers'],
  ['free', 'free'],
  ['passkey', 'passkeys'],
  ['lost phone', 'reset-password'],
  ['xyzzy', 'nothing'],
])('searching for "%s" finds %s', (asked, id) => {
  const topics = helpTopics(helpNumbers, site)
  const found = searchTopics(topics, asked).map((t) => t.id)
  if (id === undefined) expect(found).toHaveLength(topics.length)
  else if (id === 'nothing') expect(found).toEqual([])
  else expect(found.slice(0, 4)).toContain(id)
})
