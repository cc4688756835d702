package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.sip.peer.Sipp;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.testing.Ports;

/** Phones that sipp plays. */
class SippTest {

    private final TestServer server = new TestServer();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsSipp() {
        assumeTrue(Sipp.isThere(), "sipp is not installed (Debian: sip-tester)");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Path users(String line) throws Exception {
        Path file = folder.resolve("users-" + line.hashCode() + ".csv");
        return Files.writeString(file, "SEQUENTIAL\n" + line + "\n");
    }

    private Path user(String name, String called) throws Exception {
        return users(name + ";[authentication username=" + name + " password=pw" + name + "];" + called);
    }

    private void register(String name, int port) throws Exception {
        Sipp phone = Sipp.start(
                "register", server.port(), port, 1, 1, "-inf", user(name, "").toString());
        assertThat(phone.await()).as(phone.output()).isZero();
    }

    @Test
    void phonesRegisterAndCallEachOther() throws Exception {
        int port = Ports.free();
        register("101", port);
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-101"))
                .singleElement()
                .satisfies(found -> assertThat(found.address()).isEqualTo("127.0.0.1:" + port));
        Sipp called = Sipp.start("answer", server.port(), port, 20, 10);
        Sipp caller = Sipp.start(
                "call",
                server.port(),
                Ports.free(),
                20,
                10,
                "-inf",
                user("100", "101").toString());
        assertThat(caller.await()).as(caller.output()).isZero();
        assertThat(called.await()).as(called.output()).isZero();
        assertThat(server.bridge.ended).hasValue(40);
        assertThat(server.server.dialogs()).isZero();
        assertThat(server.server.legs()).isZero();
    }

    @Test
    void aWrongPasswordIsChallengedAgain() throws Exception {
        Sipp phone = Sipp.start(
                "register",
                server.port(),
                Ports.free(),
                1,
                1,
                "-inf",
                users("101;[authentication username=101 password=wrong];").toString());
        assertThat(phone.await()).isNotZero();
        assertThat(phone.output()).contains("401");
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-101"))
                .isEmpty();
    }
}
