/** Every form the product knows. */
import { cms855i } from './cms855i/index.ts'
import type { Form } from './kit/form.ts'

export const forms: readonly Form[] = [cms855i]

/** The form of this id ("CMS-855I"), if we have it. */
export const formOf = (id: string): Form | undefined => forms.find((f) => f.id === id)
