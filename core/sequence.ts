/** Digits of the sequences of a log of our own. */
const SHORT = 20;
/** Sequence numbers of Kinesis are 186 bits wide. */
const LONG = 56;

/**
 * A stream's sequence in the form the lake keeps: zeros in front to one width, 20 or 56 digits, so that sequences of a shard sort as
 * text. What is sortable stays as it is.
 */
export const sortable = (sequence: string): string => sequence.padStart(sequence.length > SHORT ? LONG : SHORT, '0');
