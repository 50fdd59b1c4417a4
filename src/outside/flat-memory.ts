/**
 * For a process of its own that reads gigabytes in pieces and keeps none of them. V8 gives new objects more and more room
 * (64 MB and more) as long as many are made; that helps a server, and here it would only be memory that nothing needs.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** From now on new objects have the room that they had when the process began, some 2 MB. Not for a server. */
export function keepMemoryFlat(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void
  // Gives back what reading the program itself took.
  collect({ type: 'major', flavor: 'last-resort' })
}
