/** Addresses of one claim check. */
export type CheckPart = 'csv' | '999' | '277ca' | 'forget'
export const downloadPath = (id: string, part: CheckPart): string => `/claims/check/${id}/${part}`
