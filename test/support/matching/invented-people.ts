/** Invented people by the million: names by rank as names are spread (few common, many rare), dates, states. */
import { addDays, type Day, day } from '#domain/dates.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { linesOfNicknames } from '#domain/review/names/nicknames.ts'
import type { Chance } from './chance.ts'

const starts = 'B BR C CH CL D DR F FR G GR H J K KR L M N P PR QU R S SCH SH ST T TH TR V W Z MC O'.split(' ')
const middles = 'A E I O U AI EA OO IE OU'.split(' ')
const ends = 'N R S T L M RD NG CK LL TT NS SON MAN TON LEY EZ SKI BERG ER WAY FIELD'.split(' ')

function invented(c: Chance, count: number, isLast: boolean): readonly string[] {
  const names = new Set<string>()
  while (names.size < count) {
    let name = c.pick(starts) + c.pick(middles)
    for (let more = c.below(isLast ? 3 : 2); more > 0; more--)
      name += c.pick(['L', 'R', 'N', 'D', 'M', 'S', 'T']) + c.pick(middles)
    name += isLast || c.happens(0.6) ? c.pick(ends) : c.pick(['A', 'IE', 'Y', 'O'])
    if (name.length >= 3) names.add(name)
  }
  return [...names]
}

/** A pick by rank: the r-th name has a share that falls with r. */
function ranked(names: readonly string[], offset: number, power: number): (c: Chance) => string {
  const sums = new Float64Array(names.length)
  let sum = 0
  for (let r = 0; r < names.length; r++) {
    sum += (r + offset) ** -power
    sums[r] = sum
  }
  return (c) => {
    const wanted = c.roll() * sum
    let [low, high] = [0, names.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return names[low]!
  }
}

const STATES =
  'CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ MA TN IN MD MO WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM NE ID WV HI NH ME RI MT DE SD ND AK VT WY'.split(
    ' ',
  )

export interface Inventor {
  person(c: Chance): MatchParty
  last(c: Chance): string
}

export function inventor(c: Chance): Inventor {
  const last = ranked(invented(c, 120_000, true), 12, 0.95)
  const known = [...new Set(linesOfNicknames.flatMap((l) => l.slice(0, 2)))]
  const first = ranked([...known, ...invented(c, 4_000, false)], 6, 1.05)
  const state = ranked(STATES, 2, 0.9)
  const from = day('1930-01-01')
  const days = Array.from({ length: 25_500 }, (_, i) => addDays(from, i))
  const one: Day[] = days
  return {
    last,
    person: (k) => ({
      last: last(k),
      first: first(k),
      ...(k.happens(0.5) && { middle: String.fromCharCode(65 + k.below(26)) }),
      bornOn: k.pick(one),
      state: state(k),
    }),
  }
}
