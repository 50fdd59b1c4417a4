/**
 * Where a webhook may go: to https on the public internet, never into this network. Judged on the address that is
 * really connected to, so a name that answers differently the second time gains nothing. Pure.
 */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Is this an address that anybody on the internet could reach? IPv4 inside IPv6 is judged as what it is. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  // Translated, mapped and tunneled addresses have ranges of their own, so they are refused with the private ones.
  return address.range() === 'unicast'
}

const isLoopbackName = (host: string): boolean =>
  host === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(host) || host === '[::1]'

export type AddressFault = 'not-a-url' | 'not-https' | 'with-credentials' | 'not-public'

/** What is wrong with a written address before anything is resolved; undefined when nothing is. */
export function addressFault(text: string, allowLoopback: boolean): AddressFault | undefined {
  if (!URL.canParse(text)) return 'not-a-url'
  const url = new URL(text)
  if (url.username || url.password) return 'with-credentials'
  if (allowLoopback && isLoopbackName(url.hostname)) return undefined
  if (url.protocol !== 'https:') return 'not-https'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return isPublicAddress(host) ? undefined : 'not-public'
  return host === 'localhost' || host.endsWith('.localhost') || !host.includes('.') ? 'not-public' : undefined
}

/** May the connection to this address of this host be made? */
export const mayConnect = (host: string, address: string, allowLoopback: boolean): boolean =>
  isPublicAddress(address) ||
  (allowLoopback && isLoopbackName(host) && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback')
