package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;

/** What tools such as svwar of SIPVicious do to find extensions; 101 is one, 901 is none. */
class ScannerTest {

    private static final String THERE = "101";
    private static final String NOT_THERE = "901";
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final int TRIES = 60;
    private static final int ROUNDS = 4;
    private static final Set<String> SENT =
            Set.of(HeaderName.VIA, HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ);

    private final TestServer server = new TestServer(settings -> new SipServer.Settings(
            settings.ways(),
            settings.stack(),
            settings.expiry(),
            new Guard.Limits(10_000, 10_000, Duration.ofMinutes(1), Duration.ofMinutes(5)),
            settings.digests(),
            settings.nonceLife(),
            settings.mostLegs(),
            settings.mostBindings(),
            settings.mostSubscriptions()));

    private SipRequest probe(Phone phone, String method, String user) {
        String uri = method.equals("REGISTER") ? "sip:one.example" : "sip:" + user + "@one.example";
        return phone.request(method, uri, Randoms.text(), 1);
    }

    /** What of an answer tells anything: all but what is drawn by lot and what was sent along. */
    private static String told(SipResponse answer) {
        var told = new TreeMap<String, String>();
        for (int line = 0; line < answer.headers().size(); line++) {
            String name = answer.headers().name(line);
            told.merge(
                    name,
                    answer.headers()
                            .value(line)
                            .replaceAll("nonce=\"[^\"]+\"", "nonce")
                            .replaceAll("tag=[^;]+", "tag"),
                    (one, other) -> one + '|' + other);
        }
        told.keySet().removeAll(SENT);
        return answer.status() + " " + told;
    }

    private String asked(String method, String user, String password) throws IOException {
        try (var phone = new Phone(server.port(), user, "one.example")) {
            SipRequest probe = probe(phone, method, user);
            return told(password.isEmpty() ? first(phone, probe) : phone.ask(probe, password));
        }
    }

    private static SipResponse first(Phone phone, SipRequest probe) throws IOException {
        phone.send(probe);
        return phone.awaitFinal(probe.method());
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTER, ''",
        "REGISTER, wrong",
        "INVITE, ''",
        "INVITE, wrong",
        "OPTIONS, ''",
        "MESSAGE, ''",
        "REFER, ''",
        "REFER, wrong",
        "SUBSCRIBE, ''"
    })
    void anExtensionIsAnsweredLikeNone(String method, String password) throws IOException {
        try (server) {
            assertThat(asked(method, THERE, password)).isEqualTo(asked(method, NOT_THERE, password));
        }
    }

    @Test
    void anAnswerTakesAsLong() throws IOException {
        try (server;
                var there = new Phone(server.port(), THERE, "one.example");
                var notThere = new Phone(server.port(), NOT_THERE, "one.example")) {
            // A difference that a machine busy with other things makes is not there every time.
            var ratios = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS && ratios.stream().noneMatch(ScannerTest::isLike); round++) {
                ratios.add(ratio(there, notThere));
            }
            assertThat(ratios).anyMatch(ScannerTest::isLike);
        }
    }

    private double ratio(Phone there, Phone notThere) throws IOException {
        var known = new long[TRIES];
        var unknown = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            known[i] = nanos(there, THERE);
            unknown[i] = nanos(notThere, NOT_THERE);
        }
        return (double) median(known) / median(unknown);
    }

    private static boolean isLike(double ratio) {
        return ratio > 0.4 && ratio < 2.5;
    }

    private long nanos(Phone phone, String user) throws IOException {
        SipRequest probe = probe(phone, "REGISTER", user);
        SipResponse challenge = first(phone, probe);
        SipRequest answer = phone.answering(probe, challenge, "wrong");
        long began = System.nanoTime();
        phone.send(answer);
        assertThat(phone.awaitFinal("REGISTER").status()).isEqualTo(401);
        return System.nanoTime() - began;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS", "REGISTER", "INVITE"})
    void whoNamesItselfAScannerIsMetWithSilence(String method) throws IOException {
        try (server;
                var phone = new Phone(server.port(), THERE, "one.example")) {
            SipRequest probe = probe(phone, method, THERE);
            probe.headers().add(HeaderName.USER_AGENT, "friendly-scanner");
            phone.send(probe);
            assertThat(phone.receive(MOMENT)).isEmpty();
            assertThat(phone.register(600).status())
                    .as("a datagram's address may be forged: it is held against no phone there")
                    .isEqualTo(200);
        }
    }
}
