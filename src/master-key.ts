/**
 * The 32 bytes from which every key is derived: from the configuration, else made once and kept beside the data. While
 * such a key of our own is being replaced, the former one lies beside it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, keyFile } from './config.ts'

const formerFile = (c: Config): string => `${keyFile(c)}.previous`
const keyIn = (path: string): Buffer => Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')

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
  const current = keyIn(path)
  const former = previous ?? (existsSync(formerFile(c)) ? keyIn(formerFile(c)) : undefined)
  // Equal when a rotation was killed after it had put the key aside and before there was a new one.
  return { current, previous: former?.equals(current) ? undefined : former }
}

/**
 * Before everything is sealed anew: puts a new key in the place of our own, and the former one beside it, unless that was
 * done before. False when the key comes from the configuration and no former one is set with it.
 */
export function beginRotation(c: Config): boolean {
  const { current, previous } = masterKey(c)
  if (previous) return true
  if (c.masterKey) return false
  const keep = (path: string, key: Buffer) => {
    writeFileSync(`${path}.part`, key.toString('hex'), { mode: 0o600, flush: true })
    renameSync(`${path}.part`, path)
  }
  keep(formerFile(c), current)
  keep(keyFile(c), randomBytes(32))
  return true
}

/** Removes the file of the former key; false when there is none. */
export function endRotation(c: Config): boolean {
  const had = existsSync(formerFile(c))
  rmSync(formerFile(c), { force: true })
  return had
}
