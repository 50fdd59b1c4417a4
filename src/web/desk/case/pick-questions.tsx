/** Every question of a case with its answer, to be ticked: one closed group a task, so that few screens lead to all. */
import type { JSX } from 'preact'
import { type Line, linesOf } from '#forms/kit/say.ts'
import { applies, type Section } from '#forms/kit/section.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import type { CaseAsk, LoadedCase } from './loaded-case.ts'
import { titleOf } from './requested-items.ts'

interface PickProps {
  readonly ask: CaseAsk<'application.review'>
  readonly loaded: LoadedCase
  /** "section/item/question" of what is ticked already. */
  readonly picked: ReadonlySet<string>
  /** The same of what is not what the registry or the record says. */
  readonly differing: ReadonlyMap<string, unknown>
}
interface Group {
  readonly section: Section
  readonly itemId: string
  readonly lines: readonly Line[]
}

export function PickQuestions({ ask: { w, visit }, loaded, picked, differing }: PickProps): JSX.Element {
  const { form, file } = loaded
  const t = w.desk.decide
  const words = w.forms[form.id]!
  return (
    <Form visit={visit} class="pick">
      <h3 id="pick" tabIndex={-1}>
        {t.pickTitle}
      </h3>
      {form.tasks.map((task) => {
        const groups = task.sections
          .filter((s) => applies(s, file))
          .flatMap((section): readonly Group[] =>
            (file[section.id] ?? []).map((item) => ({
              section,
              itemId: item.id,
              lines: linesOf(section, words.sections[section.id]!, item.answers, w.values),
            })),
          )
        const fields = groups.flatMap((g) => g.lines.map((l) => fieldOf(g, l)))
        const ticked = fields.filter((f) => picked.has(f)).length
        const different = fields.filter((f) => differing.has(f)).length
        return fields.length === 0 ? null : (
          <details key={task.id} class="fold" open={ticked + different > 0}>
            <summary>
              <h4>{words.tasks[task.id]?.title}</h4>{' '}
              <span class="fold__note" data-picked={t.pickedMany} data-picked-one={t.pickedOne}>
                {ticked > 0 ? t.picked(ticked) : t.questions(fields.length)}
              </span>
              {different > 0 && <span class="fold__note"> {w.desk.case.differences(different)}</span>}
            </summary>
            {groups.map((g) => (
              <PickGroup
                key={`${g.section.id}/${g.itemId}`}
                group={g}
                loaded={loaded}
                picked={picked}
                differing={differing}
                w={w}
              />
            ))}
          </details>
        )
      })}
      <div class="pick__end">
        <p class="pick__count" role="status" data-picked={t.pickedMany} data-picked-one={t.pickedOne}>
          {picked.size > 0 && t.picked(picked.size)}
        </p>
        <Button go="pick">{t.continue}</Button>
      </div>
    </Form>
  )
}

const fieldOf = (g: Group, l: Line) => `${g.section.id}/${g.itemId}/${l.name}`

interface GroupProps extends Pick<PickProps, 'loaded' | 'picked' | 'differing'> {
  readonly group: Group
  readonly w: PickProps['ask']['w']
}
const PickGroup = ({ group: g, loaded, picked, differing, w }: GroupProps): JSX.Element => (
  <fieldset class="usa-fieldset">
    <legend class="usa-legend">{titleOf(loaded, g.section.id, g.itemId, w)}</legend>
    {g.lines.map((line) => {
      const value = fieldOf(g, line)
      return (
        <div class="usa-checkbox" key={value}>
          <input
            class="usa-checkbox__input"
            type="checkbox"
            id={`pick-${value}`}
            name="pick"
            value={value}
            checked={picked.has(value)}
          />
          <label class="usa-checkbox__label" for={`pick-${value}`}>
            {line.ask} <span class="quiet">{line.said}</span>
            {differing.has(value) && (
              <>
                {' '}
                <strong class="difference">{w.desk.case.different}</strong>
              </>
            )}
          </label>
        </div>
      )
    })}
  </fieldset>
)
