/** How far a group's roster is, drawn on the server: one bar in parts, with the same numbers as text. */
import type { JSX } from 'preact'
import { states } from '#domain/reassignment/standing.ts'
import type { MemberLine } from '#use-cases/reassignments/member-lines.ts'
import { Bar, BarPatterns, Swatch, type Tone } from '#web/kit/charts/bar.tsx'
import type { Words } from '#words/index.ts'

const parts = ['payable', 'practitioner', 'group', 'both', 'other', 'over'] as const
type Part = (typeof parts)[number]
const tones: Readonly<Record<Part, Tone>> = {
  payable: 'part-1',
  practitioner: 'part-2',
  group: 'part-3',
  both: 'part-4',
  other: 'part-5',
  over: 'part-6',
}

const partOf = ({ standing }: MemberLine): Part => {
  const { payable, over, waitsFor } = states[standing.state]
  if (payable) return 'payable'
  if (over) return 'over'
  return waitsFor === 'practitioner' || waitsFor === 'group' || waitsFor === 'both' ? waitsFor : 'other'
}

export function ProgressPicture({
  lines,
  w,
}: {
  readonly lines: readonly MemberLine[]
  readonly w: Words
}): JSX.Element {
  const t = w.reassignments.roster
  const counts = parts
    .map((part) => ({ part, count: lines.filter((l) => partOf(l) === part).length }))
    .filter((p) => p.count > 0)
  return (
    <div class="handshake-picture">
      <BarPatterns />
      <Bar
        full={lines.length}
        parts={counts.map(({ part, count }) => ({ key: part, tone: tones[part], value: count }))}
      />
      <dl class="handshake-picture__counts">
        {counts.map(({ part, count }) => (
          <div class="handshake-picture__count" key={part}>
            <dt>
              <Swatch tone={tones[part]} /> {t.bars[part]}
            </dt>
            <dd>{t.people(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
