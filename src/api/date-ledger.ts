/** GET /date-ledger: effective date, window and days at risk of an act; a calculation, no record is read. */
import * as z from 'zod'
import { ledgerActs, receiptKinds } from '#domain/enrollment/date-ledger/entry.ts'
import { fieldsOf, type LedgerField, ledgerFields, workOut } from '#domain/enrollment/date-ledger/read-question.ts'
import { en } from '#words/index.ts'
import { route } from './kit/route.ts'

const words = en.dateLedger.fields
const takenBy = (name: LedgerField) => ledgerActs.filter((a) => fieldsOf[a].some((f) => f.name === name)).join(', ')
const field = (name: LedgerField) =>
  z
    .string()
    .max(60)
    .optional()
    .meta({ description: `${words[name].ask}. ${words[name].hint}. For: ${takenBy(name)}` })

const fields = Object.fromEntries(ledgerFields.map((n) => [n, field(n)])) as Readonly<
  Record<LedgerField, ReturnType<typeof field>>
>

const span = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), days: z.int() })
  .meta({ id: 'DaySpan', description: 'Both ends are days of it' })

export const dateLedgerRoute = route({
  path: '/date-ledger',
  id: 'workOutDates',
  summary: 'From when an act counts, what may be billed, and which days are lost',
  roles: ['anyone'],
  parameters: z.strictObject({ act: z.enum(ledgerActs).meta({ description: 'What it is about' }), ...fields }),
  response: z
    .strictObject({
      act: z.enum(ledgerActs),
      effectiveOn: z.iso.date(),
      mayBillFrom: z.iso.date().optional(),
      retrospective: span.optional().meta({ description: 'Days before the effective date that may be billed' }),
      atRisk: span.optional().meta({ description: 'Days of service that nobody pays, or of being late' }),
      safeUntil: z.iso.date().optional().meta({ description: 'Received up to this day, nothing is lost' }),
      bar: z.strictObject({ from: z.iso.date(), until: z.iso.date() }).optional(),
      receipts: z.array(z.strictObject({ on: z.iso.date(), kind: z.enum(receiptKinds), sets: z.boolean() })),
      because: z.array(z.string()),
      unconfirmed: z.boolean().meta({ description: 'A rule was used whose text could not be confirmed' }),
    })
    .meta({ id: 'DateLedgerEntry' }),
  problems: ['refused'],
  ownTag: true,
  handle({ act, ...texts }) {
    const found = workOut(act, texts)
    if (!found.ok) return { problem: 'refused', detail: found.problems.map((p) => `${p.at}: ${en.say(p)}`).join('. ') }
    const { receipts, because, ...days } = found.value
    return { value: { ...days, receipts: [...receipts], because: [...because] } }
  },
})
