/** Stands in every bad value that can hold it; nothing may carry it into a log. */
export const PLANTED = 'planted-c0ffee';

const text = (characters: number) => PLANTED.padEnd(characters, 'x');
const nested = (open: string, close: string, levels = 10_000) => open.repeat(levels) + close.repeat(levels);

/** What to change in a good event, as JSON text (of a name that occurs twice the last counts), and the code it is refused with. */
export type BadEvent = [name: string, change: string, code: string | undefined];

export const badEvents: readonly BadEvent[] = [
  ['a number beyond a double', `"properties": {"score": 1e999}`, 'not_finite'],
  ['a number far below a double', `"properties": {"score": -1e999}`, 'not_finite'],
  ['an infinite time', `"client_time": 1e999`, 'not_finite'],
  ['an infinite attribute', `"attributes": {"${PLANTED}": 1e999}`, 'not_finite'],
  ['text for a number', `"properties": {"score": "${PLANTED}"}`, 'wrong_type'],
  ['a fraction for a whole number', `"properties": {"kills": 1.5}`, 'wrong_type'],
  ['a list for properties', `"properties": ["${PLANTED}"]`, 'wrong_type'],
  ['text for properties', `"properties": "${PLANTED}"`, 'wrong_type'],
  ['a list for attributes', `"attributes": ["${PLANTED}"]`, 'wrong_type'],
  ['an object in attributes', `"attributes": {"a": {"b": "${PLANTED}"}}`, 'wrong_type'],
  ['a number for a player', `"player_id": 4711`, 'wrong_type'],
  ['a list for a player', `"player_id": ["${PLANTED}"]`, 'wrong_type'],
  ['a list for an id', `"event_id": ["${PLANTED}"]`, 'wrong_type'],
  ['a list for a type', `"event_type": ["${PLANTED}"]`, 'wrong_type'],
  ['a type nobody knows', `"event_type": "${PLANTED}"`, 'unknown_event_type'],
  ['the type constructor', `"event_type": "constructor"`, 'unknown_event_type'],
  ['the type __proto__', `"event_type": "__proto__"`, 'unknown_event_type'],
  ['an empty type', `"event_type": ""`, 'unknown_event_type'],
  ['no type', `"event_type": null`, 'missing_field'],
  ['no player', `"player_id": null`, 'missing_field'],
  ['no time', `"client_time": null`, 'missing_field'],
  ['the year 1970', `"client_time": "1970-01-01T00:00:00Z"`, 'invalid_time'],
  ['the first millisecond of 1970', `"client_time": 0`, 'invalid_time'],
  ['30 February', `"client_time": "2026-02-30T10:00:00Z"`, 'invalid_time'],
  ['the last millisecond of the year 9999', `"client_time": 253402300799999`, 'from_the_future'],
  ['the year 2100', `"client_time": "2100-01-01T00:00:00Z"`, 'from_the_future'],
  ['the year 2020', `"client_time": "2020-01-01T00:00:00Z"`, 'too_late'],
  ['a time in words', `"client_time": "${PLANTED}"`, 'bad_format'],
  ['a time without an offset', `"client_time": "2026-03-01T10:00:00"`, 'bad_format'],
  ['an empty id', `"event_id": ""`, 'too_short'],
  ['an id of 10,000 characters', `"event_id": "${text(10_000)}"`, 'too_long'],
  ['an empty player', `"player_id": ""`, 'too_short'],
  ['a player of 10,000 characters', `"player_id": "${text(10_000)}"`, 'too_long'],
  ['half a surrogate pair', `"properties": {"map": "${PLANTED} \\ud800"}`, 'malformed_text'],
  ['the other half', `"properties": {"map": "\\udc00 ${PLANTED}"}`, 'malformed_text'],
  ['a pair the wrong way round', `"event_id": "\\udc00\\ud800 ${PLANTED}"`, 'malformed_text'],
  ['half a pair in a name', `"attributes": {"${PLANTED}\\ud800": 1}`, 'malformed_text'],
  ['half a pair for a type', `"event_type": "\\ud800${PLANTED}"`, 'malformed_text'],
  ['half a pair for a player', `"player_id": "\\ud800${PLANTED}"`, 'malformed_text'],
  ['__proto__ beside its fields', `"__proto__": {"${PLANTED}": 1}`, 'forbidden_name'],
  ['__proto__ in properties', `"properties": {"__proto__": {"score": "${PLANTED}"}}`, 'forbidden_name'],
  ['__proto__ deep inside', `"properties": {"a": [{"__proto__": "${PLANTED}"}]}`, 'forbidden_name'],
  ['a key made by the client', `"player_key": "${PLANTED}"`, 'forbidden_name'],
  ['10,000 lists', `"properties": {"a": ${nested('[', ']')}}`, 'too_deep'],
  ['10,000 objects', `"properties": {"a": ${nested(`{"${PLANTED[0]}":`, '}').replace(':}', ':1}')}}`, 'too_deep'],
  ['10,000 lists for a player', `"player_id": ${nested('[', ']')}`, 'wrong_type'],
  ['33,000 bytes', `"attributes": {"a": "${text(33_000)}"}`, 'too_large'],
  ['a name of 40,000 characters', `"attributes": {"${text(40_000)}": 1}`, 'too_large'],
  [
    '51 attributes',
    `"attributes": {${Array.from({ length: 51 }, (_, n) => `"a${n}": 1`).join()}}`,
    'too_many_attributes',
  ],
  ['a country in words', `"country": "${PLANTED}"`, 'bad_format'],
  ['a word that is not in the list', `"properties": {"result": "${PLANTED}"}`, 'not_in_list'],
  ['less than nothing', `"properties": {"kills": -1}`, 'out_of_range'],
  ['a number that no column holds', `"properties": {"kills": 1e300}`, 'out_of_range'],
  ['a name twice, wrong the last time', `"properties": {"score": 1, "score": "${PLANTED}"}`, 'wrong_type'],
  ['a name twice, right the last time', `"properties": {"score": "${PLANTED}", "score": 1}`, undefined],
  ['names of every object', `"constructor": 1, "properties": {"toString": 1, "hasOwnProperty": 2}`, undefined],
  ['an empty name', `"properties": {"": "${PLANTED}"}, "": 1`, undefined],
  ['nul, escape and the end of text', `"session_id": "\\u0000\\u001b\\uffff"`, undefined],
];

/** What stands where an event belongs, refused as `not_an_object`. */
export const noEvents: readonly [name: string, json: string][] = [
  ['null', 'null'],
  ['a text', `"${PLANTED}"`],
  ['a number', '7'],
  ['true', 'true'],
  ['a list', `[{"event_id": "${PLANTED}"}]`],
  ['10,000 lists', nested('[', ']')],
];
