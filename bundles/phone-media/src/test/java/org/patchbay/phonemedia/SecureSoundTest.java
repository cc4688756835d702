package org.patchbay.phonemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sdp.Crypto;
import org.patchbay.phonemedia.sdp.MediaDescription;
import org.patchbay.phonemedia.sdp.SdpReader;
import org.patchbay.phonemedia.srtp.BrowserEnd;
import org.patchbay.phonemedia.srtp.SrtpSession;
import org.patchbay.testing.phonemedia.RecordedKeys;
import org.patchbay.testing.phonemedia.RtpPhone;

/** Phones with keys and browsers hear a phone without. */
class SecureSoundTest {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000003");
    private static final double LOUD = 4_000;
    private static final String KEY_80 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd";
    private static final String KEY_GCM = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGw==";

    private final PhoneMediaService media = TestMedia.open(33_000, 40, 30);
    private final RtpPhone phone = new RtpPhone();
    private final RtpPhone plain = new RtpPhone();
    private final MediaPort plainPort = media.open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
    private final InetSocketAddress plainTo;

    SecureSoundTest() {
        plainPort.remoteOffer(plain.describe());
        plainTo = RtpPhone.target(plainPort.answer(Optional.empty()));
    }

    @AfterEach
    void stop() {
        phone.close();
        plain.close();
        media.stop();
    }

    private static Crypto crypto(String description) {
        return SdpReader.read(description).media().get(0).crypto().get(0);
    }

