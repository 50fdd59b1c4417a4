/**
 * An invented NPPES file of any length, the same bytes for the same seed: providers of the demonstration with other
 * numbers and last names, as many distinct names as a nation has. A piece at a time, so that nothing is held.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { nppesHeaderLine, nppesLine } from '#demo/registry/nppes-file.ts'
import { registryParties } from '#demo/registry/registry-parties.ts'
import { type Npi, withCheckDigit } from '#domain/identifiers/npi.ts'

/** Rows of the monthly file of 2026. */
export const NATION = 9_000_000

const PIECE = 1 << 20
const NUMBER = '0000000000'
const NAME = '@@@@'
const onsets = 'B C D F G H K L M N P R S T V W BR CH CR DR FR GR KR PL SH ST TH TR WH'.split(' ')
const nuclei = 'A E I O U AI EA IE OO OU'.split(' ')
const codas = ['', '', 'L', 'N', 'R', 'S', 'T', 'CK', 'ND', 'RD', 'TT', 'NN']

/** A name for each number; few of the first million are the same. */
function nameOf(n: number): string {
  let name = ''
  for (let left = n, i = 0; i < 2 || left > 0; i++) {
    name += onsets[left % onsets.length]! + nuclei[Math.floor(left / 29) % nuclei.length]!
    left = Math.floor(left / 290)
    if (left <= 0 && i > 0) name += codas[n % codas.length]!
  }
  return name
}

/** Half of all have one of some thousand names, the rest of nearly a million, as it is with people. */
const rank = (random: number): number => Math.floor(900_000 * random ** 5)

/** The text, header first. `skip` leaves out rows at the beginning, `marked` changes every name: a later week's file. */
export function* nationalFile(rows: number, { skip = 0, name = '' } = {}): Generator<Buffer> {
  const templates = registryParties(1)
    .filter((p) => !p.deactivatedOn)
    .map((p) =>
      nppesLine({
        ...p,
        npi: NUMBER as Npi,
        ...(p.person && { person: { ...p.person, last: NAME } }),
        ...(p.organization && { organization: `${NAME} ${p.organization}` }),
      }).split(new RegExp(`${NUMBER}|${NAME}`)),
    )
  yield Buffer.from(nppesHeaderLine)
  let text = ''
  let seed = 855
  for (let i = 0; i < rows; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    if (i < skip) continue
    // One number in eleven is in use, as in the real file nearly all are.
    const npi = withCheckDigit(String(200_000_000 + i * 11))
    const [before, between, ...after] = templates[seed % templates.length]!
    text += `${before}${npi}${between}${name}${nameOf(rank(seed / 2 ** 32))}${after.join(NAME)}`
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** Writes it; gives its length in bytes. */
export async function writeNationalFile(path: string, ...given: Parameters<typeof nationalFile>): Promise<number> {
  const file: FileHandle = await open(path, 'w')
  let bytes = 0
  try {
    for (const piece of nationalFile(...given)) bytes += (await file.write(piece)).bytesWritten
  } finally {
    await file.close()
  }
  return bytes
}
