import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { freePort, type Server, startServer } from './server.ts';

/** A Kafka broker of this machine, its own controller. */
export type Broker = { address: string; stop: Server['stop'] };

/** Starts a broker that keeps its log under `dir`. */
export async function startBroker({ java, kafka, dir }: { java: string; kafka: string; dir: string }): Promise<Broker> {
  const [port, controller] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  await writeFile(`${dir}/server.properties`, configuration({ address, controller: `127.0.0.1:${controller}`, dir }));
  const program = (main: string, ...args: string[]) => ({
    command: `${java}/jre/bin/java`,
    args: ['-Xmx512m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', `${kafka}/*`, main, ...args],
    cwd: dir,
  });
  const format = program('kafka.tools.StorageTool', 'format', '-c', `${dir}/server.properties`, '-t', clusterId());
  await promisify(execFile)(format.command, format.args, { cwd: dir });
  const server = startServer(program('kafka.Kafka', `${dir}/server.properties`));
  await server.ready(() => accepts(port));
  return { address, stop: server.stop };
}

const clusterId = () => randomBytes(16).toString('base64url').replace(/^-/, 'A');

const configuration = ({ address, controller, dir }: { address: string; controller: string; dir: string }) => `
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://${address},CONTROLLER://${controller}
advertised.listeners=PLAINTEXT://${address}
controller.listener.names=CONTROLLER
controller.quorum.voters=1@${controller}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=${dir}/log
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
`;

const accepts = (port: number) =>
  new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
