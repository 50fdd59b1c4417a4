import { expect, it } from 'vitest'
import { day } from '#domain/dates.ts'
import { parseAnswers, splitRestricted } from '../kit/answers.ts'
import { affiliationSection } from './affiliation-section.ts'

const typed = {
  concerns: 'provider',
  partyKind: 'organization',
  partyName: 'Quiet Harbor Therapy LLC',
  partyEin: '07-1234567',
  programs: 'medicare',
  ties: 'ownership',
  percent: '25',
  from: '2019-02-01',
  ended: 'yes',
  to: '2023-06-30',
  endReason: 'I sold my share.',
  event: 'revocation',
  eventOn: '2024-03-04',
  standing: 'stands',
}
const read = (change: Record<string, string | undefined>) =>
  parseAnswers(affiliationSection, { ...typed, ...change }, day('2026-11-25')).problems.map((p) => `${p.at} ${p.code}`)

it.each<readonly [string, Record<string, string | undefined>, readonly string[]]>([
  ['all of it', {}, []],
  ['one that goes on asks for no end', { ended: 'no', to: undefined, endReason: undefined }, []],
  ['an owner has a name', { concerns: 'owner' }, ['concernsName required']],
  ['ownership has a share', { percent: undefined }, ['percent required']],
  ['an officer has none', { ties: 'officer-or-director', percent: undefined }, []],
  [
    'a debt has an amount, a program and a plan',
    { event: 'uncollected-debt' },
    ['debt required', 'debtTo required', 'repaying required'],
  ],
  ['it cannot end before it begins', { to: '2019-01-31' }, ['to date-before']],
  ['one that ended more than five years ago need not be told', { to: '2021-11-24' }, ['to affiliation-too-old']],
  ['nothing happens tomorrow', { eventOn: '2026-11-26' }, ['eventOn date-in-future']],
])('%s', (_, change, problems) => expect(read(change)).toEqual(problems))

it('the tax number is the only answer that is sealed', () => {
  const { answers } = parseAnswers(affiliationSection, typed, day('2026-11-25'))
  expect(splitRestricted(affiliationSection, answers).restricted).toEqual({ partyEin: '071234567' })
})
