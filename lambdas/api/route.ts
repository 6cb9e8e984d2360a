import type { z } from 'zod';
import type { Json } from '../../core/ports.ts';
import type { ApiPorts } from './ports.ts';
import type { Role } from './roles.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What a handler answers; without `body` the answer is empty. */
export type Reply = { status: number; body?: { [name: string]: Json } };

/** One route: its schemas validate, describe and are tested against its example. Parameters in the path are written `{name}`. */
export type RouteOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  method: Method;
  path: `/${string}`;
  /** The least role that may call; `public` needs no token. */
  role: Role | 'public';
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema of the body by status, problems aside; `null` for an answer without a body. */
  answers: Readonly<Record<number, z.ZodType | null>>;
  example: { path: string; body?: Json };
  // a method, so that routes of different inputs fit one table
  handle(ports: ApiPorts, input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> }): Promise<Reply>;
};

export type Route = RouteOf<z.ZodType, z.ZodType, z.ZodType>;

/** Declares a route, its handler typed by its schemas. */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(spec: RouteOf<P, Q, B>): Route =>
  spec;
