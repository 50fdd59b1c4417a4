/** Every form has words for everything it asks, and they are plain. */
import { describe, expect, test } from 'vitest'
import { reasonSections } from '#domain/application/reasons.ts'
import { forms } from '#forms/index.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { linesOf } from '#forms/kit/say.ts'
import { questionWords } from '#forms/kit/words.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { sayEn } from '../say.ts'
import { formWordsEn } from './index.ts'

/** Every sentence that a form says, options aside. */
function said(id: string): readonly string[] {
  const w = formWordsEn[id]!
  return Object.values(w.sections)
    .flatMap((s) => [
      s.title,
      s.intro ?? '',
      ...Object.values(s.questions).flatMap((q) => [q.ask, q.hint ?? '', q.why ?? '']),
    ])
    .flatMap((t) => t.split(/(?<=[.?!])\s+/))
    .filter(Boolean)
}

const wordsIn = (t: string) => t.match(/[A-Za-z'’-]+/g) ?? []
const syllables = (w: string) =>
  Math.max(
    1,
    (
      w
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  )
/** The Flesch-Kincaid grade, with syllables counted by vowel groups. */
function grade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn)
  return (
    0.39 * (words.length / sentences.length) +
    11.8 * (words.reduce((n, w) => n + syllables(w), 0) / words.length) -
    15.59
  )
}

test('the grade tells plain from legal', () => {
  expect(grade(['The cat sat on the mat.'])).toBeLessThan(2)
  expect(
    grade(['Notwithstanding any contrary determination, the organization is obligated to furnish documentation.']),
  ).toBeGreaterThan(15)
})

describe.each(forms.map((f) => [f.id, f] as const))('%s', (id, f) => {
  const w = formWordsEn[id]!
  test('has words for each task, section, question and option', () => {
    for (const t of f.tasks) expect(w.tasks[t.id]?.title, t.id).toBeTruthy()
    for (const s of sectionsOf(f)) {
      expect(w.sections[s.id]?.title, s.id).toBeTruthy()
      if (s.repeats) expect(w.sections[s.id]?.item, s.id).toBeDefined()
      for (const [name, q] of Object.entries(s.questions)) {
        const words = questionWords(w, f, s.id, name)
        expect(words.ask, name).toBeTruthy()
        if ('options' in q.kind)
          for (const o of q.kind.options) expect(words.options?.[o], `${s.id}.${name} ${o}`).toBeTruthy()
        if (q.sensitivity === 'restricted')
          expect(words.why, `${s.id}.${name} does not say why it is asked`).toBeTruthy()
      }
    }
  })
  test('has words for nothing that is not asked', () => {
    const own = Object.keys(w.sections).filter((s) => !(reasonSections as readonly string[]).includes(s))
    expect(own.sort()).toEqual(
      sectionsOf(f)
        .map((s) => s.id)
        .sort(),
    )
    for (const s of sectionsOf(f))
      expect(Object.keys(w.sections[s.id]!.questions).sort()).toEqual(Object.keys(s.questions).sort())
  })
  test('is plain: grade 8 or less, no sentence over 30 words', () => {
    expect(grade(said(id))).toBeLessThanOrEqual(8)
    expect(said(id).filter((t) => wordsIn(t).length > 30)).toEqual([])
  })
})

test('a summary says dates, states and choices in words, and hides what is restricted', () => {
  const s = sectionsOf(forms[0]!).find((one) => one.id === 'birth')!
  const lines = linesOf(s, formWordsEn['CMS-855I']!.sections.birth!, drVega.birth[0].answers, sayEn)
  expect(lines.map((l) => l.said)).toEqual(['Given, not shown here', 'Yes', 'New Mexico', 'Female'])
  const open = linesOf(s, formWordsEn['CMS-855I']!.sections.birth!, drVega.birth[0].answers, sayEn, true)
  expect(open[0]!.said).toBe('March 27, 1980')
})
