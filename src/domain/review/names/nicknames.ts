/** Given names that stand for one another. A small table of our own; each line is one name. Pure data. */
const NAMES = `
ALEXANDER ALEX SANDY|ALEXANDRA ALEX SANDRA SANDY|ANDREW ANDY DREW|ANTHONY TONY|BARBARA BARB BARBIE|BENJAMIN BEN BENNY
CATHERINE KATHERINE KATHRYN CATHY KATHY KATE KATIE|CHARLES CHARLIE CHUCK|CHRISTINE CHRISTINA CHRIS TINA|CHRISTOPHER CHRIS
DANIEL DAN DANNY|DAVID DAVE|DEBORAH DEBRA DEB DEBBIE|DONALD DON|DOROTHY DOT DOTTIE|EDWARD ED EDDIE TED
ELIZABETH LIZ BETH BETTY ELIZA LISA|FRANCIS FRANK|FRANCISCO FRANK PACO PANCHO|FREDERICK FRED|GERALD GERRY JERRY|GREGORY GREG
GUADALUPE LUPE|HENRY HANK HARRY|IGNACIO NACHO|JACOB JAKE|JAMES JIM JIMMY JAIME|JENNIFER JEN JENNY|JESUS CHUY
JOHN JACK JOHNNY JON|JONATHAN JON|JOSE PEPE JOSEPH|JOSEPH JOE JOEY|JOSHUA JOSH|KENNETH KEN KENNY|LAWRENCE LARRY|LEONARD LEN LENNY
MANUEL MANNY|MARGARET MAGGIE MEG PEGGY MARGE RITA|MARIA MARY|MATTHEW MATT|MICHAEL MIKE MICK|MOHAMMED MOHAMMAD MUHAMMAD MOHAMED MOHD
NICHOLAS NICK|PATRICIA PAT PATTY TRICIA|PATRICK PAT|PETER PETE|PHILIP PHILLIP PHIL|RAYMOND RAY|REBECCA BECKY|RICHARD RICK DICK RICH
ROBERT BOB BOBBY ROB ROBBIE|RONALD RON|SAMANTHA SAM|SAMUEL SAM|STEPHEN STEVEN STEVE|SUSAN SUE SUZANNE|TERESA THERESA TERRY TESS
THEODORE TED TEDDY|THOMAS TOM TOMMY|TIMOTHY TIM|VICTORIA VICKY TORI|VINCENT VINCE VINNY|WALTER WALT|WILLIAM BILL BILLY WILL LIAM
`
const lines = NAMES.trim()
  .split(/[|\n]/)
  .map((line) => line.split(' '))

const linesOf: ReadonlyMap<string, ReadonlySet<number>> = lines.reduce((map, names, i) => {
  for (const name of names) map.set(name, new Set([...(map.get(name) ?? []), i]))
  return map
}, new Map<string, Set<number>>())

/** Do both names stand on one line of the table? Upper case, without diacritics. */
export function areNicknames(a: string, b: string): boolean {
  const lines = linesOf.get(a)
  const others = linesOf.get(b)
  return lines !== undefined && others !== undefined && [...lines].some((i) => others.has(i))
}

/** The name at the head of the first line on which a name stands; undefined for one that stands on none. */
export function fullNameOf(name: string): string | undefined {
  const first = linesOf.get(name)?.values().next().value
  return first === undefined ? undefined : lines[first]![0]
}

/** The lines of the table, the full name first. */
export const linesOfNicknames: readonly (readonly string[])[] = lines

/** Every name that stands on a line with this one, itself included. */
export const nicknamesOf = (name: string): readonly string[] => [...(linesOf.get(name) ?? [])].flatMap((i) => lines[i]!)
