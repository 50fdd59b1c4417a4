/** Where the answer to a form stands in the vault. Pure. */
export const sentFormPlace = (key: string): string => `sent_form|sealed_answer|${key}`
