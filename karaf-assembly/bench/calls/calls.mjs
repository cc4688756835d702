// usage: node calls.mjs <patchbay home> : what a call and a registration cost, beside Kamailio as a proxy in the same run
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, judge, processorMillis, threadMillis } from '../support.mjs';
import { Exchange, registering } from './exchange.mjs';
import { Kamailio } from './kamailio.mjs';
import { digest, rows, Sipp } from './sipp.mjs';

const given = (name, usual) => Number(process.env[`PATCHBAY_BENCH_${name}`] ?? usual);
const RATES = (process.env.PATCHBAY_BENCH_RATES ?? '400,800,1200,1500').split(',').map(Number);
const SECONDS = given('SECONDS', 10);
const WARM_SECONDS = given('WARM_SECONDS', 12);
const WARM_ROUNDS = given('WARM_ROUNDS', 30);
const WARM_ENOUGH = 0.05;
const COMPILERS = /^C[12] Compiler/;
const COLLECTOR = /^VM Thread/;
const PHONES = given('PHONES', 200);
const PORTALS = given('PORTALS', 1_000);
const CONTACTS = given('CONTACTS', 10);
const REGISTERS = given('REGISTERS', 8_000);
const GROWTH_RATE = given('GROWTH_RATE', 400);

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const folder = mkdtempSync(join(tmpdir(), 'patchbay-calls-'));
const peers = [];

/** Registers each once, from this port. */
async function register(peer, name, list, rate, port) {
  const file = rows(folder, `${peer.name}-${name}.csv`, list);
  const began = processorMillis(peer.pid);
  const start = process.hrtime.bigint();
  const run = new Sipp(folder, 'register', peer.sip, port, ['-inf', file, '-m', String(list.length), '-r', String(rate)]);
  const counts = await run.end();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { ...counts, seconds, millis: (processorMillis(peer.pid) - began) / list.length };
}

/** Half of the phones call the other half. */
class Line {
  constructor(peer) {
    this.peer = peer;
  }

  async open() {
    const { peer } = this;
    const phones = await peer.phones(2 * PHONES);
    this.phones = phones;
    const called = phones.slice(PHONES);
    this.called = await freePort();
    const came = await register(peer, 'called', called.map((phone) => registering(phone, 1, `127.0.0.1:${this.called}`)), 500, this.called);
    if (came.done !== PHONES) throw new Error(`${peer.name}: of ${PHONES} phones ${came.done} could register`);
    this.file = rows(folder, `${peer.name}-callers.csv`, phones.slice(0, PHONES).map((phone, i) => [phone.user, digest(phone.user, phone.password), called[i].number]));
  }

  async run(rate, seconds) {
    const { peer } = this;
    const calls = rate * seconds;
    const answering = new Sipp(folder, 'answer', peer.sip, this.called, []);
    await pause(300);
    const before = processorMillis(peer.pid);
    const [compiled, collected] = [threadMillis(peer.pid, COMPILERS), threadMillis(peer.pid, COLLECTOR)];
    const calling = new Sipp(folder, 'call', peer.sip, await freePort(), ['-inf', this.file, '-key', 'domain', peer.domain, '-m', String(calls), '-r', String(rate), '-rp', '1000']);
    const out = await calling.end();
    await pause(1_500);
    const millis = (processorMillis(peer.pid) - before) / calls;
    const compiler = (threadMillis(peer.pid, COMPILERS) - compiled) / calls;
    const collector = (threadMillis(peer.pid, COLLECTOR) - collected) / calls;
    const parts = peer.compiles ? ` (${compiler.toFixed(3)} the compiler, ${collector.toFixed(3)} the collector of garbage)` : '';
    const back = await answering.stop();
    const again = out.again + back.again;
    console.log(`calls: ${peer.name} ${rate}/s: ${millis.toFixed(3)} ms a call${parts}, ${calls - out.done} of ${calls} failed, ${again} messages sent again (load ${loadavg()[0].toFixed(1)})`);
    return { millis, compiler, failed: calls - out.done, again: again / calls };
  }
}

