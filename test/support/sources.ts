/** The repository as text, for the checks that read it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = new URL('../..', import.meta.url).pathname

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Files below a folder whose names match, as paths in the repository, sorted. */
export const filesBelow = (folder: string, name: RegExp): readonly string[] =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .map((f) => `${folder}/${f}`)
    .filter((f) => name.test(f))
    .sort()

/** The program's own TypeScript, without tests. */
export const programFiles = (): readonly string[] =>
  filesBelow('src', /\.tsx?$/).filter((f) => !/\.(test|fixture)\.tsx?$/.test(f))

/** TypeScript without comments, so that naming a thing in prose is no use of it. */
export const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
