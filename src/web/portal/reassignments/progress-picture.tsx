/** How far a group's roster is, drawn on the server: one bar in parts, with the same numbers as text. */
import type { JSX } from 'preact'
import { states } from '#domain/reassignment/standing.ts'
import type { MemberLine } from '#use-cases/reassignments/member-lines.ts'
import type { Words } from '#words/index.ts'

const parts = ['payable', 'practitioner', 'group', 'both', 'other', 'over'] as const
type Part = (typeof parts)[number]

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
  let at = 0
  const bars = counts.map(({ part, count }) => {
    const width = (count / lines.length) * 100
    const bar = { part, x: at, width }
    at += width
    return bar
  })
  return (
    <div class="handshake-picture">
      <svg class="handshake-picture__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {bars.map((b) => (
          <rect
            key={b.part}
            class={`handshake-picture__part handshake-picture__part--${b.part}`}
            x={b.x.toFixed(2)}
            width={b.width.toFixed(2)}
            height="6"
          />
        ))}
      </svg>
      <dl class="handshake-picture__counts">
        {counts.map(({ part, count }) => (
          <div class={`handshake-picture__count handshake-picture__count--${part}`} key={part}>
            <dt>{t.bars[part]}</dt>
            <dd>{t.people(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
