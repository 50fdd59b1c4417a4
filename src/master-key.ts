/** The 32 bytes from which every key is derived: from the configuration, else made once and kept beside the data. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, keyFile } from './config.ts'

export function masterKey(c: Config): { readonly current: Buffer; readonly previous: Buffer | undefined } {
  const previous = c.previousMasterKey ? Buffer.from(c.previousMasterKey, 'hex') : undefined
  if (c.masterKey) return { current: Buffer.from(c.masterKey, 'hex'), previous }
  const path = keyFile(c)
  if (!existsSync(path)) {
    // The data folder must stay passable for the account that the embedded database runs as.
    mkdirSync(c.dataDir, { recursive: true, mode: 0o711 })
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // "wx": when two start at once, the second reads what the first wrote.
    try {
      writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
  return { current: Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'), previous }
}
