/**
 * npm run docs — writes docs/generated from the tables the program itself runs on (src/cli/write-docs.ts).
 */
import fs from 'node:fs'
import path from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode()
process.setSourceMapsEnabled(true)

const entry = 'src/cli/write-docs.ts'
if (!fs.existsSync(path.resolve(import.meta.dirname, '..', entry))) {
  console.log(`${entry} does not exist yet: nothing to write.`)
  process.exit(0)
}
const { buildProgram } = await import('./build.mjs')
await buildProgram('write-docs', entry)

const { main } = await import('../dist/write-docs.mjs')
await main(process.argv.slice(2))
