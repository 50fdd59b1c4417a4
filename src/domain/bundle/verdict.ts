/** What may be wrong with a bundle of evidence, and how the files are judged by their table of contents. Pure. */
import { type BundledFile, MANIFEST, PUBLIC_KEY, SIGNATURE, unlisted } from './manifest.ts'

export const bundleFaults = [
  'unreadable',
  'missing',
  'malformed',
  'signature',
  'key-differs',
  'not-trusted',
  'altered',
  'added',
  'twice',
] as const
export type BundleFault = (typeof bundleFaults)[number]
export interface BadFile {
  readonly file: string
  readonly fault: BundleFault
}

export interface FoundFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** The first thing that is wrong with the names alone: a file twice, or one of the three that must be there. */
export function badNames(names: readonly string[]): BadFile | undefined {
  const twice = names.find((n, i) => names.indexOf(n) !== i)
  if (twice !== undefined) return { file: twice, fault: 'twice' }
  const missing = [MANIFEST, SIGNATURE, PUBLIC_KEY].find((n) => !names.includes(n))
  return missing === undefined ? undefined : { file: missing, fault: 'missing' }
}

/** The first file that is not as listed, in the order of the list; then the first that is in no list. */
export function badFile(listed: readonly BundledFile[], found: readonly FoundFile[]): BadFile | undefined {
  const by = new Map(found.map((f) => [f.path, f]))
  for (const l of listed) {
    const f = by.get(l.path)
    if (!f) return { file: l.path, fault: 'missing' }
    if (f.sha256 !== l.sha256 || f.bytes !== l.bytes) return { file: l.path, fault: 'altered' }
  }
  const known = new Set([...unlisted, ...listed.map((l) => l.path)])
  const added = found.find((f) => !known.has(f.path))
  return added && { file: added.path, fault: 'added' }
}
