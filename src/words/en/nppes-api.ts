/** What the NPI registry API says where the original has no words of its own. */
export const nppesApi = {
  notLoaded: 'The NPI registry has not been loaded here',
  notReady: 'The NPI registry is being made ready for searches; ask by number, or try again later',
  tooLong: 'The search takes too long; give more criteria',
  tooMany: 'Too many requests; try again in a minute',
  fault: 'The request could not be answered',
} as const
