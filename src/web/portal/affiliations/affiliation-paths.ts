/** Addresses of the pages on which a request to disclose affiliations is answered. */
export const affiliationsPath = (requestId: string, part = ''): string => `/affiliations/${requestId}${part}`
export const affiliationItemPath = (requestId: string, itemId: string): string =>
  affiliationsPath(requestId, `/items/${encodeURIComponent(itemId)}`)
