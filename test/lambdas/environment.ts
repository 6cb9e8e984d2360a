import type { KeyValue } from '../../core/ports.ts';
import { registry } from '../../lambdas/registry.ts';
import { memoryClock, memoryKeyValue, memorySecrets } from '../memory-ports.ts';

/** Two registries over one store, as in two functions of one environment, with the game `g`; `written` is what was stored. */
export async function environment() {
  const clock = memoryClock();
  const store = memoryKeyValue(clock);
  const written: string[] = [];
  const keyValue: KeyValue = {
    ...store,
    write: writes => {
      written.push(JSON.stringify(writes));
      return store.write(writes);
    },
  };
  const secrets = memorySecrets();
  const here = registry({ keyValue, secrets, clock });
  const there = registry({ keyValue, secrets, clock });
  await here.createGame({ id: 'g', name: 'G' });
  return { here, there, clock, written };
}
