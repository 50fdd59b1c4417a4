/** What pages, use-cases and jobs get from outside the program, composed once in src/main.ts. */
import type { Method } from '#domain/access/assurance.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Clock, MovableClock } from './clock.ts'
import type { Files } from './files/files.ts'
import type { IdentityProvider } from './identity/identity-provider.ts'
import type { PublishedKeys } from './identity/published-keys.ts'
import type { Scanner } from './malware/scanner.ts'
import type { Passwords } from './passwords.ts'
import type { HostedPage } from './payments/hosted-page.ts'
import type { Secrets } from './secrets.ts'

/** The name under which browsers keep passkeys of this installation, and the address at which they give them. */
export interface PasskeySite {
  readonly rpId: string
  readonly origin: string
}

/** How this installation presents itself. Never a government agency unless its operator is one. */
export interface Site {
  readonly product: string
  /** The payer or agency that runs it. */
  readonly agency: string
  /** "https://enroll.example.org": links in mails begin with it, whatever Host a request claims. */
  readonly origin: string
  readonly demo: boolean
  /** Webhooks may go to this very machine, which only a demonstration wants. */
  readonly webhooksToLoopback?: boolean
  /** Absent where browsers make none: at a numeric address that is not this machine. */
  readonly passkeys?: PasskeySite
  /** Ways to verify that this installation allows; all, when not said. */
  readonly methods?: readonly Method[]
  /** Ways that it can carry at all (mail, texts, calls, passkeys): among these administrators choose. All, when not said. */
  readonly methodsCarried?: readonly Method[]
  /** The configuration says for good what is allowed; administrators cannot change it. */
  readonly methodsFixed?: boolean
  /** How long a fresh proof of who acts lasts; ten minutes, when not said. */
  readonly stepUpMinutes?: number
  readonly helpDesk: { readonly phone: string; readonly email: string; readonly hours: string }
}

export interface Services {
  readonly site: Site
  readonly clock: Clock
  /** Present only in demo mode and tests. */
  readonly movableClock?: MovableClock
  readonly files: Files
  /** Looks for malware in what is uploaded; absent where none is set up. */
  readonly scanner?: Scanner
  /** Where staff sign in at their own organization; absent: with accounts of the portal only. */
  readonly identityProvider?: IdentityProvider
  /** Reads the public keys that programs publish; absent: only keys that were pasted count. */
  readonly publishedKeys?: PublishedKeys
  readonly secrets: Secrets
  /** Shared with whatever reports bounces and deliveries of mails; absent: nobody can. */
  readonly mailReportSecret?: string
  /** Where fees are paid; absent: nowhere online. */
  readonly payments?: HostedPage
  readonly passwords: Passwords
  /** Everything that decides eligibility, in memory. */
  readonly eligibility: () => Snapshot
  /** The API as its OpenAPI document; absent where no API is mounted. */
  readonly apiDescription?: () => unknown
  /** Asks the worker to look at its queues now instead of at its next poll. */
  readonly wake: () => void
  /** Runs every job that is due; used by the demo control. */
  readonly runJobs: () => Promise<void>
}
