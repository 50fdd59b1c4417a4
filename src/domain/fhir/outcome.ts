/** OperationOutcome: how FHIR says that something went wrong, or that it understood less than was asked. Pure. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information'
  /** Of the value set issue-type of FHIR R4. */
  readonly code:
    | 'not-supported'
    | 'not-found'
    | 'deleted'
    | 'invalid'
    | 'exception'
    | 'transient'
    | 'throttled'
    | 'too-costly'
    | 'informational'
  readonly diagnostics: string
  /** The parameter it is about. */
  readonly expression?: readonly string[]
}
/** Control characters that were sent are no text in FHIR. */
export const operationOutcome = (issues: readonly Issue[]) => ({
  resourceType: 'OperationOutcome',
  issue: issues.map((i) => ({ ...i, diagnostics: i.diagnostics.replace(/\p{Cc}/gu, ' ') })),
})
