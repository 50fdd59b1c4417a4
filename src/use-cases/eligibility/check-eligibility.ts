/** An eligibility verdict with its words, as the API and the command line give it. Asks only the snapshot. */
import type { ClaimCode, Fix, Question, Verdict } from '#domain/eligibility/question.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { eligibility as words } from '#words/en/eligibility.ts'

export interface EligibilityAnswer extends Omit<Verdict, 'fix' | 'carc' | 'rarc'> {
  readonly npi: string
  readonly knownOn?: Question['on']
  /** The deciding link in words. */
  readonly message: string
  readonly carc?: ClaimCode
  readonly rarc?: ClaimCode
  readonly fix?: Fix & { readonly message: string }
}

export function checkEligibility(snapshot: Snapshot, question: Question): EligibilityAnswer {
  const { on, role, answer, link, fix, version, ...facts } = check(snapshot, question)
  return {
    npi: question.npi,
    on,
    role,
    ...(question.knownOn && { knownOn: question.knownOn }),
    answer,
    link,
    message: words.links[link],
    ...facts,
    ...(fix && { fix: { ...fix, message: words.fix(fix) } }),
    version,
  }
}

/** "Vega, Rosa" as typed on a claim or a command line. */
export function billedName(text: string): { readonly last: string; readonly first: string } {
  const [last = '', first = ''] = text.split(',').map((part) => part.trim())
  return { last, first }
}
