/**
 * What must outlive a master key: the keys derived from it under which there are values that cannot be made anew
 * (blind indexes, hashes of passwords, digests of recovery codes, signed checkpoints). Pure.
 */
import { indexKeyOf } from '#db/queries/keys/sealing-keys.ts'
import { openSecrets, type SecretsBefore } from '#outside/secrets.ts'

export interface KeptKeys extends SecretsBefore {
  readonly index: Buffer
}

export function keptOfMaster(master: Uint8Array): KeptKeys {
  const { pepper, recovery, audit } = openSecrets(master)
  return { index: indexKeyOf(master), pepper, recovery, audit: audit[0]! }
}

export const writeKept = (k: KeptKeys): Buffer =>
  Buffer.from(JSON.stringify(names.map((name) => k[name].toString('base64url'))))

/** Throws when it is not what `writeKept` wrote. */
export function readKept(bytes: Uint8Array): KeptKeys {
  const texts = JSON.parse(Buffer.from(bytes).toString()) as readonly string[]
  const [index, pepper, recovery, audit] = texts.map((t) => Buffer.from(t, 'base64url'))
  if (!index || !pepper || !recovery || !audit) throw new Error('kept keys are not whole')
  return { index, pepper, recovery, audit }
}
const names = ['index', 'pepper', 'recovery', 'audit'] as const
