/**
 * Builds what runs: dist/portal.mjs, dist/cli.mjs, dist/file-thread.mjs and dist/public/ (scripts, styles, fonts).
 *
 * Promises: a build with nothing changed takes well under 300 ms; an entry that does not exist is skipped;
 * every output appears whole. SQL is not bundled: programs read it from the repository, one level above dist/.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { buildStyles } from './build-styles.mjs'

const root = path.resolve(import.meta.dirname, '..')
const inRoot = (...parts) => path.join(root, ...parts)

/** The last is what threads of the others run. */
const programs = {
  portal: 'src/main.ts',
  cli: 'src/cli/main.ts',
  'file-thread': 'src/outside/threads/file-thread.ts',
}

/** `force` makes the styles anew even when nothing they are made of changed. */
export async function buildAll({ force = false } = {}) {
  await Promise.all([
    bundlePrograms(programs),
    bundleBrowserScripts(),
    buildStyles({ root, force }),
    copyFonts(),
    copyAssets(),
  ])
  stampAssets()
  // esbuild's helper process would live as long as the portal.
  await esbuild.stop()
}

/** Skips the build when no source is newer than the program: a command line should answer at once. */
export async function buildIfStale(name) {
  const built = fs.statSync(inRoot('dist', `${name}.mjs`), { throwIfNoEntry: false })
  if (!built || newest(inRoot('src')) > built.mtimeMs) await buildAll()
}

/** For programs that only developers run. */
export async function buildProgram(name, entry) {
  await bundlePrograms({ [name]: entry })
  await esbuild.stop()
}

async function bundlePrograms(wanted) {
  const present = Object.entries(wanted).filter(([, entry]) => fs.existsSync(inRoot(entry)))
  if (present.length === 0) return
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function bundleBrowserScripts() {
  // The one script of every page; it imports the others.
  const entry = inRoot('src', 'web', 'browser', 'portal.ts')
  if (!fs.existsSync(entry)) return
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'dist/public/scripts',
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari15'],
    minify: true,
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function copyFonts() {
  const from = inRoot('node_modules', '@fontsource', 'public-sans', 'files')
  const to = inRoot('dist', 'public', 'fonts')
  fs.mkdirSync(to, { recursive: true })
  for (const face of ['400-normal', '400-italic', '600-normal', '700-normal', '700-italic']) {
    const name = `public-sans-latin-${face}.woff2`
    const source = path.join(from, name)
    const size = fs.statSync(path.join(to, name), { throwIfNoEntry: false })?.size
    if (size !== fs.statSync(source).size) fs.copyFileSync(source, path.join(to, name))
  }
}

/** Our own images, served as they are. */
async function copyAssets() {
  const from = inRoot('src', 'web', 'assets')
  if (fs.existsSync(from)) fs.cpSync(from, inRoot('dist', 'public'), { recursive: true })
}

/** Pages ask for styles and scripts by this stamp, because browsers keep them for a year. */
function stampAssets() {
  const hash = createHash('sha256')
  for (const name of ['styles/portal.css', 'scripts/portal.js', 'icon.svg']) {
    const file = inRoot('dist', 'public', name)
    if (fs.existsSync(file)) hash.update(fs.readFileSync(file))
  }
  fs.writeFileSync(inRoot('dist', 'public', 'build.txt'), hash.digest('hex').slice(0, 12))
}

function newest(folder) {
  let latest = 0
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs)
  }
  return latest
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === import.meta.filename) {
  const began = performance.now()
  await buildAll({ force: process.argv.includes('--force') })
  console.log(`built in ${Math.round(performance.now() - began)} ms`)
}
