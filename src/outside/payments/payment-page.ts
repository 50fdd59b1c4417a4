/** Which payment page this installation uses: the operator's, or in a demonstration the one inside it. */
import type { Secrets } from '../secrets.ts'
import type { Site } from '../services.ts'
import type { HostedPage } from './hosted-page.ts'

export const SIMULATOR_PATH = '/demo/payment'

export const paymentPage = (
  set: { readonly url: string; readonly secret: string } | undefined,
  site: Pick<Site, 'origin' | 'demo'>,
  secrets: Pick<Secrets, 'payment'>,
): HostedPage | undefined =>
  set
    ? { url: set.url, key: Buffer.from(set.secret), simulator: false }
    : site.demo
      ? { url: `${site.origin}${SIMULATOR_PATH}`, key: secrets.payment, simulator: true }
      : undefined
