/** Addresses of the provider's pages about appeals. */
export const appealPath = (id: string, part = ''): string => `/appeals/${id}${part}`
export const fileAppealPath = (letterId: string): string => `/letters/${letterId}/appeal`
