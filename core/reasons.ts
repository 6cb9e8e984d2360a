/** Every reason for which the pipeline sets an event aside: stable codes, explained in docs/guides/errors.md. */
export const reasons = [
  'missing_field',
  'wrong_type',
  'too_short',
  'too_long',
  'out_of_range',
  'bad_format',
  'not_in_list',
  'unknown_event_type',
  'invalid_time',
  'from_the_future',
  'too_late',
  'too_many_attributes',
  'too_large',
  'too_deep',
  'not_an_object',
  'not_finite',
  'malformed_text',
  'forbidden_name',
] as const;

export type Reason = (typeof reasons)[number];
