/** 4D: where patient records are kept when they are not all at the practice locations. */
import * as shared from '../shared/record-storage.ts'
import { ownPractice } from './business.ts'

export const recordStorage = shared.recordStorage('4D', ownPractice)
export const recordStores = shared.recordStores('4D')
