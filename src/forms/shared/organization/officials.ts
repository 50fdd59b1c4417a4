/** Sections 15 and 16: the official who signs for the organization, and those to whom signing of changes is delegated. */
import { email, phone, text } from '../../kit/kinds.ts'
import { type Answers, type File, section } from '../../kit/section.ts'
import { personName } from '../person-name.ts'

const sameWord = (a: unknown, b: unknown) => String(a ?? '').toUpperCase() === String(b ?? '').toUpperCase()

/** Officials are among the people of section 6 (42 CFR 424.502); silent while that section names nobody. */
function isListed(official: Answers, file: File): boolean {
  const people = file.individuals ?? []
  const is = (a: Answers) => sameWord(a.last, official.last) && sameWord(a.first, official.first)
  return people.length === 0 || people.some((p) => is(p.answers))
}

/** The one who signs; CEO, CFO, general partner, chair of the board or direct owner of 5 % (42 CFR 424.502). */
export const authorizedOfficial = (paper: string) =>
  section({
    id: 'authorized-official',
    questions: {
      ...personName(paper, 'internal', 'official'),
      title: { kind: text(60), paper, sensitivity: 'internal', prefill: 'official.title' },
      phone: { kind: phone, paper, sensitivity: 'internal', prefill: 'official.phone' },
      email: { kind: email, paper, sensitivity: 'internal' },
    },
    checks: [
      {
        id: 'official-is-listed',
        at: 'last',
        code: 'official-not-listed',
        cite: '42 CFR 424.502',
        holds: (a, _today, file) => isListed(a, file),
      },
    ],
  })

export const delegatedOfficials = (paper: string) =>
  section({
    id: 'delegated-officials',
    repeats: { min: 0, max: 20 },
    questions: {
      ...personName(paper, 'internal'),
      title: { kind: text(60), paper, sensitivity: 'internal' },
      phone: { kind: phone, paper, sensitivity: 'internal' },
    },
    checks: [
      {
        id: 'delegate-is-listed',
        at: 'last',
        code: 'official-not-listed',
        cite: '42 CFR 424.502',
        holds: (a, _today, file) => isListed(a, file),
      },
    ],
  })
