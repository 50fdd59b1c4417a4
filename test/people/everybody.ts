/** Every fixture with the form that it answers; a new form adds its own here, and the tests of all forms take it up. */
import type { File } from '#forms/kit/section.ts'
import { dogwoodHomeHealth } from './dogwood-home-health.ts'
import { drImani } from './dr-imani-resident.ts'
import { drLund } from './dr-lund-opted-out.ts'
import { drVega } from './dr-vega.ts'
import { elmRidgeGroup } from './elm-ridge-group.ts'
import { mapleCourt } from './maple-court.ts'
import { npOkafor } from './np-okafor.ts'
import { ridgelineSupplies } from './ridgeline-supplies.ts'
import { riverbendPrevention } from './riverbend-prevention.ts'

export const everybody: readonly (readonly [who: string, form: string, file: File])[] = [
  ['a physician with a practice and a group', 'CMS-855I', drVega],
  ['a nurse practitioner whom a group pays', 'CMS-855I', npOkafor],
  ['a group of fourteen with four offices', 'CMS-855B', elmRidgeGroup],
  ['a nursing home that a fund owns', 'CMS-855A', mapleCourt],
  ['a new home health agency', 'CMS-855A', dogwoodHomeHealth],
  ['a diabetes prevention program', 'CMS-20134', riverbendPrevention],
  ['a resident who only orders', 'CMS-855O', drImani],
  ['a store of an equipment chain', 'CMS-855S', ridgelineSupplies],
  ['a psychiatrist who opts out', 'OPT-OUT', drLund],
]
