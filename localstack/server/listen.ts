import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on loopback. A taken port is an error when it was asked for by name, else a free one is used; answers the port. */
export async function listen(server: Server, { port, asked }: { port: number; asked: boolean }): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked) throw new Error(`port ${port} is taken: give another with --port, or --port 0 for any that is free`);
    return listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
