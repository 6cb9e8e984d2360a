/** Digits of a log's sequence and of a Kafka offset. */
const SHORT = 20;
/** A Kinesis sequence has 186 bits, which are 56 digits at most. */
const LONG = 64;

/**
 * A stream's sequence in the form the lake keeps: zeros in front to one width, so that sequences of a shard sort as text. Those of a
 * log and Kafka's offsets have 20 digits, Kinesis' longer ones 64.
 */
export const sortable = (sequence: string): string => sequence.padStart(sequence.length > SHORT ? LONG : SHORT, '0');
