type Headline = { metric: string; name: string; unit: string; value: number | null; change: number | null };
type Cohort = { cohort_date: string; size: number; cells: { day: number; rate: number | null }[] };
type Counts = Record<string, number | string>;

const $ = <T extends Element = HTMLElement>(id: string) => document.getElementById(id) as unknown as T;
const DAYS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30];
const REFRESH_MS = 5000;

const token = takeToken();

/** The token comes in the link; it is kept for this tab and leaves the address bar. */
function takeToken(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get('token');
  if (given) sessionStorage.setItem('token', given);
  url.searchParams.delete('token');
  history.replaceState(null, '', url);
  return sessionStorage.getItem('token') ?? '';
}

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(answer.status === 401 ? 'open the link that npm start printed' : body.detail);
  return body;
}

function element(name: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, notation: 'compact' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'USD', maximumSignificantDigits: 4 });

function show(value: number | null, unit: string): string {
  if (value === null) return '–';
  if (unit === 'ratio') return percent.format(value);
  if (unit === 'USD') return money.format(value);
  return unit === 'seconds' ? `${number.format(value / 60)} min` : number.format(value);
}

function card({ name, unit, value, change }: Headline): HTMLElement {
  const made = element('div', name, { class: 'card' });
  made.append(element('b', show(value, unit)));
  const way = change === null || change === 0 ? '' : change > 0 ? 'up' : 'down';
  const sign = change !== null && change > 0 ? '+' : '';
  made.append(
    element('small', change === null ? 'nothing to compare' : `${sign}${percent.format(change)}`, { class: way }),
  );
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';
function draw(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Lines over days, on one scale that begins at 0. */
function chart(lines: { id: string; rows: { date: string; value: number | null }[] }[]): SVGElement {
  const [width, height, left, bottom] = [1000, 240, 45, 20];
  const top = Math.max(1, ...lines.flatMap(line => line.rows.map(row => row.value ?? 0)));
  const dates = lines[0]?.rows.map(row => row.date) ?? [];
  const x = (index: number) => left + (index * (width - left - 50)) / Math.max(1, dates.length - 1);
  const y = (value: number) => 10 + (height - bottom - 10) * (1 - value / top);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'active players by day' });
  for (const share of [0, 0.5, 1]) {
    svg.append(draw('line', { x1: left, x2: width - 50, y1: y(top * share), y2: y(top * share) }));
    svg.append(draw('text', { x: left - 6, y: y(top * share) + 4, 'text-anchor': 'end' }, number.format(top * share)));
  }
  for (const index of new Set([0, Math.floor((dates.length - 1) / 2), dates.length - 1]))
    svg.append(draw('text', { x: x(index), y: height - 4, 'text-anchor': 'middle' }, dates[index] ?? ''));
  for (const { id, rows } of lines) {
    svg.append(
      draw('polyline', { class: id, points: rows.map((row, index) => `${x(index)},${y(row.value ?? 0)}`).join(' ') }),
    );
    svg.append(draw('text', { class: id, x: width - 46, y: y(rows.at(-1)?.value ?? 0) + 4 }, id.toUpperCase()));
  }
  return svg;
}

function rowOf(cells: HTMLElement[]): HTMLElement {
  const row = element('tr');
  row.append(...cells);
  return row;
}

function fill(table: HTMLElement, heads: string[], rows: HTMLElement[]): void {
  const head = element('thead');
  head.append(rowOf(heads.map(text => element('th', text))));
  const body = element('tbody');
  body.append(...rows);
  table.replaceChildren(head, body);
}

function heat(rate: number | null | undefined): HTMLElement {
  const cell = element('td', rate === null || rate === undefined ? '' : percent.format(rate), { class: 'heat' });
  // a style attribute in markup would break the page's policy, a property does not
  cell.style.setProperty('--share', `${Math.round(100 * Math.min(1, 1.6 * (rate ?? 0)))}%`);
  return cell;
}

async function refresh(): Promise<void> {
  const game = encodeURIComponent($<HTMLSelectElement>('game').value);
  const to = new Date();
  const from = new Date(to.getTime() - (Number($<HTMLSelectElement>('days').value) - 1) * 86_400_000);
  const range = `game=${game}&from=${from.toISOString().slice(0, 10)}`;
  const ids = ['dau', 'wau', 'mau'];
  const [overview, retention, health, ...series] = await Promise.all([
    ask<{ metrics: Headline[] }>(`dashboard/overview?${range}`),
    ask<{ cohorts: Cohort[] }>(`dashboard/retention?${range}`),
    ask<{ total: Counts; accounting: Counts[] }>(`streaming/status?game=${game}&limit=12`),
    ...ids.map(id => ask<{ rows: { date: string; value: number | null }[] }>(`dashboard/metrics/${id}?${range}`)),
  ]);
  $('cards').replaceChildren(...overview.metrics.map(card));
  $('active').replaceChildren(chart(ids.map((id, index) => ({ id, rows: series[index]!.rows }))));
  fill(
    $('retention'),
    ['First day', 'Players', ...DAYS.map(day => `D${day}`)],
    retention.cohorts.map(({ cohort_date, size, cells }) =>
      rowOf([
        element('td', cohort_date),
        element('td', String(size)),
        ...DAYS.map(day => heat(cells.find(cell => cell.day === day)?.rate)),
      ]),
    ),
  );
  const names = Object.keys(health.total);
  const counts = (label: string, hour: Counts) =>
    rowOf([element('td', label), ...names.map(name => element('td', String(hour[name])))]);
  fill(
    $('accounting'),
    ['Hour of arrival', ...names],
    [
      counts('all hours', health.total),
      ...health.accounting.map(hour => counts(String(hour.hour).slice(0, 16).replace('T', ' '), hour)),
    ],
  );
  const waiting = Number(health.total.difference);
  $('difference').textContent =
    waiting === 0 ? 'every received event is accounted for' : `${waiting} received and not merged yet`;
  document.querySelector('main')!.hidden = false;
  $('state').textContent = `as of ${to.toLocaleTimeString()}`;
}

async function begin(): Promise<void> {
  const { games } = await ask<{ games: { id: string; name: string }[] }>('games?limit=500');
  if (games.length === 0) throw new Error('no game yet: npm run lake -- games create --id my-game');
  $('game').replaceChildren(...games.map(({ id, name }) => element('option', name, { value: id })));
}

const tell = (error: Error) => {
  $('state').textContent = error.message;
};
for (const id of ['game', 'days']) $(id).addEventListener('change', () => void refresh().catch(tell));
let ready = false;
async function tick(): Promise<void> {
  if (!ready) await begin();
  ready = true;
  if (!document.hidden) await refresh();
}
const again = (): void => {
  void tick()
    .catch(tell)
    .finally(() => setTimeout(again, REFRESH_MS));
};
again();