    private void assertTonesBothWays(InetSocketAddress to) {
        phone.talk(to, 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
        plain.talk(plainTo, 8, 160, i -> TestMedia.tone(Codec.PCMA, 900, i));
        plain.await("the tone in the clear", () -> TestMedia.heard(plain, 440) > LOUD);
        phone.await("the tone encrypted", () -> TestMedia.heard(phone, 900) > LOUD);
    }

    private void encrypt(SrtpSession session) {
        phone.filters(session::protect, (bytes, length) -> {
            int type = bytes[1] & 0xFF;
            return type >= 192 && type <= 223 ? 0 : session.unprotect(bytes, length);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "AES_CM_128_HMAC_SHA1_80, " + KEY_80,
        "AES_CM_128_HMAC_SHA1_32, " + KEY_80,
        "AEAD_AES_128_GCM, " + KEY_GCM
    })
    void answersKeysInTheDescription(String suite, String key) {
        MediaPort port = media.open(PORTAL, PortProfile.SDES, new RecordedKeys());
        String offer = phone.describe("RTP/SAVP 8", "crypto:3 " + suite + " inline:" + key + "|2^31");
        port.remoteOffer(offer);
        String answer = port.answer(Optional.of(plainPort));
        assertThat(answer).contains("RTP/SAVP 8").contains("a=crypto:3 " + suite + " inline:");
        encrypt(SrtpSession.ofDescriptions(crypto(offer), crypto(answer)));
        port.connect(plainPort);
        assertTonesBothWays(RtpPhone.target(answer));
    }

    @Test
    void offersKeysInTheDescription() {
        MediaPort port = media.open(PORTAL, PortProfile.SDES, new RecordedKeys());
        String offer = port.offer(Optional.of(plainPort));
        String answer = phone.describe("RTP/SAVP 8", "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY_80);
        assertThatThrownBy(() -> port.remoteAnswer(phone.describe("RTP/SAVP 8")))
                .isInstanceOf(PatchbayException.class);
        port.remoteAnswer(answer);
        encrypt(SrtpSession.ofDescriptions(crypto(answer), crypto(offer)));
        port.connect(plainPort);
        assertTonesBothWays(RtpPhone.target(offer));
    }

    @Test
    void forgedAndReplayedPacketsAreRefused() {
        MediaPort port = media.open(PORTAL, PortProfile.SDES, new RecordedKeys());
        String offer = phone.describe("RTP/SAVP 8", "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY_80);
        port.remoteOffer(offer);
        String answer = port.answer(Optional.of(plainPort));
        InetSocketAddress to = RtpPhone.target(answer);
        port.connect(plainPort);
        SrtpSession session = SrtpSession.ofDescriptions(crypto(offer), crypto(answer));
        byte[] payload = TestMedia.tone(Codec.PCMA, 440, 0);
        byte[] genuine = Arrays.copyOf(RtpPhone.packet(8, true, 1, 160, 5, payload), 182);
        assertThat(session.protect(Arrays.copyOf(genuine, 300), 172)).isEqualTo(182);
        byte[] room = Arrays.copyOf(RtpPhone.packet(8, true, 2, 320, 5, payload), 300);
        byte[] sealed = Arrays.copyOf(room, session.protect(room, 172));
        long refused = media.load().refused();
        phone.sendRaw(to, genuine);
        phone.sendRaw(to, sealed);
        plain.awaitPackets(1);
        phone.sendRaw(to, sealed);
        plain.await("two are refused", () -> media.load().refused() == refused + 2);
        assertThat(plain.received()).hasSize(1);
    }

    @Test
    void aBrowserConnectsByIceAndDtls() throws IOException {
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        String offer = port.offer(Optional.of(plainPort));
        assertThat(offer)
                .contains("a=group:BUNDLE 0", "a=ice-lite", "a=setup:actpass", "a=rtcp-mux", "UDP/TLS/RTP/SAVPF");
        try (var browser = new BrowserEnd(phone, SdpReader.read(offer).media().get(0), RtpPhone.target(offer))) {
            port.remoteAnswer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", browser.attributes("active")));
            port.connect(plainPort);
            browser.connect();
            assertTonesBothWays(RtpPhone.target(offer));
        }
    }

    @Test
    void aBrowserIsAnswered() throws IOException {
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        var unknown = BrowserEnd.unbound(phone);
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 111 8 101", unknown.attributes("actpass")));
        String answer = port.answer(Optional.of(plainPort));
        assertThat(answer).contains("a=setup:passive").containsPattern("m=audio \\d+ UDP/TLS/RTP/SAVPF 8 101");
        try (var browser = unknown.bind(SdpReader.read(answer).media().get(0), RtpPhone.target(answer))) {
            port.connect(plainPort);
            browser.connect();
            assertTonesBothWays(RtpPhone.target(answer));
        }
    }

    @Test
    void aBrowserGoesToAnotherNetworkByAnIceRestart() throws IOException {
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        var unknown = BrowserEnd.unbound(phone);
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", unknown.attributes("actpass")));
        MediaDescription first = sound(port.answer(Optional.of(plainPort)));
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());
        try (var elsewhere = new RtpPhone();
                var browser = unknown.bind(first, to)) {
            port.connect(plainPort);
            browser.connect();
            assertTonesBothWays(to);

            port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", browser.restarting("actpass")));
            String text = port.answer(Optional.of(plainPort));
            MediaDescription second = sound(text);
            assertThat(second.ufrag()).isNotEqualTo(first.ufrag());
            assertThat(second.password()).isNotEqualTo(first.password());
            assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(port.answer(Optional.empty())).isEqualTo(text);

            phone.forget();
            plain.forget();
            phone.await("sound goes on meanwhile", () -> TestMedia.heard(phone, 900) > LOUD);
            plain.await("sound goes on meanwhile", () -> TestMedia.heard(plain, 440) > LOUD);

            phone.beQuiet();
            try (var moved = browser.moves(elsewhere, second)) {
                elsewhere.talk(to, 8, 160, i -> TestMedia.tone(Codec.PCMA, 600, i));
                elsewhere.await("sound at the new address", () -> TestMedia.heard(elsewhere, 900) > LOUD);
                plain.await("sound from the new address", () -> TestMedia.heard(plain, 600) > LOUD);
                assertThat(browser.isAnsweredBefore(moved)).isFalse();
            }
        }
    }

    @Test
    void thePairThatCarriesSoundIsKeptWhileSeveralRestartsFollowEachOther() throws IOException {
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        var unknown = BrowserEnd.unbound(phone);
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", unknown.attributes("actpass")));
        MediaDescription first = sound(port.answer(Optional.of(plainPort)));
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port());
        try (var elsewhere = new RtpPhone();
                var browser = unknown.bind(first, to)) {
            port.connect(plainPort);
            browser.connect();
            port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", browser.restarting("actpass")));
            port.answer(Optional.of(plainPort));
            port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", browser.attributes("actpass")));
            MediaDescription third = sound(port.answer(Optional.of(plainPort)));
            browser.awaitAnswer();
            try (var moved = browser.moves(elsewhere, third)) {
                assertThat(browser.isAnsweredBefore(moved))
                        .as("after another pair was chosen")
                        .isFalse();
            }
        }
    }

    @Test
    void anOfferWithTheSameSecretsRestartsNothing() {
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        var browser = BrowserEnd.unbound(phone);
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", browser.attributes("actpass")));
        MediaDescription first = sound(port.answer(Optional.empty()));
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8", browser.attributes("actpass")));
        MediaDescription second = sound(port.answer(Optional.empty()));
        assertThat(second.ufrag()).isEqualTo(first.ufrag());
        port.remoteOffer(phone.describe("UDP/TLS/RTP/SAVPF 8", browser.restarting("actpass")));
        assertThat(sound(port.offer(Optional.empty())).ufrag()).isEqualTo(first.ufrag());
    }

    private static MediaDescription sound(String description) {
        return SdpReader.read(description).media().get(0);
    }

    @Test
    void aBrowserWithAnotherCertificateIsRefused() {
        var keys = new RecordedKeys();
        MediaPort port = media.open(PORTAL, PortProfile.BROWSER, keys);
        String offer = port.offer(Optional.empty());
        try (var browser = new BrowserEnd(phone, SdpReader.read(offer).media().get(0), RtpPhone.target(offer))) {
            String[] attributes = browser.attributes("active");
            for (int i = 0; i < attributes.length; i++) {
                attributes[i] = attributes[i].replaceFirst("sha-256 ..", "sha-256 00");
            }
            port.remoteAnswer(phone.describe("UDP/TLS/RTP/SAVPF 8 101", attributes));
            assertThatThrownBy(browser::connect).isInstanceOf(IOException.class);
            phone.await("the port tells", () -> keys.timesSilent() == 1);
        }
    }

    @Test
    void aPhoneWithoutKeysDoesNotGetInWhereTheyAreWanted() {
        MediaPort port = media.open(PORTAL, PortProfile.SDES, new RecordedKeys());
        assertThatThrownBy(() -> port.remoteOffer(phone.describe())).isInstanceOf(PatchbayException.class);
        MediaPort browser = media.open(PORTAL, PortProfile.BROWSER, new RecordedKeys());
        assertThatThrownBy(() -> browser.remoteOffer(phone.describe())).isInstanceOf(PatchbayException.class);
    }
}
