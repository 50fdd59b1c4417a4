/** Lists in which anybody can look for one person. Pure data. */
export const publicListNames = ['order-and-refer', 'revalidation', 'opt-out', 'pending'] as const
export type PublicList = (typeof publicListNames)[number]
