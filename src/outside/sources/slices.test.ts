import { expect, it } from 'vitest'
import { slicesOf } from './slices.ts'

async function* pieces(...lengths: readonly number[]) {
  for (const length of lengths) yield new Uint8Array(length).fill(length)
}

it('gives all bytes in their order, and lets others have their turn between them', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const found: number[] = []
  for await (const slice of slicesOf(pieces(5, 4, 1, 0), 2)) {
    found.push(slice.byteLength)
    const until = performance.now() + 2
    while (performance.now() < until);
  }
  clearInterval(timer)
  expect(found).toEqual([2, 2, 1, 2, 2, 1])
  expect(turns).toBeGreaterThanOrEqual(3)
})
