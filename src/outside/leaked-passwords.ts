/**
 * An operator's list of leaked passwords, looked up on the disk and never sent anywhere: one SHA-1 a line in hexadecimal,
 * sorted, with or without ":count" behind it, as the downloader of Have I Been Pwned writes them. About 30 small reads a
 * question, whatever the size of the file (OWASP ASVS 5.0 6.2.12).
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'

export interface LeakedPasswords {
  has(password: string): Promise<boolean>
}

const HASH = 40
/** Two lines and more: a hash, a colon, a count and an end of line. */
const WINDOW = 160

/** Throws when the file is not there or does not begin with a hash, so that a wrong path is seen at the start. */
export function openLeakedPasswords(path: string): LeakedPasswords {
  const { size } = statSync(path)
  const first = Buffer.alloc(HASH)
  const file = openSync(path, 'r')
  readSync(file, first, 0, HASH, 0)
  closeSync(file)
  if (!/^[0-9A-Fa-f]{40}$/.test(first.toString('latin1'))) throw new Error(`${path} is no list of SHA-1 hashes`)
  return {
    async has(password) {
      const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
      const handle = await open(path, 'r')
      const window = Buffer.alloc(WINDOW)
      /** The first line that begins at or behind a place. */
      const lineAt = async (place: number) => {
        const { bytesRead } = await handle.read(window, 0, WINDOW, Math.max(0, place - 1))
        const text = window.toString('latin1', 0, bytesRead)
        const start = place === 0 ? 0 : text.indexOf('\n') + 1
        return place > 0 && start === 0 ? undefined : text.slice(start, start + HASH).toUpperCase()
      }
      try {
        let low = 0
        let high = size
        while (low < high) {
          const middle = Math.floor((low + high) / 2)
          const line = await lineAt(middle)
          if (line === wanted) return true
          if (line && line.length === HASH && line < wanted) low = middle + 1
          else high = middle
        }
        return false
      } finally {
        await handle.close()
      }
    },
  }
}
