/** What a parameter means wherever it has this name and its route says nothing else: for the description of the API. Pure. */
export const parameterMeanings: Readonly<Record<string, string>> = {
  npi: 'National Provider Identifier, ten digits',
  on: 'The day that is asked about; today when absent',
  knownOn: 'Answer as the record stood at the end of this day',
  lastName: 'Beginning of the last or business name',
  firstName: 'Beginning of the first name',
  state: 'Two letters of a state',
  id: 'The id, as a list, an event or the answer that made it gives it',
  limit: 'How many at most: 1 to 100',
  startingAfter: 'The id of the last result of the page before',
  after: 'The sequence of the last event that you have',
}