/**
 * Until the compiler of the JVM takes no more than a twentieth of the processor time of a round, as on a server that has been
 * running for some time. What a call costs is no sign of it: on a busy machine the compiler is kept waiting, and works on into
 * what is measured.
 */
async function warm(line) {
  for (const part of [0.1, 0.25, 0.5]) await line.run(part * RATES[0], WARM_SECONDS);
  for (let round = 1; round <= WARM_ROUNDS; round++) {
    const { millis, compiler } = await line.run(RATES[0], WARM_SECONDS);
    if (compiler <= millis * WARM_ENOUGH) return;
  }
  console.log(`calls: after ${WARM_ROUNDS} rounds the compiler still works; what it takes is in the figures`);
}

try {
  console.log(`calls: ${cpus().length} processors; sipp runs on them too and sends no sound`);
  const patchbay = new Exchange(process.argv[2], folder, await freePort());
  const kamailio = new Kamailio(folder, await freePort());
  const lines = {};
  for (const peer of [patchbay, kamailio]) {
    peers.push(peer);
    await peer.start();
    await pause(1_000);
    lines[peer.name] = new Line(peer);
    await lines[peer.name].open();
  }
  await warm(lines.Patchbay);
  await lines.Kamailio.run(RATES[0], 2);
  for (const rate of RATES) {
    const theirs = await lines.Kamailio.run(rate, SECONDS);
    const ours = await lines.Patchbay.run(rate, SECONDS);
    judge(`calls: processor time a call beside Kamailio at ${rate}/s`, ours.millis / theirs.millis, 1);
    judge(`calls: failed at ${rate}/s`, ours.failed, 0);
    judge(`calls: sent again, of 100 calls at ${rate}/s`, 100 * ours.again, 1);
  }
  if (REGISTERS > 0) {
    const figures = {};
    for (const peer of [patchbay, kamailio]) {
      const list = lines[peer.name].phones.slice(0, PHONES).map((phone) => registering(phone, 1));
      const many = Array.from({ length: REGISTERS * 4 }, (_, i) => list[i % list.length]);
      figures[peer.name] = await register(peer, 'many', many, REGISTERS, await freePort());
      const { done, failed, again, millis, seconds } = figures[peer.name];
      console.log(`calls: ${peer.name}: ${(done / seconds).toFixed(0)} registrations/s with digest, ${millis.toFixed(3)} ms each, ${failed} failed, ${again} sent again`);
    }
    judge('calls: processor time a registration beside Kamailio', figures.Patchbay.millis / figures.Kamailio.millis, 1);
    judge('calls: registrations that failed', figures.Patchbay.failed, 0);
  }
  if (PORTALS > 0) {
    const few = await lines.Patchbay.run(GROWTH_RATE, SECONDS);
    const neighbours = await patchbay.neighbours(PORTALS);
    await lines.Patchbay.run(GROWTH_RATE, 3);
    const many = await lines.Patchbay.run(GROWTH_RATE, SECONDS);
    judge(`calls: processor time with ${PORTALS + 1} portals to that with one`, many.millis / few.millis, 1.1);
    const filled = await register(patchbay, 'neighbours', neighbours.map((phone) => registering(phone, CONTACTS)), 1_000, await freePort());
    await pause(5_000);
    await lines.Patchbay.run(GROWTH_RATE, 3);
    const full = await lines.Patchbay.run(GROWTH_RATE, SECONDS);
    judge(`calls: processor time with ${filled.done * CONTACTS + PHONES} registrations to that with ${PHONES}`, full.millis / few.millis, 1.1);
  }
} finally {
  for (const peer of peers) await peer.stop();
  if (!process.env.PATCHBAY_BENCH_KEEP) rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
}
