/** Mails about what is due. No personal data in them beyond names of providers. */
import type { NoticeStage } from '#domain/time/revalidation.ts'
import { worded } from '../mail-texts/index.ts'

export const timeMails = {
  takenUp: (link: string) => worded('taken-up', { link }),
  revalidation: ({
    stage,
    ...r
  }: {
    readonly stage: NoticeStage
    readonly state: string
    readonly due: string
    readonly link: string
  }) => worded(stage === 'overdue' ? 'revalidation-overdue' : 'revalidation-notice', r),
  digest: (r: {
    readonly lines: readonly string[]
    readonly more: number
    readonly calendar: string
    readonly stop: string
  }) =>
    worded('digest', {
      list: `${r.lines.map((l) => `- ${l}`).join('\n')}${r.more > 0 ? `\n- and ${r.more} more` : ''}`,
      link: r.calendar,
      stop: r.stop,
    }),
}
