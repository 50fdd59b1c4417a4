/** A figure as a table and a picture, without knowing where it is shown: a page, paper or a file. Shapes only. */

export interface SheetColumn {
  readonly title: string
  readonly numeric?: boolean
}

/** Each kind names its values by the same numbers as the table. */
export type Picture =
  | {
      readonly kind: 'bars'
      /** Names of the parts of a bar, in order; one for bars that are not divided. */
      readonly parts: readonly string[]
      readonly rows: readonly { readonly label: string; readonly values: readonly number[]; readonly shown?: string }[]
    }
  | {
      readonly kind: 'lines'
      readonly points: readonly string[]
      readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
    }

export interface Sheet {
  readonly name: string
  readonly title: string
  /** What is counted, and what is not. */
  readonly means: string
  /** The picture in a sentence, for those who cannot see it. */
  readonly says: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly picture: Picture
}
