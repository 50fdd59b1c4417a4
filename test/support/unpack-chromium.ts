/**
 * Unpacks the Chromium that comes with @sparticuz/chromium, once per version, into node_modules/.cache.
 *
 * Promises: works as root and as a user, without apt and without a system font; a half unpacked browser is never used.
 * The package's own loader unpacks its libraries only inside a cloud function and switches web security off.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'

export interface Chromium {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

export async function unpackedChromium(): Promise<Chromium> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const modules = main.slice(0, main.lastIndexOf('node_modules') + 'node_modules'.length)
  const shipped = path.join(modules, '@sparticuz', 'chromium')
  const { version } = JSON.parse(fs.readFileSync(path.join(shipped, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(modules, '.cache', 'e2e-browser', version)
  if (!fs.existsSync(folder)) await unpack(path.join(shipped, 'bin'), folder)
  writeFontSettings(folder)
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  }
}

async function unpack(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { recursive: true })
  await pipeline(
    fs.createReadStream(path.join(from, 'chromium.br')),
    zlib.createBrotliDecompress({ chunkSize: 2 ** 21 }),
    fs.createWriteStream(path.join(draft, 'chromium'), { mode: 0o755 }),
  )
  untar(brotli(path.join(from, 'al2023.tar.br')), path.join(draft, 'al2023'))
  untar(brotli(path.join(from, 'fonts.tar.br')), path.join(draft, 'fonts'))
  untar(brotli(path.join(from, 'swiftshader.tar.br')), draft)
  try {
    fs.renameSync(draft, to)
  } catch (error) {
    // Another test process was quicker; its copy is as good.
    fs.rmSync(draft, { recursive: true, force: true })
    if (!fs.existsSync(to)) throw error
  }
}

const brotli = (file: string) => zlib.brotliDecompressSync(fs.readFileSync(file))

/** Written anew when it differs, because it names the folder, and a checkout can be moved or copied. */
function writeFontSettings(folder: string): void {
  const file = path.join(folder, 'fonts.conf')
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontcache</cachedir>
</fontconfig>
`
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return
  fs.rmSync(path.join(folder, 'fontcache'), { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, 'fontcache'), { recursive: true })
  fs.writeFileSync(file, text)
}

const BLOCK = 512

/** As much of the tar format as these archives use: folders, files, symbolic links and long names. */
function untar(archive: Buffer, folder: string): void {
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + BLOCK)
    const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
    const number = (from: number, to: number) => Number.parseInt(text(from, to).trim() || '0', 8)
    const size = number(124, 136)
    const content = archive.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK

    const type = text(156, 157)
    if (type === 'L') {
      longName = content.toString('utf8').replace(/\0.*$/s, '')
      continue
    }
    const name = longName ?? [text(345, 500), text(0, 100)].filter(Boolean).join('/')
    longName = undefined
    if (type === 'x' || type === 'g') continue

    const target = path.join(folder, name)
    if (!`${target}/`.startsWith(`${folder}/`)) throw new Error(`the archive leaves its folder: ${name}`)
    fs.mkdirSync(type === '5' ? target : path.dirname(target), { recursive: true })
    if (type === '2') fs.symlinkSync(text(157, 257), target)
    else if (type !== '5') fs.writeFileSync(target, content, { mode: number(100, 108) | 0o644 })
  }
}
