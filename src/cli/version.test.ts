import { expect, test, vi } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { main } from './main.ts'

test('--version says the version of package.json, and nothing failed', async () => {
  const said: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  try {
    await main(['--version'])
  } finally {
    out.mockRestore()
  }
  expect(said.join('')).toBe(`${packageFile.version}\n`)
  expect(process.exitCode ?? 0).toBe(0)
})
