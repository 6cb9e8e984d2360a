/** What may pass by itself: too many requests, a service that is not well, a connection that broke. */
const PASSING = new Set([
  'InternalFailureException',
  'InternalServerException',
  'KMSThrottlingException',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

type Fault = { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };

/** Whether the same request may succeed later, unchanged. */
export function mayPass(error: unknown): boolean {
  const { name = '', code = '', $metadata } = error as Fault;
  const status = $metadata?.httpStatusCode ?? 0;
  return PASSING.has(name) || PASSING.has(code) || status === 429 || status >= 500;
}

/** Whether an error of a service has one of these names. */
export const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);
