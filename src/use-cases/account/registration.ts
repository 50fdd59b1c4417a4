/**
 * Creating an account, page by page: e-mail, who you are, user ID and password, practice, verification. Until the
 * last step everything is in one sealed flow; nothing exists elsewhere. Each function refuses with `form-expired`
 * when the flow is over.
 */
import type { Db } from '#db/db.ts'
import { findRegistryProvider } from '#db/queries/registry.ts'
import { findAccountByLoginId, listAccountsByEmail } from '#db/records/accounts.ts'
import { reserve } from '#db/records/counters.ts'
import { isNpiClaimed } from '#db/records/enrollees.ts'
import { endFlow, type Flow, findFlow, insertFlow, saveFlow } from '#db/records/flows.ts'
import { queueMessage } from '#db/records/messages.ts'
import { takeCode, tryCode } from '#db/records/one-time-codes.ts'
import { transact } from '#db/records/transact.ts'
import type { Practice, Registration } from '#domain/access/flow-content.ts'
import { code as codeLimits, limits, minutesUntil, most } from '#domain/access/limits.ts'
import { foldEmail, parseUserId } from '#domain/access/user-id.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { digitsOf, isEin, isSsn, isSyntheticEin, isSyntheticSsn } from '#domain/identifiers/tax-id.ts'
import { isActive } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import { overOf } from './check-factor.ts'
import {
  type Caller,
  type EntryPermit,
  type Identity,
  keyOfNetwork,
  macOfCode,
  newToken,
  type Writer,
} from './identity.ts'
import { hashNewPassword } from './reset-password.ts'
import { sendCode } from './send-code.ts'

export type RegisterFlow = Flow<'register'>

