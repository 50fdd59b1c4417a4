/** In a process of its own, because what is set stays set. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const program = `
  import { getHeapSpaceStatistics } from 'node:v8'
  import { keepMemoryFlat } from ${JSON.stringify(fileURLToPath(new URL('flat-memory.ts', import.meta.url)))}
  const young = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size
  function work() {
    let kept = []
    for (let i = 0; i < 2e6; i++) {
      kept.push({ i })
      if (kept.length > 20_000) kept = []
    }
    return young()
  }
  if (process.argv[1] === 'before') keepMemoryFlat()
  const first = work()
  keepMemoryFlat()
  console.log(JSON.stringify([first, work()]))`

const room = (when: 'before' | 'later'): readonly number[] =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program, when], { encoding: 'utf8' }))

const MB = 2 ** 20

it('keeps the room for new objects as small as it began', () => {
  expect(Math.max(...room('before'))).toBeLessThanOrEqual(4 * MB)
})

it('gives back the room that was taken before', () => {
  const [before, after] = room('later')
  expect(before).toBeGreaterThan(4 * MB)
  expect(after).toBeLessThanOrEqual(4 * MB)
})
