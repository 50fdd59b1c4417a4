/**
 * npm test [-- <vitest arguments>] — builds, then checks types, lint and every test, and ends with one line:
 * `N passed, N failed`, followed by the skipped when there are any.
 *
 * Promises: everything is run even when something fails, and the line and the exit code tell it (build, types and lint
 * count as one check each); with arguments only the tests they select are run.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode()
const root = path.resolve(import.meta.dirname, '..')
const reportFile = path.join(root, 'test-results', 'vitest.json')
const chosen = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }

const built = await build()
if (chosen.length === 0) {
  record('Build', built)
  record('Types', run('typescript/bin/tsc', ['--noEmit']))
  record('Lint', run('@biomejs/biome/bin/biome', ['check', '.']))
} else if (!built) record('Build', built)
runTests()

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

function run(program, args) {
  const file = path.join(root, 'node_modules', program)
  return (
    spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  )
}

async function build() {
  const { buildAll } = await import('./build.mjs')
  try {
    await buildAll()
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

function record(name, fine) {
  console.log(`${name}: ${fine ? 'ok' : 'FAILED'}`)
  total[fine ? 'passed' : 'failed'] += 1
}

function runTests() {
  fs.rmSync(reportFile, { force: true })
  const fine = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...chosen,
  ])
  const before = total.failed
  if (fs.existsSync(reportFile)) count(JSON.parse(fs.readFileSync(reportFile, 'utf8')))
  // A fault outside any test (the configuration, an unhandled rejection) fails the run without failing a test.
  if (!fine && total.failed === before) total.failed += 1
}

function count(report) {
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests
  total.skipped += report.numPendingTests + report.numTodoTests
  // A file that cannot even be loaded has no tests to count.
  total.failed += report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
}
