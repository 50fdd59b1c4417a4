/** 2A: where the practitioner was trained, and when that ended. */
import { text, year } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const school = section({
  id: 'school',
  questions: {
    name: { kind: text(100), paper: '2A', sensitivity: 'public' },
    place: { kind: text(100), paper: '2A', sensitivity: 'internal', optional: true },
    graduated: { kind: year, paper: '2A', sensitivity: 'public' },
  },
  checks: [
    {
      id: 'graduated-by-now',
      at: 'graduated',
      code: 'date-in-future',
      holds: (a, today) => Number(a.graduated) <= Number(today.slice(0, 4)),
    },
    {
      id: 'graduated-in-a-working-life',
      at: 'graduated',
      code: 'not-plausible',
      holds: (a, today) => Number(a.graduated) >= Number(today.slice(0, 4)) - 80,
    },
    {
      id: 'graduated-after-childhood',
      at: 'graduated',
      code: 'not-plausible',
      holds: (a, _today, file) => {
        const bornOn = file.birth?.[0]?.answers.bornOn
        return typeof bornOn !== 'string' || Number(a.graduated) >= Number(bornOn.slice(0, 4)) + 15
      },
    },
  ],
})
