/**
 * The script by which the help desk finds out whether a caller is who they say: what is asked, and when it is enough.
 * Staff type what the caller says; only whether it matched is kept. Pure.
 * NIST SP 800-63B-4 4.2: recovery without an authenticator needs the identity proven again.
 */
export const identityQuestions = ['name', 'user-id', 'npi', 'tax-id-end', 'practice-zip', 'email', 'phone-end'] as const
export type IdentityQuestion = (typeof identityQuestions)[number]
export type IdentityAnswer = 'matched' | 'differs' | 'not-asked'
export type IdentityAnswers = Readonly<Partial<Record<IdentityQuestion | 'called-back', IdentityAnswer>>>

/** What the system knows; a question without a fact is not asked. Several facts: any of them matches. */
export type IdentityFacts = Readonly<Record<IdentityQuestion, readonly string[]>>

export const identityNeeds = { matched: 3, differing: 1 } as const

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
const compared: Readonly<Record<IdentityQuestion, (text: string) => string>> = {
  name: (t) => bare(t),
  'user-id': (t) => t.trim().toLowerCase(),
  npi: bare,
  'tax-id-end': (t) => bare(t).slice(-4),
  'practice-zip': (t) => bare(t).slice(0, 5),
  email: (t) => t.trim().toLowerCase(),
  'phone-end': (t) => bare(t).slice(-4),
}

/** The questions for which the system knows an answer. */
export const askable = (facts: IdentityFacts): readonly IdentityQuestion[] =>
  identityQuestions.filter((q) => facts[q].length > 0)

/** Compares what was said with what is known; what was said does not come back out. */
export function judgeAnswers(
  facts: IdentityFacts,
  said: Readonly<Partial<Record<IdentityQuestion, string | undefined>>>,
  calledBack: boolean,
): IdentityAnswers {
  const judged = askable(facts).map((q) => {
    const text = compared[q](said[q] ?? '')
    const answer: IdentityAnswer = !text
      ? 'not-asked'
      : facts[q].some((f) => compared[q](f) === text)
        ? 'matched'
        : 'differs'
    return [q, answer] as const
  })
  return { ...Object.fromEntries(judged), 'called-back': calledBack ? 'matched' : 'not-asked' }
}

/** At least three answers matched, at most one differed, and the caller was called back at a number on file. */
export function isIdentified(answers: IdentityAnswers): boolean {
  const { 'called-back': calledBack, ...rest } = answers
  const count = (a: IdentityAnswer) => Object.values(rest).filter((v) => v === a).length
  return (
    calledBack === 'matched' && count('matched') >= identityNeeds.matched && count('differs') <= identityNeeds.differing
  )
}
