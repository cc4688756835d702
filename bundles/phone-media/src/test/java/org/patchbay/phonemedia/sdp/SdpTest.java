package org.patchbay.phonemedia.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.PortProfile;

class SdpTest {

    private static final LocalEnd LOCAL =
            new LocalEnd(7, "192.0.2.1", "2001:db8::1", 20_000, 20_001, "uuuu", "pppppppppppppppppppppppp", "AA");

    private final Negotiation plain = new Negotiation(PortProfile.PLAIN, LOCAL);

    private static String offer(String... lines) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n" + String.join("\r\n", lines)
                + "\r\n";
    }

    @Test
    void otherMediaAreRefusedInTheirPlace() {
        plain.remoteOffer(offer("m=video 5000 RTP/AVP 96", "m=audio 5002 RTP/AVP 18 0", "m=audio 5004 RTP/AVP 8"));
        assertThat(plain.answer(List.of()).lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 96", "m=audio 20000 RTP/AVP 0", "m=audio 0 RTP/AVP 8");
    }

    @Test
    void aSecondAnswerIsTheSame() {
        plain.remoteOffer(offer("m=audio 5002 RTP/AVP 0"));
        assertThat(plain.answer(List.of())).isEqualTo(plain.answer(List.of()));
    }

    @Test
    void sixAnswersSix() {
        plain.remoteOffer(
                "v=0\no=- 1 1 IN IP6 2001:db8::9\ns=-\nc=IN IP6 2001:db8::9\nt=0 0\nm=audio 5002 RTP/AVP 0\n");
        assertThat(plain.answer(List.of())).contains("c=IN IP6 2001:db8::1\r\n");
    }

    @Test
    void dynamicNumbersAreTheOfferers() {
        plain.remoteOffer(offer(
                "m=audio 5002 RTP/AVP 96 0 97",
                "a=rtpmap:96 OPUS/48000/2",
                "a=rtpmap:97 telephone-event/8000",
                "a=rtcp:6000",
                "a=rtcp-mux"));
        String answer = plain.answer(List.of(Format.standard(Codec.OPUS)));
        assertThat(answer)
                .contains("m=audio 20000 RTP/AVP 96 0 97", "a=rtpmap:96 opus/48000/2", "a=fmtp:97 0-15", "a=rtcp-mux");
        assertThat(plain.agreement().orElseThrow().remote().rtcpPort()).isEqualTo(6_000);
    }

    @Test
    void g722IsTakenWhereItCanBePassedOnAlone() {
        plain.remoteOffer(offer("m=audio 5002 RTP/AVP 9 8"));
        assertThat(plain.answer(List.of())).contains("RTP/AVP 8\r\n");
        plain.remoteOffer(offer("m=audio 5002 RTP/AVP 9 8"));
        assertThat(plain.answer(List.of(Format.standard(Codec.G722)))).contains("RTP/AVP 8 9\r\n");
    }

    @Test
    void offersHaveGrowingVersionsAndKeepNumbersAndPlaces() {
        plain.remoteOffer(
                offer("m=video 5000 RTP/AVP 96", "m=audio 5002 RTP/AVP 8 99", "a=rtpmap:99 telephone-event/8000"));
        String answer = plain.answer(List.of());
        plain.hold(true);
        String offer = plain.offer(List.of());
        assertThat(version(offer)).isGreaterThan(version(answer));
        assertThat(offer)
                .contains("m=video 0 RTP/AVP 96", "a=sendonly", "a=rtpmap:99 telephone-event/8000")
                .doesNotContain("rtpmap:101");
        plain.remoteAnswer(offer("m=video 0 RTP/AVP 96", "m=audio 5002 RTP/AVP 8", "a=recvonly"));
        assertThat(plain.agreement().orElseThrow().direction()).isEqualTo(Direction.SENDONLY);
    }

    private static long version(String description) {
        return Long.parseLong(description
                .lines()
                .filter(line -> line.startsWith("o="))
                .findFirst()
                .orElseThrow()
                .split(" ")[2]);
    }

    @Test
    void anAddressOfZerosHolds() {
        plain.remoteOffer("v=0\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nm=audio 5002 RTP/AVP 0\r\n");
        assertThat(plain.held()).isTrue();
        assertThat(plain.answer(List.of())).contains("a=recvonly");
    }

    @Test
    void whatCannotBeReadLeavesEverything() {
        plain.remoteOffer(offer("m=audio 5002 RTP/AVP 0"));
        plain.answer(List.of());
        Agreement before = plain.agreement().orElseThrow();
        plain.offer(List.of());
        for (String text : List.of("", offer("m=audio 0 RTP/AVP 0"), offer("m=audio 5002 RTP/AVP 4"))) {
            assertThatThrownBy(() -> plain.remoteAnswer(text))
                    .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.INVALID));
        }
        assertThat(plain.agreement()).containsSame(before);
    }

    @Test
    void keysWithWhatWeCannotDoArePassedOver() {
        var secure = new Negotiation(PortProfile.SDES, LOCAL);
        String key = "inline:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd";
        secure.remoteOffer(offer(
                "m=audio 5002 RTP/SAVP 0",
                "a=crypto:1 AES_256_CM_HMAC_SHA1_80 " + key,
                "a=crypto:2 AES_CM_128_HMAC_SHA1_80 " + key + "|2^20|1:4",
                "a=crypto:3 AES_CM_128_HMAC_SHA1_80 " + key + " UNENCRYPTED_SRTP",
                "a=crypto:4 AES_CM_128_HMAC_SHA1_32 " + key + "|2^31 WSH=64"));
        assertThat(secure.answer(List.of())).contains("a=crypto:4 AES_CM_128_HMAC_SHA1_32 inline:");
    }

    @Property(tries = 3_000)
    void nothingThatIsReadDoesMoreThanBeingRefused(@ForAll("descriptions") String text) {
        for (PortProfile profile : PortProfile.values()) {
            var negotiation = new Negotiation(profile, LOCAL);
            try {
                negotiation.remoteOffer(text);
                assertThat(negotiation.answer(List.of())).startsWith("v=0\r\n").contains("m=audio 20000 ");
            } catch (PatchbayException e) {
                assertThat(e.problem()).isEqualTo(Problem.INVALID);
            }
        }
    }

    @Provide
    Arbitrary<String> descriptions() {
        Arbitrary<String> words = Arbitraries.of(
                "v=0",
                "c=IN IP4 192.0.2.9",
                "c=IN IP6 ::1",
                "c=IN IP4 host.example",
                "c=IN IP4 999.1.1.1",
                "m=audio",
                "m=audio 5002 RTP/AVP 0 8 96",
                "m=audio 5002 RTP/SAVP 0",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111 0",
                "m=audio 99999 RTP/AVP 0",
                "m=video 5000 RTP/AVP 96",
                "m=audio 5002/2 RTP/AVP 0 300 x",
                "a=rtpmap:96 opus/48000/2",
                "a=rtpmap:0 PCMA/8000",
                "a=rtpmap:96 ///",
                "a=rtpmap:999 x/1",
                "a=fmtp:96 a=b",
                "a=sendonly",
                "a=inactive",
                "a=rtcp:1 IN IP4 1.2.3.4",
                "a=rtcp:x",
                "a=ptime:-1",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd",
                "a=crypto:1 AEAD_AES_128_GCM inline:!!",
                "a=crypto:",
                "a=group:BUNDLE 0 0",
                "a=group:BUNDLE ",
                "a=mid:0",
                "a=ice-ufrag:x",
                "a=ice-pwd:yyyyyyyyyyyyyyyyyyyyyyyy",
                "a=fingerprint:sha-256 AA",
                "a=setup:actpass",
                "a=fingerprint:sha-256 " + "AB:".repeat(31) + "AB",
                "a=",
                "=",
                "");
        Arbitrary<String> lines =
                Arbitraries.oneOf(words, words, words, Arbitraries.strings().ofMaxLength(40));
        return lines.list().ofMaxSize(40).map(list -> "v=0\r\n" + String.join("\r\n", list));
    }
}
