/** The ownership chart as SVG that needs no script: solid lines are shares, dashed ones loans, dotted ones control. */
import type { JSX } from 'preact'
import type { EffectiveOwner } from '#domain/ownership/effective-owners.ts'
import type { OwnershipParty, OwnershipStructure } from '#domain/ownership/party.ts'
import type { Words } from '#words/index.ts'
import { BOX, type Chart, type ChartBox, type ChartLine, chartOf } from './chart-layout.ts'

interface ChartProps {
  readonly structure: OwnershipStructure
  readonly owners: readonly EffectiveOwner[]
  readonly rootName: string
  readonly w: Words
}
export function OwnershipChart({ structure, owners, rootName, w }: ChartProps): JSX.Element | null {
  const t = w.ownership
  const chart = chartOf(structure, owners, (p) => flagsOf(p, w))
  if (chart.lines.length === 0) return null
  return (
    <figure class="ownership-chart">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="ownership-chart__scroll" tabIndex={0} aria-label={t.chartScroll}>
        <Drawing chart={chart} root={structure.root} rootName={rootName} w={w} />
      </section>
      <figcaption>
        {chart.boxes.length < chart.of && <p>{t.chartCut(chart.boxes.length, chart.of)}</p>}
        <p>
          {t.chartText} {t.chartPeople}
        </p>
      </figcaption>
    </figure>
  )
}

/** What a box says below the name. */
export const flagsOf = (p: OwnershipParty, w: Words): readonly string[] => [
  ...(p.kinds.includes('private-equity') ? [w.ownership.privateEquity] : []),
  ...(p.kinds.includes('reit') ? [w.ownership.reit] : []),
  ...(p.kinds.includes('chain-home-office') ? [w.ownership.chainHome] : []),
]

function Drawing({ chart, root, rootName, w }: { chart: Chart; root: string; rootName: string; w: Words }) {
  const t = w.ownership
  return (
    <svg
      class="ownership-chart__drawing"
      role="img"
      aria-labelledby="ownership-chart-title ownership-chart-desc"
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      width={chart.width}
      height={chart.height}
    >
      <title id="ownership-chart-title">{t.chart(rootName)}</title>
      <desc id="ownership-chart-desc">{t.chartText}</desc>
      <defs>
        <marker id="ownership-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" class="ownership-chart__head" />
        </marker>
      </defs>
      {chart.lines.map((l) => (
        <Line line={l} key={`${l.interest.owner}-${l.interest.owned}-${l.interest.role}`} w={w} />
      ))}
      {chart.boxes.map((b) => (
        <Box box={b} isRoot={b.party.id === root} key={b.party.id} />
      ))}
      {chart.lines.map((l) => (
        <LineLabel line={l} key={`label-${l.interest.owner}-${l.interest.owned}-${l.interest.role}`} w={w} />
      ))}
    </svg>
  )
}

const Line = ({ line }: { line: ChartLine; w: Words }) => (
  <path
    class={`ownership-chart__line ownership-chart__line--${line.kind}`}
    d={`M${line.points.map((p) => `${round(p.x)} ${round(p.y)}`).join('L')}`}
    marker-end="url(#ownership-arrow)"
  />
)

function LineLabel({ line, w }: { line: ChartLine; w: Words }) {
  const said = labelOf(line, w)
  const width = Math.min(150, said.length * 7 + 10)
  return (
    <g>
      <rect
        class="ownership-chart__label-back"
        x={round(line.at.x - width / 2)}
        y={round(line.at.y - 9)}
        width={width}
        height={18}
      />
      <text class="ownership-chart__label" x={round(line.at.x)} y={round(line.at.y + 4)} text-anchor="middle">
        {said}
      </text>
    </g>
  )
}

function labelOf({ interest: i, kind }: ChartLine, w: Words): string {
  const t = w.ownership
  const share = i.percent === undefined ? '' : t.percent(i.percent)
  if (kind === 'share') return share || '?'
  if (kind === 'unknown-way') return t.unknownWay(share || '?')
  const short = t.short[i.role] ?? t.roles[i.role]
  return share ? `${short} ${share}` : short
}

const Box = ({ box, isRoot }: { box: ChartBox; isRoot: boolean }) => (
  <g>
    <rect
      class={
        isRoot
          ? 'ownership-chart__box ownership-chart__box--root'
          : `ownership-chart__box ownership-chart__box--${box.party.kind}`
      }
      x={round(box.x)}
      y={round(box.y)}
      width={BOX.width}
      height={box.height}
      rx={box.party.kind === 'person' ? 18 : 3}
    />
    {box.lines.map((text, i) => (
      <text
        class={isRoot ? 'ownership-chart__name ownership-chart__name--root' : 'ownership-chart__name'}
        key={text}
        x={round(box.x + BOX.width / 2)}
        y={round(box.y + BOX.pad + (i + 0.75) * BOX.line)}
        text-anchor="middle"
      >
        {text}
      </text>
    ))}
  </g>
)

const round = (n: number): number => Math.round(n * 10) / 10
