/** Every form the product knows. */

import { cms855a } from './cms855a/index.ts'
import { cms855b } from './cms855b/index.ts'
import { cms855i } from './cms855i/index.ts'
import { cms855o } from './cms855o/index.ts'
import { cms855s } from './cms855s/index.ts'
import { cms20134 } from './cms20134/index.ts'
import type { Form } from './kit/form.ts'
import { optOutAffidavit } from './opt-out/index.ts'

export const forms: readonly Form[] = [cms855i, cms855b, cms855a, cms20134, cms855o, cms855s, optOutAffidavit]

/** The form of this id ("CMS-855I"), if we have it. */
export const formOf = (id: string): Form | undefined => forms.find((f) => f.id === id)
