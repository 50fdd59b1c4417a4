/** What must hold of every form's reading and of every fixture, whoever declares the next form. */
import { describe, expect, test } from 'vitest'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { everybody } from '#test/people/everybody.ts'
import { forms } from './index.ts'
import { asTyped, parseAnswers } from './kit/answers.ts'
import { formOfTasks } from './kit/chosen-tasks.ts'
import { isComplete, progressOf, relevant, sectionOf, sectionsOf } from './kit/form.ts'
import { splitFile } from './kit/record-file.ts'
import { isAsked } from './kit/section.ts'
import { readingOf, readings } from './readings.ts'
import { fileAfterChanges } from './reconcile/file-after-changes.ts'

test('every form has a reading and somebody who answers it', () => {
  expect(readings.map((r) => r.form.id).sort()).toEqual(forms.map((f) => f.id).sort())
  expect([...new Set(everybody.map(([, form]) => form))].sort()).toEqual(forms.map((f) => f.id).sort())
  expect(() => readingOf('CMS-0000')).toThrow('unknown form')
})

describe.each(readings.map((r) => [r.form.id, r] as const))('%s', (_, r) => {
  const tasks = r.form.tasks.map((t) => t.id)
  test('names tasks and sections that there are', () => {
    expect([...new Set(r.changeable)].sort()).toEqual([...r.changeable].sort())
    for (const task of r.changeable) expect(tasks).toContain(task)
    for (const s of r.always) expect(sectionOf(r.form, s), s).toBeDefined()
  })
  test.each(tasks)('can be cut to %s and still be judged', (task) => {
    const cut = formOfTasks(r.form, [task], r.always)
    const ids = sectionsOf(cut).map((s) => s.id)
    for (const s of sectionsOf(cut)) for (const gate of s.gates ?? []) expect(ids).toContain(gate.section)
  })
})

describe.each(everybody)('%s', (_, id, file) => {
  const reading = readingOf(id)
  const { form } = reading

  test('is complete, and nothing answered is beside the point', () => {
    const open = progressOf(form, file, fixtureDay).flatMap((t) =>
      t.sections
        .filter((s) => s.progress !== 'complete' && s.progress !== 'not-needed')
        .map((s) => `${s.section.id} ${JSON.stringify(s.problems)}`),
    )
    expect(open).toEqual([])
    expect(relevant(form, file)).toEqual(Object.fromEntries(Object.entries(file).filter(([, items]) => items.length)))
  })

  test('is incomplete without any one of the required answers', () => {
    const required = Object.entries(file).flatMap(([section, items]) =>
      items.slice(0, 2).flatMap((item) =>
        Object.entries(sectionOf(form, section)!.questions)
          .filter(([, q]) => !q.optional && isAsked(q, item.answers))
          .map(([name]) => [section, item.id, name] as const),
      ),
    )
    expect(required.length).toBeGreaterThan(10)
    const without = ([s, i, n]: (typeof required)[number]) => altered(file, s, i, n, undefined)
    // A gate that is not answered closes what is behind it; the section of the gate itself is then incomplete.
    expect(required.filter((r) => isComplete(form, without(r), fixtureDay))).toEqual([])
  })

  test('is typed and read again to the same answers', () => {
    for (const [section, items] of Object.entries(file))
      for (const { answers } of items) {
        const s = sectionOf(form, section)!
        expect(parseAnswers(s, asTyped(s, answers), fixtureDay, file)).toEqual({ answers, problems: [] })
      }
  })

  test('is read: names, parties, papers, facts', () => {
    expect(reading.legalName(file)).not.toBe('')
    expect(reading.signerName(file)).not.toBe('')
    const facts = reading.comparisonFacts(file, () => undefined)
    expect(facts.npi.said).toMatch(/^2\d{9}$/)
    const [section = '', item, question = ''] = facts.npi.field.split('/')
    expect(file[section]?.find((i) => i.id === item)?.answers[question]).toBe(facts.npi.said)
    for (const p of reading.namedParties(file)) {
      expect(
        file[p.section]?.some((i) => i.id === p.item),
        p.id,
      ).toBe(true)
      expect(
        p.names.every((n) => n.organization || n.last),
        p.id,
      ).toBe(true)
    }
    const slots = reading.documents(file).map((d) => d.slot)
    expect(new Set(slots).size).toBe(slots.length)
    expect(slots.at(-1)).toBe('other')
    const enrolled = reading.enrolledFacts(file)
    expect(enrolled.displayName).toBe(reading.legalName(file))
    expect(enrolled.state).toMatch(/^[A-Z]{2}$/)
    expect(() => reading.supplierType(file)).not.toThrow()
  })

  test('goes into the record in two halves, nothing restricted in the clear, and a change leaves the rest alone', () => {
    const { open, restricted } = splitFile(form, file)
    for (const [section, items] of Object.entries(open))
      for (const { answers } of items)
        for (const name of Object.keys(answers))
          expect(sectionOf(form, section)!.questions[name]!.sensitivity).not.toBe('restricted')
    const whole = Object.fromEntries(
      Object.entries(open).map(([section, items]) => [
        section,
        items.map((i) => ({
          id: i.id,
          answers: { ...i.answers, ...restricted[section]?.find((x) => x.id === i.id)?.answers },
        })),
      ]),
    )
    expect(whole).toEqual(file)
    const first = reading.changeable[0]
    if (first)
      expect(
        fileAfterChanges(
          form,
          formOfTasks(form, [first], reading.always),
          { base: file, record: file, mine: file },
          new Map(),
        ).whole,
      ).toEqual(relevant(form, file))
  })
})
