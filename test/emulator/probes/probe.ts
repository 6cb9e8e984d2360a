import type { EmulatorSettings } from '../emulator.ts';

/** One property of a type, and what its service tells of a resource that has it and of one that has not. */
export type Property = {
  /** As a template sets it: never what a resource without it would have. */
  set: unknown;
  /** What the service tells when the emulator keeps it. */
  told: unknown;
  /** What the service tells when the emulator drops it: nothing, unless said. */
  without?: unknown;
};

/** One resource in a stack of its own, whose service is asked what became of its properties. */
export type Probe = {
  type: string;
  properties: Readonly<Record<string, Property>>;
  /** What else its stack has, for it to refer to. */
  beside?: Readonly<Record<string, object>>;
  /** What the service tells, by property. */
  ask: (settings: EmulatorSettings, id: string) => Promise<Record<string, unknown>>;
};

/** What is asked for, or undefined where the service says that there is none. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (/NoSuch|NotFound/.test((error as Error).name)) return undefined;
    throw error;
  }
}

type Call = {
  service: string;
  path?: string;
  /** Header `x-amz-target` of the services that have one address for all. */
  target?: string;
  body?: string;
  content_type?: string;
};

/** Asks a service that no client is installed for; the signature is none, and only says which service is meant. */
export async function askService({ endpoint, region }: EmulatorSettings, call: Call): Promise<string> {
  const { service, path = '/', target, body, content_type = 'application/x-amz-json-1.0' } = call;
  const response = await fetch(endpoint + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': content_type,
      ...(target && { 'x-amz-target': target }),
    },
    ...(body !== undefined && { body }),
  });
  const said = await response.text();
  if (!response.ok) throw new Error(`${service} answered ${response.status} to ${target ?? path}: ${said}`);
  return said;
}
