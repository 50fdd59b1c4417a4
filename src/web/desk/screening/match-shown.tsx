/** A hit side by side: what we have, what the list has, what comparing found in words, and the score as a bar. */
import type { JSX } from 'preact'
import type { MatchField } from '#domain/matching/match-party.ts'
import { type Bands, deskBands } from '#domain/matching/weights.ts'
import { SummaryList, Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { askedIn, type HitEvidence, listedIn } from './match-evidence.ts'

interface MatchProps {
  readonly hit: HitEvidence
  readonly w: Words
  /** Thresholds of the screening that found it. */
  readonly bands?: Bands
  /** Whose side ours is: an application, or the record of those who are enrolled. */
  readonly side?: 'ours' | 'record'
  readonly outcome: string
}

export function MatchShown({ hit, w, bands = deskBands, side = 'ours', outcome }: MatchProps): JSX.Element {
  const t = w.desk.screening.match
  const rows = hit.fields.map(({ code, bits }) => {
    const field = code.slice(0, code.indexOf(':')) as MatchField
    return { code, bits, field, ours: askedIn(hit.asked, field), theirs: listedIn(hit, field) }
  })
  const shown = (text: string) => (text === 'compared' ? t.compared : text === '' ? t.none : text)
  return (
    <div class="match">
      <SummaryList w={w} rows={entryRows(hit, w)} />
      <ScoreBar score={hit.score} bands={bands} isMatch={outcome === 'match'} w={w} />
      <Table
        caption={t.caption}
        rows={rows}
        rowKey={(r) => r.code}
        rowClass={(r) => (r.bits < 0 ? 'differs' : undefined)}
        columns={[
          { title: t.field, cell: (r) => t.fields[r.field] },
          { title: t[side], cell: (r) => shown(r.ours) },
          {
            title: t.theirs,
            cell: (r) => (r.field === 'bornOn' && r.theirs ? time.day(r.theirs as never) : shown(r.theirs)),
          },
          { title: t.finding, cell: (r) => sentenceOf(w.comparison.because[r.code]) },
          { title: t.points, cell: (r) => t.signed(r.bits), numeric: true },
        ]}
      />
    </div>
  )
}

const sentenceOf = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What the entry itself says: on which grounds, since when, whether it still counts. */
function entryRows({ exclusion: e, death: d, reinstated, waiver }: HitEvidence, w: Words) {
  const t = w.desk.screening
  const said = [
    e?.business ?? [e?.last ?? d?.last, e?.first ?? d?.first, e?.middle ?? d?.middle].filter(Boolean).join(' '),
    e?.listedBy && t.match.listedBy(e.listedBy),
    e && t.excludedOn(e.authority, time.day(e.excludedOn)),
    e?.until && t.match.until(time.day(e.until)),
    d && t.match.died(time.day(d.diedOn)),
    e?.specialty,
    reinstated && t.match.ended,
    waiver && t.waiver,
  ]
  return [
    { key: t.match.entry, value: said.filter(Boolean).join('; ') },
    ...(e?.alsoKnownAs ? [{ key: t.match.also, value: e.alsoKnownAs }] : []),
  ]
}

const WIDTH = 320
/** Points that fill the bar; numbers that agree go beyond it. */
const FULL = 40

/** The score on a line with the two thresholds; the number and the rule stand beside it as text. */
function ScoreBar({
  score,
  bands,
  isMatch,
  w,
}: {
  score: number
  bands: Bands
  isMatch: boolean
  w: Words
}): JSX.Element {
  const t = w.desk.screening.match
  const at = (bits: number) => Math.round((Math.min(Math.max(bits, 0), FULL) / FULL) * WIDTH)
  const band = isMatch ? 'match' : score >= bands.possible ? 'possible' : 'low'
  return (
    <div class="score">
      <p class="score__said">
        <strong>{t.scoreTitle(score)}</strong>
      </p>
      <svg class="score__bar" viewBox={`0 0 ${WIDTH} 34`} aria-hidden="true" focusable="false">
        <rect class="score__track" x="0" y="4" width={WIDTH} height="12" rx="6" />
        <rect class={`score__fill--${band}`} x="0" y="4" width={Math.max(at(score), 6)} height="12" rx="6" />
        {[bands.possible, bands.match].map((bits) => (
          <g key={bits}>
            <line class="score__tick" x1={at(bits)} x2={at(bits)} y1="1" y2="19" />
            <text class="score__label" x={at(bits)} y="32">
              {bits}
            </text>
          </g>
        ))}
      </svg>
      <p class="quiet score__hint">{t.scoreHint(bands.possible, bands.match)}</p>
    </div>
  )
}
