/**
 * npm run bench -- <arguments> — builds everything and runs the measurements of bench/main.ts.
 */
import { requireNode } from './node-version.mjs'

requireNode()
process.setSourceMapsEnabled(true)

const { buildAll, buildProgram } = await import('./build.mjs')
await buildAll()
await buildProgram('bench', 'bench/main.ts')
await buildProgram('bench-children', 'bench/nppes/children.ts')

const { main } = await import('../dist/bench.mjs')
await main(process.argv.slice(2))
