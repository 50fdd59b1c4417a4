/**
 * npm start — builds and starts the portal in this very process, so that a signal reaches it directly.
 */
import { requireNode } from './node-version.mjs'

requireNode()
// Faults are then reported with the lines of the sources, not of the bundle.
process.setSourceMapsEnabled(true)

const began = performance.now()
const { buildAll } = await import('./build.mjs')
await buildAll()
console.log(`Node ${process.version}, built in ${Math.round(performance.now() - began)} ms`)

const { main } = await import('../dist/portal.mjs')
await main()
