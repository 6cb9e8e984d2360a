/** A metric by day. */
export type Rows = { rows: { date: string; value: number | null }[] };

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, notation: 'compact' });
export const whole = new Intl.NumberFormat(undefined);
export const percent = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumSignificantDigits: 4 });

/** A number as people read it, by its unit. */
export function show(value: number | null, unit: string): string {
  if (value === null) return '–';
  if (unit === 'ratio') return percent.format(value);
  if (unit === 'USD') return money.format(value);
  return unit === 'seconds' ? `${number.format(value / 60)} min` : number.format(value);
}

const SVG = 'http://www.w3.org/2000/svg';
function draw(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Lines over days, on one scale that begins at 0; drawn as wide as the page has room, so that its words keep their size. */
export function chart(
  lines: ({ id: string; label: string } & Rows)[],
  { title, room, unit = '' }: { title: string; room: number; unit?: string },
): SVGElement {
  const [width, height, left, bottom] = [Math.max(260, room), 220, 50, 20];
  const top = Math.max(1, ...lines.flatMap(line => line.rows.map(row => row.value ?? 0)));
  const dates = lines[0]?.rows.map(row => row.date) ?? [];
  const x = (index: number) => left + (index * (width - left - 50)) / Math.max(1, dates.length - 1);
  const y = (value: number) => 10 + (height - bottom - 10) * (1 - value / top);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title });
  for (const share of [0, 0.5, 1]) {
    svg.append(draw('line', { x1: left, x2: width - 50, y1: y(top * share), y2: y(top * share) }));
    svg.append(draw('text', { x: left - 6, y: y(top * share) + 4, 'text-anchor': 'end' }, show(top * share, unit)));
  }
  for (const index of new Set([0, Math.floor((dates.length - 1) / 2), dates.length - 1]))
    svg.append(draw('text', { x: x(index), y: height - 4, 'text-anchor': 'middle' }, dates[index] ?? ''));
  for (const { id, label, rows } of lines) {
    svg.append(
      draw('polyline', { class: id, points: rows.map((row, index) => `${x(index)},${y(row.value ?? 0)}`).join(' ') }),
    );
    svg.append(draw('text', { class: id, x: width - 46, y: y(rows.at(-1)?.value ?? 0) + 4 }, label));
  }
  return svg;
}
