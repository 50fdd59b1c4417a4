/**
 * Places the boxes and lines of an ownership chart: owners above, what they own below. Pure; a chart is limited to the
 * parties with the largest shares, because nobody reads four hundred boxes.
 */
import { type Edge, Graph, layout } from '@dagrejs/dagre'
import type { EffectiveOwner } from '#domain/ownership/effective-owners.ts'
import type { Interest, OwnershipParty, OwnershipStructure } from '#domain/ownership/party.ts'
import { isHeldShare } from '#domain/ownership/roles.ts'

export const BOX = { width: 190, line: 18, pad: 10 } as const
export const MOST_BOXES = 60
const LETTERS = 24

export type LineKind = 'share' | 'loan' | 'control' | 'unknown-way'
export interface ChartBox {
  readonly party: OwnershipParty
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}
export interface ChartLine {
  readonly interest: Interest
  readonly kind: LineKind
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly at: { readonly x: number; readonly y: number }
}
export interface Chart {
  readonly width: number
  readonly height: number
  readonly boxes: readonly ChartBox[]
  readonly lines: readonly ChartLine[]
  /** How many parties could have been drawn. */
  readonly of: number
}

/** `flags` are written into the box below the name. */
export function chartOf(
  s: OwnershipStructure,
  owners: readonly EffectiveOwner[],
  flags: (p: OwnershipParty) => readonly string[],
): Chart {
  const percentOf = new Map(owners.map((o) => [o.party.id, o.percent]))
  const drawable = s.interests.filter((i) => i.owner !== i.owned && kindOf(i, s, percentOf) !== undefined)
  const named = new Set([s.root, ...drawable.flatMap((i) => [i.owner, i.owned])])
  const rank = (id: string) => (id === s.root ? 1000 : (percentOf.get(id) ?? 0))
  const all = s.parties.filter((p) => named.has(p.id))
  const shown = all.toSorted((a, b) => rank(b.id) - rank(a.id)).slice(0, MOST_BOXES)
  const ids = new Set(shown.map((p) => p.id))
  const g = new Graph({ multigraph: true })
  g.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 44, marginx: 12, marginy: 12 })
  for (const party of shown) {
    const lines = [...wrapped(party.name), ...flags(party)]
    g.setNode(party.id, { width: BOX.width, height: lines.length * BOX.line + 2 * BOX.pad, lines, party })
  }
  const drawn = drawable.filter((i) => ids.has(i.owner) && ids.has(i.owned))
  drawn.forEach((interest, i) => {
    g.setEdge(interest.owner, interest.owned, { width: 96, height: 18, labelpos: 'c', interest }, String(i))
  })
  layout(g)
  const { width = 0, height = 0 } = g.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    of: all.length,
    boxes: g.nodes().map((id: string) => {
      const n = g.node(id) as unknown as {
        x: number
        y: number
        height: number
        lines: string[]
        party: OwnershipParty
      }
      return { party: n.party, x: n.x - BOX.width / 2, y: n.y - n.height / 2, height: n.height, lines: n.lines }
    }),
    lines: g.edges().map((e: Edge) => {
      const l = g.edge(e) as unknown as { x: number; y: number; points: ChartLine['points']; interest: Interest }
      const kind = kindOf(l.interest, s, percentOf) ?? 'control'
      return { interest: l.interest, kind, points: l.points, at: { x: l.x, y: l.y } }
    }),
  }
}

/** Undefined for what only the table has: people who direct or manage, and indirect shares whose way is drawn. */
function kindOf(i: Interest, s: OwnershipStructure, percentOf: ReadonlyMap<string, number>): LineKind | undefined {
  if (isHeldShare(i.role)) return 'share'
  if (i.role === 'mortgage' || i.role === 'security') return 'loan'
  if (i.role === 'indirect-owner') return percentOf.has(i.owner) ? undefined : 'unknown-way'
  return s.parties.find((p) => p.id === i.owner)?.kind === 'organization' ? 'control' : undefined
}

/** At blanks; a word that is too long is cut, and of a long name three lines are shown. */
function wrapped(name: string): readonly string[] {
  const lines: string[] = ['']
  for (const word of name.split(/\s+/).map((x) => (x.length > LETTERS ? `${x.slice(0, LETTERS - 1)}…` : x))) {
    const last = lines.at(-1)!
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3 ? lines : [lines[0]!, lines[1]!, `${lines[2]!.slice(0, LETTERS - 1)}…`]
}
