/** A mail that was sent before the master key was replaced can still be stopped by its address, and nobody else's. */
import { expect, test } from 'vitest'
import { openSecrets } from '#outside/secrets.ts'
import { keptOfMaster, readKept, writeKept } from '../keys/kept-keys.ts'
import { stopPath, stopPaths } from './send-digests.ts'

test('the address in a mail works after a rotation of the master key, for its reader only', () => {
  const [before, after] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  const mailed = stopPath(openSecrets(before), 'rosa')
  const now = openSecrets(after, [readKept(writeKept(keptOfMaster(before)))])
  expect(stopPaths(now, 'rosa')).toContain(mailed)
  expect(stopPaths(now, 'rosa')).toContain(stopPath(now, 'rosa'))
  expect(stopPaths(now, 'ben')).not.toContain(mailed)
  expect(stopPaths(openSecrets(after), 'rosa')).not.toContain(mailed)
})
