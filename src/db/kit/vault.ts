/**
 * Encryption at rest of restricted values, and blind indexes to find them by equality.
 * AES-256-GCM; the place of the value (table, column, row) is authenticated with it, so an envelope
 * copied to another row does not open. One master key, a key per purpose by HKDF (RFC 5869).
 * Envelope: key id (1 byte), nonce (12), tag (16), ciphertext.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

export interface Vault {
  /** Tells the key that seals from others; nothing of the key can be found from it. */
  readonly keyId: string
  /** Of the key that only opens. */
  readonly previousKeyId: string | undefined
  /** `place` is "table|column|row id". */
  seal(place: string, clear: string | Uint8Array): Buffer
  /** Throws when the envelope was altered, moved, or sealed under a key that is not held. */
  unseal(place: string, envelope: Uint8Array): Buffer
  /** The same value under the key that seals; undefined when it is sealed under that already. Throws as `unseal` does. */
  reseal(place: string, envelope: Uint8Array): Buffer | undefined
  /** A keyed digest for equality search: the same value gives the same index within one purpose. */
  blindIndex(purpose: string, value: string): string
  /** From now on `blindIndex` uses this key: the one with which the digests of this database were made. */
  indexWith(key: Buffer): void
}

const KEY_ID = 1
const NONCE = 12
const TAG = 16

/** `master` is 32 random bytes; `previous` opens what was sealed before a rotation. */
export function openVault(master: Uint8Array, previous?: Uint8Array): Vault {
  const keys = [keysOf(master), ...(previous ? [keysOf(previous)] : [])]
  const current = keys[0]!
  let index = indexKeyOf(master)
  const seal = (place: string, clear: string | Uint8Array): Buffer => {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', current.seal, nonce)
    cipher.setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(clear), cipher.final()])
    return Buffer.concat([Buffer.from([KEY_ID]), nonce, cipher.getAuthTag(), body])
  }
  const unseal = (place: string, envelope: Uint8Array): Buffer => {
    for (const key of keys) {
      const opened = tryOpen(key.seal, place, Buffer.from(envelope))
      if (opened) return opened
    }
    throw new Error(
      `sealed value at ${place.split('|').slice(0, 2).join('.')} does not open: altered, moved, or its key is missing`,
    )
  }
  return {
    keyId: current.id,
    previousKeyId: keys[1]?.id,
    seal,
    unseal,
    reseal: (place, envelope) =>
      tryOpen(current.seal, place, Buffer.from(envelope)) ? undefined : seal(place, unseal(place, envelope)),
    blindIndex: (purpose, value) => createHmac('sha256', index).update(`${purpose}\0${value}`).digest('base64url'),
    indexWith(key) {
      index = key
    },
  }
}

/** The key of the digests that a database begins with which is sealed under `master` first. */
export const indexKeyOf = (master: Uint8Array): Buffer => derive(master, 'blind index')

function tryOpen(key: KeyObject, place: string, envelope: Buffer): Buffer | undefined {
  if (envelope[0] !== KEY_ID || envelope.length < 1 + NONCE + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, envelope.subarray(1, 1 + NONCE))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(envelope.subarray(1 + NONCE, 1 + NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(envelope.subarray(1 + NONCE + TAG)), decipher.final()])
  } catch {
    return undefined
  }
}

const derive = (master: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `openpecos ${purpose}`, 32))
const keysOf = (master: Uint8Array) => {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes')
  // As Node holds it: taking in raw bytes anew costs more than opening a value.
  return { seal: createSecretKey(derive(master, 'seal')), id: derive(master, 'key id').toString('hex').slice(0, 16) }
}
