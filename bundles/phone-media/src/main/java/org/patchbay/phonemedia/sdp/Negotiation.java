package org.patchbay.phonemedia.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.PortProfile;

/**
 * Offers and answers of one port (RFC 3264). What cannot be read leaves everything as it was. An answer that is asked for
 * again is the same text, and an answer that comes again, as after an early one (RFC 3261, section 13.2.1), is taken again. Not
 * thread-safe.
 */
public final class Negotiation {

    private static final String OWN_MID = "0";

    private final PortProfile profile;
    private LocalEnd local;
    private long version;
    private boolean holding;
    private List<MediaDescription> shape = List.of();
    private int soundAt;
    private @Nullable SessionDescription offered;
    private @Nullable String answerText;
    private @Nullable OwnOffer ownOffer;
    private @Nullable Agreement agreement;
    private List<Crypto> ownKeys = List.of();

    public Negotiation(PortProfile profile, LocalEnd local) {
        this.profile = profile;
        this.local = local;
    }

    private record OwnOffer(
            TransportProtocol protocol, List<Format> formats, List<Crypto> crypto, Direction direction) {}

    public Optional<Agreement> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** What the far end has said that it takes, for the port at the other end of the call. */
    public List<Format> remoteFormats() {
        SessionDescription waiting = offered;
        if (waiting != null) {
            return waiting.media().get(waiting.soundAt()).formats();
        }
        return agreement == null ? List.of() : agreement.sending();
    }

    public void hold(boolean on) {
        holding = on;
    }

    /** Whether the far end holds. */
    public boolean held() {
        SessionDescription waiting = offered;
        MediaDescription remote = waiting != null
                ? waiting.media().get(waiting.soundAt())
                : agreement == null ? null : agreement.remote();
        return remote != null && !remote.effectiveDirection().receives();
    }

    public void remoteOffer(String text) {
        SessionDescription read = SdpReader.read(text);
        int at = read.soundAt();
        check(read.media().get(at), true);
        if (CodecChoice.answer(read.media().get(at).formats(), List.of()).isEmpty()) {
            throw SessionDescription.wrong("has no codec that is known here: PCMU, PCMA, opus or G722");
        }
        offered = read;
        answerText = null;
        ownOffer = null;
    }

    private void check(MediaDescription sound, boolean isOffer) {
        TransportProtocol protocol = TransportProtocol.find(sound.protocol()).orElseThrow();
        TransportProtocol least = TransportProtocol.of(profile);
        if (least != TransportProtocol.PLAIN && protocol != least) {
            throw SessionDescription.wrong("does not protect its sound as it must: " + sound.protocol());
        }
        switch (protocol) {
            case PLAIN -> {
                // needs no keys
            }
            case SDES -> {
                if (sound.crypto().isEmpty()) {
                    throw SessionDescription.wrong("has no a=crypto with a suite that is known here");
                }
            }
            case DTLS -> {
                if (sound.fingerprint().isEmpty()
                        || sound.ufrag().isEmpty()
                        || sound.password().isEmpty()) {
                    throw SessionDescription.wrong("lacks a=fingerprint by sha-256, a=ice-ufrag or a=ice-pwd");
                }
                if (sound.setup().equals("passive")
                        || (!isOffer && !sound.setup().equals("active"))) {
                    throw SessionDescription.wrong("must be a=setup:active, for this server is passive");
                }
            }
        }
    }

