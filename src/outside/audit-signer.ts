/**
 * Signs checkpoints of the audit log (Ed25519, RFC 8032) with a key derived from the master key, which no database has.
 * After a rotation of the master key the earlier public key still verifies what it signed.
 */
import { createHash, createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'

export interface AuditSigner {
  readonly keyId: string
  /** PEM (SPKI) of the key that signs now, for readers who have nothing else of this installation. */
  readonly publicKey: string
  sign(text: string): string
  /** False for keys that are not held. */
  verifies(text: string, keyId: string, signature: string): boolean
}

/** PKCS 8 around a raw 32-byte seed (RFC 8410). */
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

interface Pair {
  readonly id: string
  readonly private: KeyObject
  readonly public: KeyObject
}
/** How a public key is called: the beginning of the SHA-256 of its SPKI form. */
export const keyIdOf = (open: KeyObject): string =>
  createHash('sha256')
    .update(open.export({ format: 'der', type: 'spki' }))
    .digest('base64url')
    .slice(0, 16)

function pairOf(seed: Uint8Array): Pair {
  const key = createPrivateKey({ key: Buffer.concat([PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(key)
  return { id: keyIdOf(open), private: key, public: open }
}

/** The first seed signs; the others only verify (src/outside/secrets.ts). */
export function openAuditSigner([seed, ...earlier]: readonly Uint8Array[]): AuditSigner {
  if (!seed) throw new Error('no key to sign the audit log with')
  const current = pairOf(seed)
  const pairs = [current, ...earlier.map(pairOf)]
  return {
    keyId: current.id,
    publicKey: current.public.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), current.private).toString('base64url'),
    verifies(text, keyId, signature) {
      const pair = pairs.find((p) => p.id === keyId)
      return pair !== undefined && verify(null, Buffer.from(text), pair.public, Buffer.from(signature, 'base64url'))
    },
  }
}

export const sha256 = (text: string): string => hash('sha256', text, 'base64url')
