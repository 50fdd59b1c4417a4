/** What a malware scanner said of a document, and who may then see it. Pure. */

export const scanStates = ['not-scanned', 'clean', 'infected'] as const
export type ScanState = (typeof scanStates)[number]

/** May be opened; waits for the scanner; or is kept from everybody. */
export type Showing = 'shown' | 'being-checked' | 'withheld'

/** Where a scanner is set up, nothing is shown before it was found clean: not even what came before it was set up. */
export const showingOf = (state: ScanState, scanning: boolean): Showing =>
  state === 'infected' ? 'withheld' : state === 'clean' || !scanning ? 'shown' : 'being-checked'
