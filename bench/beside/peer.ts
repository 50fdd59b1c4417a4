/** What only the benchmarks compare with, and only when somebody installed it: npm install --prefix bench/peers. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'

const missed = new Set<string>()

/** Undefined when it is not there, which is said once. `BENCH_PEERS` may say in which folder it is. */
export async function peer<Module>(name: string): Promise<Module | undefined> {
  const folder = process.env.BENCH_PEERS ?? join(repositoryRoot(), 'bench/peers')
  let path: string
  try {
    path = createRequire(join(folder, 'package.json')).resolve(name)
  } catch {
    if (!missed.has(name))
      process.stderr.write(`${name} is not installed and not compared: npm install --prefix bench/peers\n`)
    missed.add(name)
    return undefined
  }
  return import(pathToFileURL(path).href) as Promise<Module>
}
