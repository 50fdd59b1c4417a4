/**
 * A form that acts once holds a connection of the database while it acts, and there are few of them: what the scanner says
 * of its files, for which it may take long, is asked before. Authority: none, it only looks.
 */
import type { Scanner } from '#outside/malware/scanner.ts'
import type { Services } from '#outside/services.ts'
import type { Upload } from './page.ts'

/** The services, whose scanner has its answers to these files already. */
export async function scannedAhead(services: Services, uploads: readonly Upload[]): Promise<Services> {
  const { scanner } = services
  // What is cut or empty is refused before anybody scans it.
  const files = uploads.filter((u) => !u.tooLarge && u.bytes.length > 0)
  if (!scanner || files.length === 0) return services
  const known = new Map<Uint8Array, Awaited<ReturnType<Scanner['scan']>>>()
  for (const { bytes } of files) known.set(bytes, await scanner.scan(bytes))
  return { ...services, scanner: { scan: async (bytes) => known.get(bytes) ?? scanner.scan(bytes) } }
}
