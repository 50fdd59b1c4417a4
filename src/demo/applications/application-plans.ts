/** What happened to the applications of the demonstration, and how many days ago. Pure data. */
import { demoParties } from '../accounts/people.ts'

/** Acts in the order in which they can happen; `event` is the line that an act leaves in the history. */
export const acts = {
  start: { event: 'start' },
  /** Answers half of the sections, or all of them. */
  half: {},
  fill: {},
  /** Fills what is missing, adds the papers, explains differences, signs. */
  submit: { event: 'submit' },
  /** The analyst takes it, which screens it. */
  take: { event: 'begin-review' },
  /** Licenses looked up, findings judged. */
  judge: {},
  request: { event: 'request-development' },
  /** Answered, but not signed. */
  reply: {},
  answer: { event: 'answer-development' },
  /** Judges what is open, and recommends. */
  recommend: { event: 'recommend' },
  approve: { event: 'approve' },
  deny: { event: 'deny' },
  reject: { event: 'reject' },
  return: { event: 'return' },
  withdraw: { event: 'withdraw' },
} as const satisfies Record<string, { readonly event?: string }>
export type Act = keyof typeof acts

export interface Plan {
  readonly contractor: 'lakes' | 'gulf'
  readonly acts: readonly { readonly act: Act; readonly daysAgo: number }[]
  /** A person whom everybody may name; anybody else of the registry without it. */
  readonly npi?: string
  /** Had an adverse action once, which raises the screening level: visits and fingerprints are asked for. */
  readonly adverse?: boolean
  /** Names the one manager whom two applications name, of which one is denied. */
  readonly sharesManager?: boolean
}

/** "start 12, submit 9": act and days ago. */
export function plan(contractor: Plan['contractor'], text: string, npi?: string): Plan {
  const steps = text.split(', ').map((step) => {
    const [act = '', daysAgo] = step.split(' ')
    if (!Object.hasOwn(acts, act)) throw new Error(`no such act: ${act}`)
    return { act: act as Act, daysAgo: Number(daysAgo) }
  })
  return { contractor, acts: steps, ...(npi && { npi }) }
}

export const plans: readonly Plan[] = [
  plan('lakes', 'start 64, fill 62, submit 61, take 55, recommend 49, approve 46', demoParties.rosaVega.npi),
  plan('gulf', 'start 33, fill 29, submit 27, take 14, request 11', demoParties.chidiOkafor.npi),
  plan('lakes', 'start 17, submit 13, take 2', demoParties.victorAshgrove.npi),
  // Drafts.
  plan('lakes', 'start 1'),
  plan('gulf', 'start 3, fill 2'),
  plan('lakes', 'start 6, half 4'),
  plan('gulf', 'start 24, half 23'),
  // Waiting for an analyst.
  plan('lakes', 'start 4, submit 1'),
  plan('gulf', 'start 3, submit 1'),
  plan('lakes', 'start 8, half 6, submit 2'),
  plan('gulf', 'start 9, submit 4'),
  plan('lakes', 'start 12, submit 6'),
  plan('gulf', 'start 15, half 11, submit 8'),
  plan('lakes', 'start 20, submit 9'),
  // In review: just taken, or judged already.
  plan('lakes', 'start 19, submit 14, take 1'),
  { ...plan('gulf', 'start 21, submit 15, take 2'), adverse: true },
  { ...plan('lakes', 'start 25, submit 16, take 6, judge 5'), adverse: true, sharesManager: true },
  plan('gulf', 'start 28, submit 18, take 7, judge 3'),
  // Waiting for the provider: due tomorrow, overdue, in good time, half answered.
  plan('lakes', 'start 52, submit 45, take 38, request 29'),
  plan('lakes', 'start 63, submit 54, take 40, request 34'),
  plan('gulf', 'start 60, submit 51, take 42, request 36'),
  plan('gulf', 'start 48, submit 41, take 31, request 24'),
  plan('lakes', 'start 30, submit 24, take 15, request 12, reply 2'),
  // Answered, and with the analyst again.
  plan('lakes', 'start 50, submit 44, take 36, request 33, answer 6'),
  plan('gulf', 'start 47, submit 39, take 34, request 30, answer 1'),
  plan('lakes', 'start 41, submit 35, take 29, request 26, answer 3, judge 2'),
  // For the supervisor.
  plan('lakes', 'start 40, submit 34, take 20, recommend 3'),
  plan('gulf', 'start 38, submit 33, take 22, recommend 1'),
  plan('lakes', 'start 58, submit 51, take 43, request 40, answer 22, recommend 2'),
  plan('gulf', 'start 44, submit 36, take 25, recommend 6'),
  // Decided.
  plan('lakes', 'start 70, submit 66, take 60, recommend 52, approve 47'),
  plan('gulf', 'start 73, submit 65, take 57, recommend 50, approve 44'),
  plan('lakes', 'start 82, submit 77, take 69, request 64, answer 45, recommend 33, approve 30'),
  plan('gulf', 'start 55, submit 48, take 35, recommend 17, approve 12'),
  plan('lakes', 'start 43, submit 37, take 26, recommend 9, approve 4'),
  plan('gulf', 'start 39, submit 31, take 21, recommend 8, approve 1'),
  { ...plan('lakes', 'start 62, submit 55, take 44, deny 28'), sharesManager: true },
  plan('gulf', 'start 50, submit 42, take 30, deny 10'),
  plan('lakes', 'start 88, submit 80, take 72, request 68, reject 33'),
  plan('gulf', 'start 79, submit 71, take 63, request 58, reject 20'),
  plan('lakes', 'start 34, submit 29, take 23, return 22'),
  plan('gulf', 'start 26, submit 20, return 16'),
  plan('lakes', 'start 31, submit 23, withdraw 18'),
  plan('gulf', 'start 36, half 32, withdraw 27'),
]
