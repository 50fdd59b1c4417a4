/** Rows of sql/migrations/000047_sent_forms.sql. */
export interface SentFormTables {
  sent_form: {
    key: string
    at: Date
    sealed_answer: Buffer
  }
}
