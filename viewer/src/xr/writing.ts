/** Words and buttons drawn on a canvas, in lines as wide as it is. */

export interface Action {
  readonly label: string;
  act(): void;
}

/** What a board says: a heading, a line of facts below it, a text, and buttons. */
export interface Telling {
  readonly title: string;
  readonly facts: string;
  readonly text: string;
  readonly actions: readonly Action[];
}

/** Where a button is, in pixels from the upper left. */
export interface Area {
  readonly action: Action;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const EDGE = 48;
const GAP = 16;
const BUTTON = 84;
const ROUND = 28;

/** What a kind of words looks like; lines of text that are more are left out. */
const STYLES = {
  title: { font: '680 54px', line: 66, ink: '#ffffff', most: 3 },
  facts: { font: '400 32px', line: 46, ink: '#b9c4d2', most: 4 },
  text: { font: '400 36px', line: 52, ink: '#e8edf3', most: 8 },
} as const;

const LABEL = '600 34px';

/** Draw it and tell where its buttons are. The canvas becomes as high as it has to. */
export function paint(
  canvas: HTMLCanvasElement,
  width: number,
  telling: Telling,
  language: string,
  pointed: Action | undefined,
): Area[] {
  const pen = canvas.getContext('2d')!;
  const family = getComputedStyle(document.body).fontFamily;
  const inner = width - 2 * EDGE;
  const blocks = (['title', 'facts', 'text'] as const).flatMap((kind) => {
    if (telling[kind] === '') return [];
    const style = STYLES[kind];
    pen.font = `${style.font} ${family}`;
    const measure = (words: string): number => pen.measureText(words).width;
    return [{ style, lines: linesOf(telling[kind], inner, style.most, language, measure) }];
  });
  pen.font = `${LABEL} ${family}`;
  let y = EDGE;
  for (const { style, lines } of blocks) y += lines.length * style.line + GAP;
  const areas = laidOut(telling.actions, y, width, (words) => pen.measureText(words).width);
  const last = areas.at(-1);
  canvas.width = width;
  canvas.height = (last === undefined ? y : last.y + last.height) + EDGE;
  const leftwards = document.dir === 'rtl';
  if (leftwards) for (const area of areas) Object.assign(area, { x: width - area.x - area.width });

  pen.fillStyle = 'rgb(15 22 34 / 0.94)';
  box(pen, 0, 0, width, canvas.height, ROUND * 1.5);
  pen.direction = leftwards ? 'rtl' : 'ltr';
  pen.textBaseline = 'middle';
  y = EDGE;
  for (const { style, lines } of blocks) {
    pen.font = `${style.font} ${family}`;
    pen.fillStyle = style.ink;
    for (const line of lines) {
      pen.fillText(line, leftwards ? width - EDGE : EDGE, y + style.line / 2);
      y += style.line;
    }
    y += GAP;
  }
  pen.font = `${LABEL} ${family}`;
  pen.textAlign = 'center';
  for (const area of areas) {
    pen.fillStyle = area.action === pointed ? '#2f7fe0' : '#2b3a50';
    box(pen, area.x, area.y, area.width, area.height, ROUND);
    pen.fillStyle = '#ffffff';
    const room = area.width - 2 * GAP;
    const [label] = linesOf(area.action.label, room, 1, language, (words) => pen.measureText(words).width);
    pen.fillText(label!, area.x + area.width / 2, area.y + area.height / 2);
  }
  pen.textAlign = 'start';
  return areas;
}

/** Boards are painted anew at each button that is pointed at, within a headset's frame. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Words in lines that are no wider than `width`, broken where the language breaks them; an ellipsis
 * where more than `most` would be needed. */
export function linesOf(
  words: string,
  width: number,
  most: number,
  language: string,
  measure: (words: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const parts = segmenterOf(language);
  for (const { segment } of parts.segment(words.replace(/\s+/g, ' ').trim())) {
    if (line !== '' && measure(line + segment) > width) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  lines.push(line);
  if (lines.length <= most && measure(line) <= width) return lines;
  const kept = lines.slice(0, most);
  let end = kept.pop()!;
  while (end !== '' && measure(`${end}…`) > width) end = end.slice(0, -1);
  return [...kept, `${end.trimEnd()}…`];
}

/** Buttons in rows, each as wide as its words want, from the left. */
function laidOut(
  actions: readonly Action[],
  top: number,
  width: number,
  measure: (words: string) => number,
): Area[] {
  let x = EDGE;
  let y = top;
  return actions.map((action) => {
    const wide = Math.min(Math.max(measure(action.label) + 4 * GAP, 2 * BUTTON), width - 2 * EDGE);
    if (x > EDGE && x + wide > width - EDGE) {
      x = EDGE;
      y += BUTTON + GAP;
    }
    const area = { action, x, y, width: wide, height: BUTTON };
    x += wide + GAP;
    return area;
  });
}

function box(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  round: number,
): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, round);
  pen.fill();
}
