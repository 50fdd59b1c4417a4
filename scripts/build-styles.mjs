/**
 * Compiles src/web/styles/portal.scss, which draws on the USWDS Sass packages, to dist/public/styles/portal.css,
 * and copies the icons it names to dist/public/img/.
 *
 * Promises: the seconds this takes are spent only when a style file or a package version changed;
 * the compiler is not even loaded otherwise.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export async function buildStyles({ root, force = false }) {
  const folder = path.join(root, 'src', 'web', 'styles')
  const entry = path.join(folder, 'portal.scss')
  if (!fs.existsSync(entry)) return
  const output = path.join(root, 'dist', 'public', 'styles', 'portal.css')
  const stampFile = path.join(root, 'dist', '.styles-stamp')
  const stamp = ingredients(root, folder)
  if (!force && fs.existsSync(output) && read(stampFile) === stamp) return

  const css = await compileStyles(root)
  copyImages(css, root)
  fs.mkdirSync(path.dirname(output), { recursive: true })
  fs.writeFileSync(`${output}.${process.pid}`, css)
  fs.renameSync(`${output}.${process.pid}`, output)
  fs.writeFileSync(stampFile, stamp)
}

/** The style sheet as text. */
export async function compileStyles(root) {
  const sass = await import('sass')
  // Not compileAsync, which takes twice as long.
  return sass.compile(path.join(root, 'src', 'web', 'styles', 'portal.scss'), {
    loadPaths: [path.join(root, 'node_modules', '@uswds', 'uswds', 'packages')],
    style: 'compressed',
    // USWDS is written for older Sass; its deprecations are not ours to mend, and would bury ours.
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  }).css
}

/** The icons that the styles name, out of the hundreds that USWDS has. */
function copyImages(css, root) {
  for (const [, name] of css.matchAll(/url\("?\/assets\/img\/([\w./-]+)"?\)/g)) {
    const to = path.join(root, 'dist', 'public', 'img', name)
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.copyFileSync(path.join(root, 'node_modules', '@uswds', 'uswds', 'dist', 'img', name), to)
  }
}

/** Everything the result depends on, as one hash. */
function ingredients(root, folder) {
  const hash = createHash('sha256')
  hash.update(fs.readFileSync(import.meta.filename))
  for (const name of ['@uswds/uswds', 'sass']) {
    hash.update(JSON.parse(fs.readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version)
  }
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, name)
    if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}
