/** Round numbers for the lines of a scale that begins at nothing. Pure. */

/** At most `most` steps of 1, 2 or 5 times a power of ten, the last not below `highest`: 0, 20, 40, 60 for 47. */
export function scaleTo(highest: number, most = 4): readonly number[] {
  const rough = Math.max(highest, 1) / most
  const ten = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * ten).find((n) => n >= rough)!)
  const steps = Math.ceil(Math.max(highest, 1) / step)
  return Array.from({ length: steps + 1 }, (_, i) => i * step)
}

/** Places of at most `most` labels among `count` points: the first, the last, and some between. */
export function labelled(count: number, most = 4): readonly number[] {
  const places = Math.min(count, most)
  if (places < 2) return count === 0 ? [] : [0]
  return [...new Set(Array.from({ length: places }, (_, i) => Math.round((i * (count - 1)) / (places - 1))))]
}
