import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { elmRidgeGroup } from '#test/people/elm-ridge-group.ts'
import { cms855b } from '../cms855b/index.ts'
import { form } from '../kit/form.ts'
import { choice, ssn, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { draftFile, fitToForm, readDraftFile } from './draft-file.ts'

const today = day('2026-11-24')
const about = { form: 'CMS-855B', edition: '12/2025', reason: 'initial', state: 'IL', npi: '2000000661' }

describe('a draft as a file', () => {
  const made = draftFile(about, cms855b, elmRidgeGroup)
  const written = JSON.stringify(made)

  test('holds no restricted answer, and everything else comes back as it was', () => {
    for (const secret of ['900-5', '9005', '1951-03-01', 'accountNumber']) expect(written).not.toContain(secret)
    const read = readDraftFile(written)
    expect(read).toEqual(made)
    const { file, anew, dropped } = fitToForm(cms855b, read!.answers, today)
    expect(dropped).toEqual([])
    expect(file['practice-locations']).toEqual(elmRidgeGroup['practice-locations'])
    expect(file.correspondence).toEqual(elmRidgeGroup.correspondence)
    const asked = new Set(anew.map((a) => `${a.sectionId}.${a.question}`))
    expect(asked).toContain('individuals.ssn')
    // Nothing is asked anew that is not restricted.
    const restricted = cms855b.tasks.flatMap((t) =>
      t.sections.flatMap((s) =>
        Object.entries(s.questions).flatMap(([n, q]) => (q.sensitivity === 'restricted' ? [`${s.id}.${n}`] : [])),
      ),
    )
    expect([...asked].filter((a) => !restricted.includes(a))).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['another format', JSON.stringify({ ...made, format: 'x' })],
    ['a member too many', JSON.stringify({ ...made, more: 1 })],
    ['an item that is a path', written.replace('"id":"1"', '"id":"../1"')],
    ['an answer that is no text', JSON.stringify({ ...made, answers: { a: [{ id: '1', typed: { b: 1 } }] } })],
    ['a section that is no list', JSON.stringify({ ...made, answers: { a: {} } })],
  ])('%s is not one', (_, wrong) => {
    expect(readDraftFile(wrong)).toBeUndefined()
  })
})

describe('another edition', () => {
  const one = (questions: Parameters<typeof section>[0]['questions']) =>
    form({ id: 'T', edition: '2', tasks: [{ id: 't', sections: [section({ id: 'a', questions })] }] })
  const kept = { kind: text(10), paper: '1', sensitivity: 'public' } as const

  test('keeps what fits; a question that is new, stricter or gone is told', () => {
    const now = one({
      name: kept,
      color: { kind: choice('red', 'blue'), paper: '1', sensitivity: 'public' },
      number: { kind: ssn, paper: '1', sensitivity: 'restricted' },
    })
    const typed = { name: 'Ann', color: 'green', shape: 'round' }
    expect(fitToForm(now, { a: [{ id: '1', typed }], gone: [{ id: '1', typed: {} }] }, today)).toEqual({
      file: { a: [{ id: '1', answers: { name: 'Ann' } }] },
      anew: [
        { sectionId: 'a', question: 'color' },
        { sectionId: 'a', question: 'number' },
      ],
      dropped: [
        { sectionId: 'a', question: 'shape' },
        { sectionId: 'gone', question: '' },
      ],
    })
  })
})