/** The open registration of a flow cookie. */
export const findRegistration = (
  db: Db,
  _permit: EntryPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<RegisterFlow | undefined> => findFlow(db, flowToken, ['register'], now)

/** Step 1: sends a code. The same answer for addresses that are known. Refuses with `too-many-tries` or `code-resend-limit`. */
export async function startRegistration(
  db: Db,
  permit: EntryPermit,
  identity: Writer,
  typedEmail: string,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const asking = await reserve(db, limits.askFromNetwork, keyOfNetwork(identity.secrets, caller.ip), now)
  if (!asking.allowed)
    return refuse({ code: 'too-many-tries', with: { minutes: minutesUntil(asking.lockedUntil ?? now, now) } })
  const flowToken = newToken()
  const content = { email: foldEmail(typedEmail), emailConfirmed: false }
  await insertFlow(db, { token: flowToken, kind: 'register', content }, now)
  const sent = await sendRegistrationCode(db, permit, identity, flowToken, now)
  return sent.ok ? ok({ flowToken }) : sent
}

/** Sends (another) code for the e-mail address. Refuses with `code-resend-limit`. */
export async function sendRegistrationCode(
  db: Db,
  permit: EntryPermit,
  identity: Writer,
  flowToken: string | undefined,
  now: Date,
): Promise<Result<undefined>> {
  const { site, words } = identity
  const flow = await findRegistration(db, permit, flowToken, now)
  if (!flow) return refuse({ code: 'form-expired' })
  const { email } = flow.content
  const known = (await listAccountsByEmail(db, email)).map((a) => a.loginId)
  const signIn = `${site.origin}/sign-in`
  if (known.length >= most.accountsPerEmail) {
    await queueMessage(
      db,
      {
        channel: 'email',
        recipient: email,
        template: 'register-full',
        ...words.mails.registerFull(site.product, known, signIn),
      },
      now,
    )
    return ok(undefined)
  }
  const minutes = codeLimits.valid / 60_000
  return sendCode(db, identity, flow.id, { kind: 'email', value: email }, now, (code) =>
    known.length > 0
      ? { template: 'register-known', ...words.mails.registerKnown(code, minutes, site.product, known, signIn) }
      : { template: 'register-code', ...words.mails.registerCode(code, minutes, site.product) },
  )
}

/** The code of step 1; gives a new flow token. Refuses with why the code does not do. */
export async function confirmRegistrationEmail(
  db: Db,
  permit: EntryPermit,
  { secrets }: Pick<Writer, 'secrets'>,
  input: { readonly flowToken: string | undefined; readonly code: string },
  now: Date,
): Promise<Result<{ readonly flowToken: string }>> {
  const flow = await findRegistration(db, permit, input.flowToken, now)
  if (!flow) return refuse({ code: 'form-expired' })
  const mac = macOfCode(secrets, flow.id, input.code)
  const tried = await tryCode(db, flow.id, mac, now)
  if (tried.is === 'wrong') return refuse({ code: 'code-wrong', at: 'code', with: { left: tried.left } })
  if (tried.is !== 'right') return refuse(overOf(tried.is))
  const flowToken = newToken()
  return transact<Result<{ readonly flowToken: string }>>(db, async (tx) => {
    if (!(await takeCode(tx, flow.id, mac)) || !(await endFlow(tx, flow.id))) return refuse({ code: 'form-expired' })
    await insertFlow(
      tx,
      { token: flowToken, kind: 'register', content: { ...flow.content, emailConfirmed: true } },
      now,
    )
    return ok({ flowToken })
  })
}

export interface WhoInput {
  readonly npi: string
  readonly taxIdKind: string
  readonly taxId: string
}
/** Step 2: the NPI, found in the registry, and the tax id. Name and practice are filled in from the registry. */
export async function saveWho(
  db: Db,
  permit: EntryPermit,
  { site }: Pick<Writer, 'site'>,
  flow: RegisterFlow,
  input: WhoInput,
  now: Date,
): Promise<Result<undefined>> {
  const npi = digitsOf(input.npi)
  const taxId = readTaxId(input, site.demo)
  const problems: Problem[] = [
    ...(taxId.ok ? [] : taxId.problems),
    ...(isNpi(npi) ? [] : [{ code: 'not-an-npi', at: 'npi' } as const]),
  ]
  if (problems.length > 0) return refuse(problems[0]!, ...problems.slice(1))
  const found = await findRegistryProvider(db, permit, npi)
  if (!found) return refuse({ code: 'npi-not-in-registry', at: 'npi' })
  if (!isActive(found)) return refuse({ code: 'npi-deactivated', at: 'npi' })
  if (found.entityType !== 1 || !found.person) return refuse({ code: 'npi-is-organization', at: 'npi' })
  if (await isNpiClaimed(db, npi)) return refuse({ code: 'npi-claimed', at: 'npi' })
  const { person, practice } = found
  const firstName = titleCase(person.first)
  const lastName = titleCase(person.last)
  const zip = practice?.zip.replace(/^(\d{5})-?(\d{4})?$/, (_, five: string, four?: string) =>
    four ? `${five}-${four}` : five,
  )
  const changed = flow.content.npi !== npi
  const content: Registration = {
    ...flow.content,
    npi,
    taxIdKind: input.taxIdKind as 'ssn' | 'ein',
    taxId: taxId.ok ? taxId.value : '',
    ...(changed && { firstName, lastName }),
    registryName: `${firstName} ${lastName}`,
    registryPractice: practice
      ? {
          line1: titleCase(practice.line1),
          ...(practice.line2 && { line2: titleCase(practice.line2) }),
          city: titleCase(practice.city),
          state: practice.state,
          ...(zip && { zip }),
          ...(practice.phone && { phone: practice.phone }),
        }
      : {},
  }
  return keep(db, flow, content, now)
}

/** Only numbers that were never issued are taken in a demonstration, and never anywhere else. */
function readTaxId({ taxId, taxIdKind }: WhoInput, demo: boolean): Result<string> {
  const digits = digitsOf(taxId)
  if (taxIdKind !== 'ssn' && taxIdKind !== 'ein') return refuse({ code: 'not-a-choice', at: 'taxIdKind' })
  const [fits, synthetic] =
    taxIdKind === 'ssn' ? [isSsn(digits), isSyntheticSsn(digits)] : [isEin(digits), isSyntheticEin(digits)]
  const refused = taxIdKind === 'ssn' ? 'not-an-ssn' : 'not-an-ein'
  if (!fits || (synthetic && !demo)) return refuse({ code: refused, at: 'taxId' })
  return synthetic || !demo ? ok(digits) : refuse({ code: 'synthetic-only-in-demo', at: 'taxId' })
}

export interface SignInInput {
  readonly loginId: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
  readonly again: string
}
/** Step 3: user id, name and password. A password chosen before is kept when the box is left empty. */
export async function saveSignIn(
  db: Db,
  _permit: EntryPermit,
  identity: Identity,
  flow: RegisterFlow,
  input: SignInInput,
  now: Date,
): Promise<Result<undefined>> {
  const loginId = parseUserId(input.loginId)
  const problems: Problem[] = []
  if (!loginId.ok) problems.push({ ...loginId.problem, at: 'loginId' })
  else if (await findAccountByLoginId(db, loginId.value)) problems.push({ code: 'user-id-taken', at: 'loginId' })
  for (const at of ['firstName', 'lastName'] as const) {
    if (!input[at].trim()) problems.push({ code: 'required', at })
    else if (input[at].length > 60) problems.push({ code: 'too-long', at, with: { max: 60 } })
  }
  const about = [input.loginId, input.firstName, input.lastName, flow.content.email]
  const kept = input.password === '' && input.again === '' ? flow.content.passwordHash : undefined
  const hashed = kept ? ok(kept) : await hashNewPassword(identity, input, about)
  if (!hashed.ok) problems.push(...hashed.problems)
  if (problems.length > 0 || !loginId.ok || !hashed.ok) return refuse(problems[0]!, ...problems.slice(1))
  const content: Registration = {
    ...flow.content,
    loginId: loginId.value,
    firstName: input.firstName.trim(),
    lastName: input.lastName.trim(),
    passwordHash: hashed.value,
  }
  return keep(db, flow, content, now)
}

/** Step 4: the practice, already parsed by the page. */
export const savePractice = (
  db: Db,
  _permit: EntryPermit,
  flow: RegisterFlow,
  practice: Practice,
  now: Date,
): Promise<Result<undefined>> => keep(db, flow, { ...flow.content, practice }, now)

async function keep(db: Db, flow: RegisterFlow, content: Registration, now: Date): Promise<Result<undefined>> {
  return (await saveFlow(db, flow, content, now)) ? ok(undefined) : refuse({ code: 'form-expired' })
}
