// The yardstick: Kamailio as a stateful proxy that stays in the way, with digest and locations in memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const settings = (port, folder) => `#!KAMAILIO
debug=-1
log_stderror=yes
children=${2 * cpus().length}
disable_tcp=yes
auto_aliases=no
dns=no
rev_dns=no
listen=udp:127.0.0.1:${port}
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "auth.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
modparam("usrloc", "db_mode", 0)
modparam("usrloc", "use_domain", 1)
modparam("registrar", "max_contacts", 10)
modparam("auth", "nonce_expire", 300)

request_route {
  if (!mf_process_maxfwd_header("70")) {
    sl_send_reply("483", "Too Many Hops");
    exit;
  }
  if (has_totag()) {
    if (loose_route()) {
      t_relay();
    } else if (!is_method("ACK")) {
      sl_send_reply("404", "Not Here");
    }
    exit;
  }
  if (is_method("CANCEL")) {
    if (t_check_trans()) t_relay();
    exit;
  }
  if (is_method("ACK")) {
    if (t_check_trans()) t_relay();
    exit;
  }
  t_check_trans();
  $var(password) = "pw" + $fU;
  if (!pv_www_authenticate("$fd", "$var(password)", "0", "$rm")) {
    www_challenge("$fd", "1");
    exit;
  }
  consume_credentials();
  if (is_method("REGISTER")) {
    save("location");
    exit;
  }
  record_route();
  if (!lookup("location")) {
    t_newtran();
    t_reply("404", "Not Found");
    exit;
  }
  t_relay();
}
`;

export class Kamailio {
  name = 'Kamailio';
  domain = 'bench.example';

  constructor(folder, port) {
    this.folder = folder;
    this.sip = port;
  }

  async start() {
    const file = join(this.folder, 'kamailio.cfg');
    writeFileSync(file, settings(this.sip, this.folder));
    this.process = spawn('kamailio', ['-f', file, '-DD', '-E', '-m', '256', '-M', '16', '-w', this.folder, '-Y', this.folder], { stdio: 'ignore' });
    this.ended = once(this.process, 'exit');
  }

  get pid() {
    return this.process.pid;
  }

  async phones(many) {
    return Array.from({ length: many }, (_, i) => ({ user: `u${i}`, password: `pwu${i}`, number: `u${i}`, domain: this.domain }));
  }

  async stop() {
    this.process.kill('SIGTERM');
    await this.ended;
  }
}
