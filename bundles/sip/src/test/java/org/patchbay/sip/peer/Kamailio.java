package org.patchbay.sip.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Kamailio as a carrier: it asks for the password 4930/secret, stays in the way, and leads 4940… to a phone, all else to us. */
public final class Kamailio implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/kamailio");

    private final Process process;
    private final Path log;

    private Kamailio(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    public static Kamailio start(Path folder, int port, int ours, int phone) throws IOException {
        Path file = folder.resolve("kamailio.cfg");
        Files.writeString(
                file,
                """
                #!KAMAILIO
                debug=-1
                children=2
                disable_tcp=yes
                auto_aliases=no
                dns=no
                listen=udp:127.0.0.1:%d
                loadmodule "tm.so"
                loadmodule "sl.so"
                loadmodule "rr.so"
                loadmodule "pv.so"
                loadmodule "textops.so"
                loadmodule "siputils.so"
                loadmodule "auth.so"
                request_route {
                  if (has_totag()) {
                    if (loose_route()) t_relay();
                    exit;
                  }
                  if (is_method("CANCEL|ACK")) {
                    if (t_check_trans()) t_relay();
                    exit;
                  }
                  if (is_method("OPTIONS")) {
                    sl_send_reply("200", "OK");
                    exit;
                  }
                  if (!pv_www_authenticate("carrier.example", "secret", "0", "$rm")) {
                    www_challenge("carrier.example", "1");
                    exit;
                  }
                  if (is_method("REGISTER")) {
                    append_to_reply("Contact: $(ct{s.select,0,;});expires=600\\r\\n");
                    sl_send_reply("200", "OK");
                    exit;
                  }
                  record_route();
                  if ($rU =~ "^[+]?4940") $du = "sip:127.0.0.1:%d";
                  else $du = "sip:127.0.0.1:%d";
                  remove_hf("Authorization");
                  t_relay();
                }
                """
                        .formatted(port, phone, ours));
        Path log = folder.resolve("kamailio.log");
        Process started = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-f",
                        file.toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "32",
                        "-w",
                        folder.toString(),
                        "-Y",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Kamailio(started, log);
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
