/** Every reason of every form asks sections that exist, once each and in words, and every situation names real tasks. */
import { describe, expect, test } from 'vitest'
import { applicationReasons, formIds, reasonFacts } from '#domain/application/reasons.ts'
import { situationIds, situationOf } from '#domain/application/situations.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { ridgelineSupplies } from '#test/people/ridgeline-supplies.ts'
import { formWordsEn } from '#words/en/forms/index.ts'
import { applicationForm } from '../application-form.ts'
import { sectionsOf } from '../kit/form.ts'
import { readingOf } from '../readings.ts'
import { documentsFor } from './documents.ts'
import { askedBySale, REASON_TASK } from './reason-form.ts'

const pairs = formIds.flatMap((form) =>
  applicationReasons.filter((reason) => reasonFacts(form, reason)).map((reason) => [form, reason] as const),
)

describe.each(pairs)('%s for %s', (form, reason) => {
  const facts = reasonFacts(form, reason)!
  const whole = readingOf(form).form
  const chosen = whole.tasks.slice(0, 1).map((t) => t.id)
  const asked = applicationForm({ form, reason, chosenTasks: chosen })
  test('asks sections that have words, each once', () => {
    const ids = sectionsOf(asked).map((s) => s.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const s of sectionsOf(asked)) {
      expect(formWordsEn[form]?.sections[s.id]?.title, s.id).toBeTruthy()
      for (const name of Object.keys(s.questions))
        expect(formWordsEn[form]!.sections[s.id]!.questions[name]?.ask, `${s.id}.${name}`).toBeTruthy()
    }
    for (const t of asked.tasks) expect(formWordsEn[form]!.tasks[t.id]?.title, t.id).toBeTruthy()
  })
  test('puts its own questions first, and asks what the table says', () => {
    expect(asked.tasks[0]?.id === REASON_TASK).toBe(facts.own !== undefined)
    if (facts.asks === 'everything')
      expect(sectionsOf(asked).map((s) => s.id)).toEqual(
        expect.arrayContaining(
          sectionsOf(whole)
            .map((s) => s.id)
            // The questions of a sale come first, and box 2F asks the same.
            .filter((id) => facts.own !== 'transfer' || id !== askedBySale),
        ),
      )
    if (typeof facts.asks !== 'string')
      for (const task of facts.asks) expect(whole.tasks.map((t) => t.id)).toContain(task)
  })
})

test('every task that a situation opens is a task of its form', () => {
  const missing = situationIds.flatMap((id) =>
    situationOf(id).steps.flatMap((s) =>
      (s.tasks ?? [])
        .filter((task) => !readingOf(s.form).form.tasks.some((t) => t.id === task))
        .map((task) => `${id}: ${s.form} has no task ${task}`),
    ),
  )
  expect(missing).toEqual([])
})

test('who confirms is asked for papers only if we cannot check, who leaves for none', () => {
  const always = (form: string, reason: 'initial' | 'revalidation' | 'withdrawal', file = drVega as object) =>
    documentsFor({ form, reason }, file as typeof drVega)
      .filter((d) => d.needed === 'always')
      .map((d) => d.slot)
  expect(always('CMS-855S', 'initial', ridgelineSupplies)).toContain('surety-bond')
  expect(always('CMS-855S', 'revalidation', ridgelineSupplies)).toEqual([])
  expect(documentsFor({ form: 'CMS-855I', reason: 'withdrawal' }, drVega).map((d) => d.slot)).toEqual(['other'])
})
