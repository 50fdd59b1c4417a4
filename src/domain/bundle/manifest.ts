/**
 * The table of contents of a bundle of evidence: what was decided, by which rules and lists, and the SHA-256 of every
 * file beside it. Its canonical text is what is signed. Pure.
 */
import { canonicalJson } from '../canonical-json.ts'
import type { RuleVersion } from './rule-versions.ts'

export const BUNDLE_FORMAT = 'openpecos-evidence/1'
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'signature.txt'
export const PUBLIC_KEY = 'public-key.pem'
/** Files that the table of contents cannot list: itself, and what vouches for it. */
export const unlisted: readonly string[] = [MANIFEST, SIGNATURE, PUBLIC_KEY]

export interface BundledFile {
  readonly path: string
  /** Hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}
export interface ListVersion {
  readonly source: string
  readonly asOf?: string
  readonly sha256?: string
  readonly rows?: number
}
export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT
  readonly applicationId: string
  readonly trackingNumber: string
  readonly form: string
  readonly edition: string
  readonly status: string
  /** Null while nothing is decided. */
  readonly decision: Readonly<Record<string, unknown>> | null
  /** SHA-256 of each text that was signed; the record in the bundle is drawn from it, with hidden answers masked. */
  readonly submissions: readonly { readonly ordinal: number; readonly sha256: string; readonly signedAt: string }[]
  readonly rules: readonly RuleVersion[]
  readonly lists: readonly ListVersion[]
  readonly files: readonly BundledFile[]
  readonly madeAt: string
  readonly madeBy: string
  readonly program: string
  /** Of the key beside it. */
  readonly keyId: string
}

export const manifestText = (m: Manifest): string => canonicalJson(m)

const isText = (v: unknown): v is string => typeof v === 'string'
const isFile = (v: unknown): v is BundledFile => {
  const f = v as Partial<BundledFile> | null
  return (
    typeof f === 'object' &&
    f !== null &&
    isText(f.path) &&
    isText(f.sha256) &&
    /^[0-9a-f]{64}$/.test(f.sha256) &&
    typeof f.bytes === 'number'
  )
}

/** Undefined for what is no manifest of this format, is not in its one spelling, or lists a path twice. */
export function readManifest(text: string): Manifest | undefined {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return undefined
  }
  const m = read as Partial<Manifest> | null
  if (typeof m !== 'object' || m === null || m.format !== BUNDLE_FORMAT || canonicalJson(m) !== text) return undefined
  if (!isText(m.keyId) || !isText(m.trackingNumber) || !Array.isArray(m.files) || !m.files.every(isFile))
    return undefined
  const paths = m.files.map((f) => f.path)
  return new Set(paths).size === paths.length && !paths.some((p) => unlisted.includes(p)) ? (m as Manifest) : undefined
}
