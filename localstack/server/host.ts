/** Names under which a browser on this machine reaches it. Any other name is a page elsewhere that was pointed here (DNS rebinding). */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header names this machine, whatever the port. */
export function isLoopback(host: string | undefined): boolean {
  const [name] = /^(\[[^\]]*\]|[^:]*)/.exec(host ?? '') ?? [''];
  return LOOPBACK.has(name.toLowerCase());
}
