import { describe, expect, it } from 'vitest'
import { lacking, type Need, needOf, needs } from './step-up.ts'

const now = new Date('2026-05-01T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const act: Need = { level: 2, within: 'act' }
const work: Need = { level: 2, within: 'work' }
const best: Need = { level: 'best-held', within: 'act' }

describe('a fresh proof', () => {
  it.each<[string, Need, 1 | 2, number, 1 | 2, 'level' | 'recent' | undefined]>([
    ['both factors a moment ago', act, 2, 0, 2, undefined],
    ['both factors ten minutes ago', act, 2, 10, 2, undefined],
    ['both factors eleven minutes ago', act, 2, 11, 2, 'recent'],
    ['an e-mail code a moment ago', act, 1, 0, 1, 'level'],
    ['both factors an hour ago, for answers of a draft', work, 2, 60, 2, undefined],
    ['both factors more than an hour ago, for answers', work, 2, 61, 2, 'recent'],
    ['an e-mail code, for answers', work, 1, 0, 1, 'level'],
    ['an e-mail code, to add a better way', best, 1, 0, 1, undefined],
    ['an old e-mail code, to add a better way', best, 1, 11, 1, 'recent'],
    ['an e-mail code of somebody who has an app, to add another way', best, 1, 0, 2, 'level'],
    ['both factors, to add another way', best, 2, 1, 2, undefined],
  ])('%s', (_, need, aal, minutes, strongest, missing) =>
    expect(lacking(need, { aal, authAt: ago(minutes) }, strongest, 10, now)).toBe(missing),
  )
  it('lasts as long as the installation says', () => {
    expect(lacking(act, { aal: 2, authAt: ago(3) }, 2, 2, now)).toBe('recent')
    expect(lacking(work, { aal: 2, authAt: ago(3) }, 2, 2, now)).toBeUndefined()
  })
  it('is asked for by these acts and no others', () =>
    expect(needs).toEqual({
      'application.sign': { level: 2, within: 'act' },
      'affiliation.sign': { level: 2, within: 'act' },
      'reassignment.sign': { level: 2, within: 'act' },
      'application.edit': { level: 2, within: 'work', only: 'bank-and-tax' },
      'application.decide': { level: 2, within: 'act' },
      'enrollment.decide': { level: 2, within: 'act' },
      'people.manage': { level: 2, within: 'act' },
      'surrogacy.agree': { level: 2, within: 'act' },
      'account.secure': { level: 2, within: 'act' },
      'account.add-method': { level: 'best-held', within: 'act' },
    }))
  it('is never asked of whoever ends something: that must not wait', () =>
    expect([needOf('surrogacy.manage', false), needOf('application.withdraw', false)]).toEqual([undefined, undefined]))
  it('is asked of answers only where bank or tax numbers are', () => {
    expect(needOf('application.edit', false)).toBeUndefined()
    expect(needOf('application.edit', true)).toMatchObject({ level: 2 })
    expect([needOf('application.view', true), needOf('dashboard.view', false)]).toEqual([undefined, undefined])
  })
})
