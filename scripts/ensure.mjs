/**
 * node scripts/ensure.mjs runtime|full — makes node_modules match package-lock.json.
 *
 * Promises: runs on the machine's own Node (20.19 or newer) and needs no package itself; installs only when the
 * lock file, the platform or the level changed ("full" satisfies "runtime"); two at once wait for one another.
 * The npm script that follows finds node_modules/.bin/node first on its PATH: the pinned Node 24 from the lock file.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const stampFile = path.join(root, 'node_modules', '.ensured')
// Not in node_modules, which npm deletes while it works; dist is ignored by git too.
const lockFolder = path.join(root, 'dist', '.installing')

const level = process.argv[2] ?? 'full'
if (level !== 'runtime' && level !== 'full') fail(`Unknown level "${level}": say runtime or full.`)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`OpenPECOS needs Node 20.19 or newer to start; this is Node ${process.versions.node}.`)
}

if (!isReady()) {
  await takeLock()
  if (!isReady()) install()
}

function wantedHash() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

function isReady() {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile, 'utf8'))
    return stamp.hash === wantedHash() && (stamp.level === 'full' || stamp.level === level)
  } catch {
    return false
  }
}

function install() {
  const what = level === 'full' ? 'all packages' : 'the runtime packages'
  console.log(`Installing ${what}, once per change of package-lock.json ...`)
  const began = Date.now()
  const hash = wantedHash()
  const parts = level === 'full' ? ['--include=dev'] : ['--omit=dev']
  const args = ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', ...parts]
  // npm hands its own options down as variables; the ones of `npm test` must not change what is installed.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(omit|include)|package|lifecycle)/.test(name),
  )
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit', env: Object.fromEntries(inherited) }
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.status !== 0) {
    fail(
      'npm could not install the packages; its own message is above.\n' +
        'The first start needs the npm registry: check the network and proxy (npm config get registry; npm ping),\n' +
        'then run the same command again. Without a network, bring node_modules/ from a machine that has one.',
    )
  }
  dropForeignNode()
  fs.writeFileSync(stampFile, JSON.stringify({ hash, level }))
  console.log(`Packages are ready after ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}

/** The shipped Node needs glibc. Where it does not run (Alpine), the machine's own must be found instead. */
function dropForeignNode() {
  const shipped = path.join(root, 'node_modules', '.bin', 'node')
  if (!fs.existsSync(shipped) || process.platform === 'win32') return
  if (spawnSync(shipped, ['--version']).status !== 0) fs.rmSync(shipped)
}

async function takeLock() {
  fs.mkdirSync(path.dirname(lockFolder), { recursive: true })
  const holderFile = path.join(lockFolder, 'pid')
  for (let told = false; ; told = true) {
    try {
      fs.mkdirSync(lockFolder)
      fs.writeFileSync(holderFile, String(process.pid))
      process.on('exit', () => fs.rmSync(lockFolder, { recursive: true, force: true }))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned(holderFile)) fs.rmSync(lockFolder, { recursive: true, force: true })
    else {
      if (!told) console.log('Another install is running here; waiting for it ...')
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

function isAbandoned(holderFile) {
  try {
    const pid = Number(fs.readFileSync(holderFile, 'utf8'))
    if (pid === 0) return false // Being written this moment.
    process.kill(pid, 0)
    return false
  } catch (error) {
    if (error.code === 'EPERM') return false
    if (error.code === 'ESRCH') return true
    // No file yet: its maker is between two lines, unless that was long ago.
    const made = fs.statSync(lockFolder, { throwIfNoEntry: false })
    return made !== undefined && Date.now() - made.mtimeMs > 5_000
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
