import type { Rows } from './chart.ts';
import { chart, percent, show, whole } from './chart.ts';

type Headline = { metric: string; name: string; unit: string; value: number | null; change: number | null };
type Cohort = { cohort_date: string; size: number; cells: { day: number; rate: number | null }[] };
type Period = { from: string; to: string } | null;
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

async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`/api/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('Playlake does not answer: is npm start running?');
  });
  const given = await answer.json();
  if (!answer.ok) throw new Error(answer.status === 401 ? 'open the link that npm start printed' : given.detail);
  return given;
}

function element(name: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
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
  const asked = { until: $<HTMLInputElement>('until').value, turn: ++turns };
  const now = new Date();
  const to = asked.until === '' ? now : new Date(asked.until);
  const from = new Date(to.getTime() - (Number($<HTMLSelectElement>('days').value) - 1) * 86_400_000);
  const range = `game=${game}&from=${from.toISOString().slice(0, 10)}${asked.until && `&to=${asked.until}`}`;
  const ids = ['dau', 'wau', 'mau', 'revenue_usd'];
  const [overview, retention, health, ...series] = await Promise.all([
    ask<{ period: Period; previous_period: Period; metrics: Headline[] }>(`dashboard/overview?${range}`),
    ask<{ cohorts: Cohort[]; summary: Cohort['cells'] }>(`dashboard/retention?${range}`),
    ask<{ total: Counts; accounting: Counts[] }>(`streaming/status?game=${game}&limit=12`),
    ...ids.map(id => ask<Rows>(`dashboard/metrics/${id}?${range}`)),
  ]);
  // a later question has been asked meanwhile: its answer counts
  if (asked.turn !== turns) return;
  const played = series[0]!.rows.some(row => row.value);
  document.querySelector('main')!.classList.toggle('unplayed', !played);
  $('period').textContent = played ? periodText(overview.period, overview.previous_period) : '';
  await tellUnplayed(played ? undefined : $<HTMLSelectElement>('game').value);
  if (asked.turn !== turns) return;
  $('cards').replaceChildren(...overview.metrics.map(card));
  document.querySelector<HTMLElement>('main')!.hidden = false;
  const lines = ids.map((id, index) => ({ id, label: LABELS[id] ?? '', rows: series[index]!.rows }));
  const room = $('active').clientWidth;
  $('active').replaceChildren(chart(lines.slice(0, 3), { title: 'active players by day', room }));
  $('revenue').replaceChildren(chart(lines.slice(3), { title: 'revenue by day', room, unit: 'USD' }));
  const over = DAYS.filter(day => retention.summary.some(sum => sum.day === day && sum.rate !== null));
  const all =
    retention.summary.length === 0 ? [] : [{ cohort_date: 'all', size: sizeOf(retention), cells: retention.summary }];
  fill(
    $('retention'),
    ['First day', 'Players', ...over.map(day => `D${day}`)],
    [...all, ...retention.cohorts].map(({ cohort_date, size, cells }) =>
      rowOf([
        element('td', cohort_date),
        element('td', whole.format(size)),
        ...over.map(day => heat(cells.find(cell => cell.day === day)?.rate)),
      ]),
    ),
  );
  const names = Object.keys(health.total);
  const counts = (label: string, hour: Counts) =>
    rowOf([element('td', label), ...names.map(name => element('td', whole.format(Number(hour[name]))))]);
  fill(
    $('accounting'),
    ['Hour of arrival (UTC)', ...names],
    [
      counts('all hours', health.total),
      ...health.accounting.map(hour => counts(String(hour.hour).slice(0, 16).replace('T', ' '), hour)),
    ],
  );
  const waiting = Number(health.total.difference);
  $('difference').textContent =
    waiting === 0 ? 'every received event is accounted for' : `${whole.format(waiting)} received and not merged yet`;
  $('state').textContent = `as of ${now.toLocaleTimeString()}`;
}

let turns = 0;
const LABELS: Record<string, string> = { dau: 'DAU', wau: 'WAU', mau: 'MAU' };

const sizeOf = ({ cohorts }: { cohorts: Cohort[] }) => cohorts.reduce((sum, { size }) => sum + size, 0);

function periodText(period: Period, previous: Period): string {
  if (!period || !previous) return '';
  return `${period.from} to ${period.to}, compared with ${previous.from} to ${previous.to}; a day that is not over counts as far as it goes`;
}

/** What stands there in place of empty charts: the days asked for have no play, and when there was some. */
async function tellUnplayed(game?: string): Promise<void> {
  if (game === undefined) return $('unplayed').replaceChildren();
  const [row] = await lastPlayed(game);
  const last = row?.last?.slice(0, 10);
  const words = last
    ? `Nobody played on these days. The last day of play was ${last}. `
    : 'No play of this game is known yet; what it has sent is accounted for below.';
  $('unplayed').replaceChildren(words);
  if (!last) return;
  const go = element('button', 'Show it', { type: 'button' });
  go.addEventListener('click', () => {
    $<HTMLInputElement>('until').value = last;
    void refresh().catch(tell);
  });
  $('unplayed').append(go);
}

async function lastPlayed(game: string): Promise<{ last: string | null }[]> {
  const sql = `SELECT max(event_date) AS last FROM gold.daily_metrics WHERE game = '${game.replaceAll("'", "''")}' AND dau > 0`;
  return (await ask<{ rows: { last: string | null }[] }>('sql', { sql })).rows;
}

async function begin(): Promise<void> {
  const { games } = await ask<{ games: { id: string; name: string }[] }>('games?limit=500');
  if (games.length === 0) throw new Error('no game yet: npm run lake -- games create --id my-game');
  const select = $<HTMLSelectElement>('game');
  if (games.map(({ id }) => id).join() === Array.from(select.options, ({ value }) => value).join()) return;
  const chosen = select.value;
  select.replaceChildren(...games.map(({ id, name }) => element('option', name, { value: id })));
  if (games.some(({ id }) => id === chosen)) select.value = chosen;
}

const tell = (error: Error) => {
  $('state').textContent = error.message;
};
for (const id of ['game', 'days', 'until']) $(id).addEventListener('change', () => void refresh().catch(tell));
async function tick(): Promise<void> {
  if (document.hidden) return;
  await begin();
  await refresh();
}
const again = (): void => {
  void tick()
    .catch(tell)
    .finally(() => setTimeout(again, REFRESH_MS));
};
again();
