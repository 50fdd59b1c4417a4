/** An organization at which staff sign in: sends people there and judges what they come back with. */
import type { ProviderDemand, ProviderStatement, RoleOfGroup } from '#domain/access/provider-roles.ts'

/** Secrets of one sign-in, kept sealed until the person comes back. */
export interface ProviderChecks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** `unavailable`: the provider did not answer. `refused`: what came back is not the answer to what was asked. */
export type ProviderAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'unavailable' | 'refused'; readonly detail: string }

export interface IdentityProvider {
  /** As its people know it. */
  readonly name: string
  readonly mapping: readonly RoleOfGroup[]
  readonly demand: ProviderDemand
  /** `fresh`: the person must prove anew who they are, whatever the provider remembers. */
  begin(fresh: boolean): Promise<ProviderAnswer<{ readonly url: string; readonly checks: ProviderChecks }>>
  /** `query` is that of the address to which the provider sent the person back. */
  finish(query: Readonly<Record<string, string>>, checks: ProviderChecks): Promise<ProviderAnswer<ProviderStatement>>
}
