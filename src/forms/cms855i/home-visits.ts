/** 4E: the areas in which patients are seen in their homes. */
import * as shared from '../shared/service-areas.ts'
import { ownPractice } from './business.ts'

export const homeVisits = shared.homeVisits('4E', ownPractice)
export const homeVisitAreas = shared.homeVisitAreas('4E')
