/** `evidence verify`, which needs no database, `evidence export` and `evidence key`. */
import { createWriteStream, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { subjectByTrackingNumber } from '#db/queries/application/applications.ts'
import { authorize } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { verifyBundle } from '#outside/bundle/verify-bundle.ts'
import { exportEvidence } from '#use-cases/evidence/export-evidence.ts'
import { noteExport } from '#use-cases/evidence/note-export.ts'
import { en } from '#words/index.ts'
import { exit, type FilesContext } from './context.ts'

const words = en.desk.evidence.command
const out = (line: string) => process.stdout.write(`${line}\n`)

export function evidence(program: Command, open: () => Promise<FilesContext>): void {
  const group = program.command('evidence').description(words.about)
  group
    .command('verify')
    .description(words.verify)
    .argument('<bundle>')
    .option('--key <file>', words.key)
    .option('--json', words.json)
    .action(async (bundle: string, o: { readonly key?: string; readonly json?: boolean }) => {
      const verdict = await verifyBundle(bundle, o.key && readFileSync(o.key, 'utf8'))
      if (!verdict.ok) process.exitCode = exit.failure
      if (o.json)
        out(
          JSON.stringify(
            verdict.ok
              ? { ok: true, trackingNumber: verdict.manifest.trackingNumber, keyId: verdict.keyId, trusted: !!o.key }
              : { ok: false, firstBad: verdict.bad },
          ),
        )
      else if (!verdict.ok) out(words.bad(verdict.bad.file, en.desk.evidence.faults[verdict.bad.fault]))
      else {
        out(words.good(verdict.manifest.trackingNumber, verdict.manifest.files.length, verdict.keyId))
        if (!o.key) out(words.untrusted)
      }
    })
  group
    .command('export')
    .description(words.export)
    .argument('<tracking-id>')
    .option('--to <file>', words.to)
    .action(async (tracking: string, o: { readonly to?: string }) => {
      const context = await open()
      try {
        await writeOut(context, tracking, o.to)
      } finally {
        await context.close()
      }
    })
  group
    .command('key')
    .description(words.publicKey)
    .action(async () => {
      const context = await open()
      context.out(openAuditSigner(context.secrets.audit).publicKey.trim())
      await context.close()
    })
}

async function writeOut(c: FilesContext, tracking: string, to: string | undefined): Promise<void> {
  const fail = (line: string, code: number) => {
    c.err(line)
    process.exitCode = code
  }
  const subject = await subjectByTrackingNumber(c.db, tracking)
  if (!subject) return fail(words.noApplication(tracking), exit.failure)
  const permit = authorize(c.actor, 'case.view', subject)
  if (!permit.ok) return fail(en.say(permit.problem), exit.notPermitted)
  const now = c.clock.now()
  await noteExport(c.db, permit.value, now)
  const signer = openAuditSigner(c.secrets.audit)
  const made = await exportEvidence(c.db, permit.value, { files: c.files, signer, product: c.product, words: en }, now)
  if (!made.ok) return fail(en.say(made.problem), exit.failure)
  const file = to ?? made.value.fileName
  try {
    await pipeline(made.value.body, createWriteStream(`${file}.part`, { mode: 0o600 }))
    await rename(`${file}.part`, file)
  } catch (fault) {
    await rm(`${file}.part`, { force: true })
    throw fault
  }
  c.out(words.written(file))
}