    /** Answers what was offered last. */
    public String answer(List<Format> like) {
        if (answerText != null) {
            return answerText;
        }
        SessionDescription offer = offered;
        if (offer == null) {
            throw Problem.CONFLICT.because("Nothing was offered that could be answered");
        }
        int at = offer.soundAt();
        MediaDescription remote = offer.media().get(at);
        TransportProtocol protocol = TransportProtocol.find(remote.protocol()).orElseThrow();
        List<Format> formats = CodecChoice.answer(remote.formats(), like);
        Direction direction = remote.effectiveDirection().answered(holding);
        Optional<Crypto> remoteKey =
                protocol == TransportProtocol.SDES ? remote.crypto().stream().findFirst() : Optional.empty();
        Optional<Crypto> ownKey = remoteKey.map(this::answeringKey);
        boolean browser = protocol == TransportProtocol.DTLS;
        boolean mux = remote.rtcpMux() || browser;
        if (browser && restartsIce(remote)) {
            local = local.restarted();
        }
        version++;
        var writer = new DescriptionWriter(local, remote.address(), version);
        if (browser) {
            writer.browser(offer.bundle().contains(remote.mid()) ? remote.mid() : "");
        }
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription line = offer.media().get(i);
            if (i == at) {
                writer.sound(new DescriptionWriter.Sound(
                        line.protocol(),
                        line.mid(),
                        formats,
                        direction,
                        mux,
                        ownKey.map(List::of).orElse(List.of()),
                        browser,
                        "passive",
                        true));
            } else {
                writer.refused(line.kind(), line.protocol(), line.numbers(), line.mid());
            }
        }
        agreement = new Agreement(protocol, local, remote, formats, formats, direction, mux, ownKey, remoteKey);
        shape = offer.media();
        soundAt = at;
        offered = null;
        String text = writer.text();
        answerText = text;
        return text;
    }

    /** Whether another user name or password makes the agents choose a pair anew (RFC 8839, section 4.4.1.1.1). */
    private boolean restartsIce(MediaDescription remote) {
        Agreement before = agreement;
        return before != null
                && !before.remote().ufrag().isEmpty()
                && !(before.remote().ufrag().equals(remote.ufrag())
                        && before.remote().password().equals(remote.password()));
    }

    /** The key that we have, as long as the suite stays, for a new one would start the counters anew. */
    private Crypto answeringKey(Crypto remote) {
        for (Crypto own : ownKeys) {
            if (own.suite() == remote.suite() && own.tag() == remote.tag()) {
                return own;
            }
        }
        Crypto made = Crypto.create(remote.tag(), remote.suite());
        ownKeys = List.of(made);
        return made;
    }

    public String offer(List<Format> like) {
        Agreement before = agreement;
        TransportProtocol protocol = before == null ? TransportProtocol.of(profile) : before.protocol();
        boolean browser = protocol == TransportProtocol.DTLS;
        List<Format> formats = CodecChoice.offer(like, before == null ? List.of() : before.receiving(), browser);
        if (protocol == TransportProtocol.SDES && ownKeys.isEmpty()) {
            ownKeys = List.of(
                    Crypto.create(1, CryptoSuite.AES_CM_128_HMAC_SHA1_80),
                    Crypto.create(2, CryptoSuite.AES_CM_128_HMAC_SHA1_32));
        }
        List<Crypto> keys = protocol == TransportProtocol.SDES ? ownKeys : List.of();
        Direction direction = Direction.of(true, !holding);
        MediaDescription known = shape.isEmpty() ? null : shape.get(soundAt);
        String mid = known == null ? browser ? OWN_MID : "" : known.mid();
        version++;
        var writer = new DescriptionWriter(local, known == null ? "" : known.address(), version);
        if (browser) {
            writer.browser(mid);
        }
        for (int i = 0; i < Math.max(1, shape.size()); i++) {
            if (i == soundAt) {
                writer.sound(new DescriptionWriter.Sound(
                        known == null ? protocol.offered() : known.protocol(),
                        mid,
                        formats,
                        direction,
                        true,
                        keys,
                        browser,
                        "actpass",
                        false));
            } else {
                MediaDescription line = shape.get(i);
                writer.refused(line.kind(), line.protocol(), line.numbers(), line.mid());
            }
        }
        ownOffer = new OwnOffer(protocol, formats, keys, direction);
        offered = null;
        answerText = null;
        return writer.text();
    }

    public void remoteAnswer(String text) {
        OwnOffer own = ownOffer;
        if (own == null) {
            throw Problem.CONFLICT.because("Nothing was offered that could have been answered");
        }
        SessionDescription read = SdpReader.read(text);
        if (read.media().size() != Math.max(1, shape.size())) {
            throw SessionDescription.wrong("has not the m-lines that were offered");
        }
        MediaDescription remote = read.media().get(soundAt);
        if (!remote.isSound() || TransportProtocol.find(remote.protocol()).orElseThrow() != own.protocol()) {
            throw SessionDescription.wrong("refuses the sound");
        }
        check(remote, false);
        List<Format> sending = new ArrayList<>(remote.formats().stream()
                .filter(format -> CodecChoice.has(own.formats(), format.codec()))
                .toList());
        if (sending.stream().allMatch(format -> format.codec().isEvent())) {
            throw SessionDescription.wrong("has no codec that was offered");
        }
        Optional<Crypto> remoteKey = own.crypto().isEmpty() ? Optional.empty() : matching(remote, own);
        Optional<Crypto> ownKey = remoteKey.flatMap(key ->
                own.crypto().stream().filter(mine -> mine.tag() == key.tag()).findFirst());
        List<Format> receiving = new ArrayList<>(own.formats().stream()
                .filter(format -> CodecChoice.has(sending, format.codec()))
                .toList());
        Direction direction = Direction.of(
                own.direction().sends() && remote.effectiveDirection().receives(),
                own.direction().receives() && remote.effectiveDirection().sends());
        agreement = new Agreement(
                own.protocol(),
                local,
                remote,
                List.copyOf(sending),
                List.copyOf(receiving),
                direction,
                remote.rtcpMux() || own.protocol() == TransportProtocol.DTLS,
                ownKey,
                remoteKey);
        shape = read.media();
    }

    private static Optional<Crypto> matching(MediaDescription remote, OwnOffer own) {
        Optional<Crypto> found = remote.crypto().stream()
                .filter(key ->
                        own.crypto().stream().anyMatch(mine -> mine.tag() == key.tag() && mine.suite() == key.suite()))
                .findFirst();
        if (found.isEmpty()) {
            throw SessionDescription.wrong("answers with an a=crypto that was not offered");
        }
        return found;
    }
}
