/** Where in a text something begins and ends. */
export type Span = { from: number; to: number };
