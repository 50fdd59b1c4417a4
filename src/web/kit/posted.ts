/** Reads queries and posted forms strictly: a field that is not declared, or repeated, is refused by name. */
import type { FastifyRequest } from 'fastify'
import type { Subject } from '#domain/access/policy.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Services } from '#outside/services.ts'
import type { AnyPage, Fields, Params, Upload, UploadReceiver } from './page.ts'

export interface Posted {
  readonly fields: Fields
  readonly uploads: readonly Upload[]
}

type Names = readonly string[] | ((subject: Subject, params: Params) => readonly string[])

/** Longest text of one field; the longest question takes 2,000 characters. */
const FIELD_BYTES = 100_000
const FORM = 'application/x-www-form-urlencoded'

export function readQuery(request: FastifyRequest, declared: readonly string[]): Result<Fields> {
  return accept(Object.entries(request.query as Record<string, string | string[]>), declared, [])
}

export async function readPosted(
  request: FastifyRequest,
  posting: NonNullable<AnyPage['post']>,
  subject: Subject,
  params: Params,
  services: Services,
): Promise<Result<Posted>> {
  const list = (names: Names | undefined) => (typeof names === 'function' ? names(subject, params) : (names ?? []))
  const declared = [...list(posting.fields), ...list(posting.many), 'csrf', 'once', 'go']
  const uploads: Upload[] = []
  let entries: (readonly [string, string | string[]])[]
  if (request.isMultipart()) {
    const read = await readParts(request, posting.upload, uploads, services)
    if (!read.ok) return read
    entries = read.value
  } else if (request.body === undefined || request.headers['content-type']?.split(';')[0]?.trim() === FORM)
    entries = Object.entries((request.body ?? {}) as Record<string, string | string[]>)
  // Other bodies are read for the API; a page would mistake their numbers and lists for what somebody typed.
  else return refuse({ code: 'not-a-form' })
  const fields = accept(entries, declared, list(posting.many))
  return fields.ok ? ok({ fields: fields.value, uploads }) : fields
}

async function readParts(
  request: FastifyRequest,
  upload: NonNullable<AnyPage['post']>['upload'],
  uploads: Upload[],
  services: Services,
): Promise<Result<(readonly [string, string | string[]])[]>> {
  const entries: (readonly [string, string])[] = []
  const limits = {
    fileSize: upload?.maxBytes ?? 0,
    files: upload?.maxFiles ?? 0,
    fields: 60,
    parts: 80,
    fieldSize: FIELD_BYTES,
  }
  for await (const part of whole(request, limits)) {
    if (part === 'broken-off') return refuse({ code: 'form-broken-off' })
    if (part.type === 'field') {
      if (part.valueTruncated) return refuse({ code: 'field-too-large', with: { field: part.fieldname } })
      entries.push([part.fieldname, String(part.value)])
    } else {
      if (part.fieldname !== upload?.field) return refuse({ code: 'unknown-field', with: { field: part.fieldname } })
      const receiver = part.filename ? upload.receive?.(services) : undefined
      const bytes = receiver ? Buffer.alloc(0) : await part.toBuffer()
      const received = receiver && (await receiveAll(part.file, receiver))
      if (part.filename)
        uploads.push({
          field: part.fieldname,
          fileName: part.filename.replaceAll('\0', ''),
          bytes,
          tooLarge: part.file.truncated,
          received,
        })
    }
  }
  return ok(entries)
}

/** What a parser says of a form without boundary or end; it has no codes. */
const BROKEN_OFF = /^Multipart: |^Unexpected end of multipart|terminated early/

async function* whole(request: FastifyRequest, limits: object) {
  try {
    yield* request.parts({ limits })
  } catch (fault) {
    if (!(fault instanceof Error && BROKEN_OFF.test(fault.message))) throw fault
    yield 'broken-off' as const
  }
}

async function receiveAll(file: AsyncIterable<Uint8Array>, receiver: UploadReceiver): Promise<unknown> {
  try {
    for await (const chunk of file) await receiver.chunk(chunk)
    return await receiver.end()
  } catch (fault) {
    receiver.abandon()
    throw fault
  }
}

function accept(
  entries: readonly (readonly [string, string | string[]])[],
  declared: readonly string[],
  many: readonly string[],
): Result<Fields> {
  const problems: Problem[] = []
  const fields: Record<string, string> = Object.create(null)
  for (const [name, given] of entries) {
    if (!declared.includes(name)) problems.push({ code: 'unknown-field', with: { field: name.slice(0, 60) } })
    // PostgreSQL keeps no NUL, and nobody types one.
    else if ([given].flat().some((v) => v.includes('\0')))
      problems.push({ code: 'unreadable-field', with: { field: name } })
    else if (many.includes(name)) fields[name] = [fields[name], ...[given].flat()].filter(Boolean).join(',')
    else if (Array.isArray(given) || name in fields) problems.push({ code: 'repeated-field', with: { field: name } })
    else fields[name] = given
  }
  const [first, ...rest] = problems
  return first ? refuse(first, ...rest) : ok(fields)
}
