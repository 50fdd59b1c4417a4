/** What each kind of flow holds between its pages. Stored sealed. Types only. */
import type { FlowKind } from './limits.ts'

export interface Practice {
  readonly name: string
  readonly line1: string
  readonly line2?: string
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly phone: string
}

/** Officials and billing companies add their organization after they have an account; invited people have one to join. */
export const accountKinds = ['individual', 'official', 'surrogate'] as const
export type AccountKind = (typeof accountKinds)[number] | 'invited'

/** Ways to verify that are offered while an account is made, the best first. */
export const signUpMethods = ['passkey', 'app', 'phone', 'email'] as const
export type SignUpMethod = (typeof signUpMethods)[number]

/** Grows page by page; a page that is opened again shows what was typed. */
export interface Registration {
  /** For whom the account is; an individual provider when it is not said. */
  readonly kind?: AccountKind
  /** Of the link by which an invited person came; used up with the last step. */
  readonly invitationToken?: string
  readonly email: string
  readonly emailConfirmed: boolean
  readonly npi?: string
  readonly taxIdKind?: 'ssn' | 'ein'
  readonly taxId?: string
  /** From the registry. */
  readonly registryName?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly registryPractice?: Partial<Practice>
  readonly loginId?: string
  readonly passwordHash?: string
  readonly practice?: Practice
  readonly method?: SignUpMethod
  /** The id that the account will have: a passkey carries it before the account exists. */
  readonly accountId?: string
  readonly phone?: string
  /** Base32, while the app is not confirmed. */
  readonly seed?: string
}

/** A mailed link under which somebody sets up a new authenticator app, and a password when `choosesPassword`. */
export interface AccessSetUp {
  readonly choosesPassword: boolean
  /** Base32; made with the link and shown only behind it. */
  readonly seed: string
  /** The request at the help desk that it ends. */
  readonly requestId?: string
}

/** How addresses were changed, to take it back. */
export interface EmailChange {
  readonly added?: string
  readonly removed?: { readonly value: string; readonly useForMfa: boolean } | undefined
}

export interface FlowContent extends Record<FlowKind, object> {
  readonly register: Registration
  readonly 'sign-in': { readonly next?: string | undefined; readonly publicComputer?: boolean }
  readonly 'step-up': {
    readonly sessionId: string
    readonly next?: string | undefined
    /** Methods worth less do not do. */
    readonly level: 1 | 2
  }
  readonly 'reset-code': Readonly<Record<never, never>>
  /** `verified` once the second factor was given. */
  readonly reset: { readonly by: 'link' | 'code'; readonly verified: boolean }
  readonly unlock: Readonly<Record<never, never>>
  readonly 'add-app': { readonly seed: string }
  readonly 'add-phone': { readonly phone: string }
  readonly 'recovery-codes': { readonly codes: readonly string[] }
  readonly 'set-up-access': AccessSetUp
  readonly invitation: AccessSetUp
  readonly 'cancel-recovery': { readonly requestId: string }
  /** A challenge that waits for its one answer, known by the challenge itself. */
  readonly passkey: {
    readonly purpose: 'sign-in' | 'add' | 'register'
    /** The account that is being made. */
    readonly registrationId?: string
    /** The anti-forgery token of the visitor it was made for: no other browser may answer. */
    readonly boundTo: string
  }
  /** What must come back with the person from their own organization. */
  readonly 'staff-sign-in': {
    readonly state: string
    readonly nonce: string
    readonly verifier: string
    readonly next?: string | undefined
    /** The open session that is confirmed; absent when one is opened. */
    readonly sessionId?: string | undefined
  }
  readonly 'add-email': {
    readonly email: string
    /** The contact in whose place it comes. */
    readonly replaces?: string | undefined
  }
  /** Behind the link of a notice. */
  readonly disavow: {
    /** The notice that it stood in. */
    readonly notice: string
    readonly email?: EmailChange | undefined
  }
  /** What was typed when a page first asked for a fresh proof, or met a session that was over. */
  readonly 'kept-form': {
    /** Absent: any session of the same user. */
    readonly sessionId?: string | undefined
    readonly path: string
    /** The page on which it was typed, to be drawn again with it; absent of a form that waits for a proof. */
    readonly shownAt?: string | undefined
    readonly fields: Readonly<Record<string, string>>
  }
}
