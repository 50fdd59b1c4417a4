/** The files of a form that acts once are scanned before its transaction begins, and only then. */
import { expect, test } from 'vitest'
import type { Services } from '#outside/services.ts'
import type { Upload } from './page.ts'
import { scannedAhead } from './scan-ahead.ts'

const upload = (text: string, tooLarge = false): Upload => ({
  field: 'file',
  fileName: 'a',
  bytes: Buffer.from(text),
  tooLarge,
})

test('every file is asked about once, ahead; later the answer is known, and of other bytes the scanner is asked', async () => {
  const asked: string[] = []
  const scan = async (bytes: Uint8Array) => {
    asked.push(Buffer.from(bytes).toString())
    return { kind: 'infected', found: Buffer.from(bytes).toString() } as const
  }
  const services = { scanner: { scan } } as unknown as Services
  const [one, two] = [upload('one'), upload('two')]
  const ahead = await scannedAhead(services, [one, two, upload('cut', true), upload('')])
  expect(asked).toEqual(['one', 'two'])
  expect(await ahead.scanner?.scan(two.bytes)).toEqual({ kind: 'infected', found: 'two' })
  expect(asked).toEqual(['one', 'two'])
  await ahead.scanner?.scan(Buffer.from('other'))
  expect(asked).toEqual(['one', 'two', 'other'])
})

test('without a scanner, or without files, everything stays as it is', async () => {
  const without = {} as Services
  expect(await scannedAhead(without, [upload('one')])).toBe(without)
  const services = { scanner: { scan: async () => ({ kind: 'clean' }) } } as unknown as Services
  expect(await scannedAhead(services, [])).toBe(services)
})
