/** Every flow of identity is walked by exactly one journey, with JavaScript and without (test/journeys/identity/walk.ts). */
import { expect, test } from 'vitest'
import { filesBelow, read } from '#test/support/sources.ts'
import { identityFlows, modes } from '../journeys/identity/flows.ts'

/** The names of the flows that a source walks. */
const walkedIn = (source: string): readonly string[] => [...source.matchAll(/^walk\(\s*'([^']+)'/gm)].map((m) => m[1]!)

/** What is wrong with the walks of some journeys: a flow without one, or with two. */
const faults = (flows: readonly string[], sources: readonly string[]): readonly string[] => {
  const walked = sources.flatMap(walkedIn)
  return flows.flatMap((f) => {
    const times = walked.filter((w) => w === f).length
    return times === 1 ? [] : [`${f}: walked ${times} times`]
  })
}

test('every flow has one walk, and a walk is a pair', () => {
  const journeys = filesBelow('test/journeys', /\.test\.ts$/).map(read)
  expect(faults(Object.keys(identityFlows), journeys)).toEqual([])
  expect(modes).toEqual(['on', 'off'])
})

test('a flow that nobody walks is found', () => {
  const source = "walk('sign-up', here, steps)\n// walk('sign-out', here, steps)\n"
  expect(faults(['sign-up', 'sign-out'], [source])).toEqual(['sign-out: walked 0 times'])
  expect(faults(['sign-up'], [source, source])).toEqual(['sign-up: walked 2 times'])
})

test('every journey of such flows registers them by name', () => {
  const named = filesBelow('test/journeys', /\.test\.ts$/).flatMap((f) => walkedIn(read(f)))
  expect(named.filter((n) => !(n in identityFlows))).toEqual([])
})
