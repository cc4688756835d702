package org.patchbay.phonemedia.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of one m-line, or of the session, said so far. Not thread-safe. */
final class MediaLines {

    private static final int HIGHEST_NUMBER = 127;
    private static final int MOST_CRYPTO = 16;
    private static final int DEFAULT_PTIME = 20;
    private static final int MOST_DIGITS = 9;
    private static final Pattern SHA_256 = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    private final List<String> numbers = new ArrayList<>();
    private final Map<Integer, Codec> codecs = new HashMap<>();
    private final Map<Integer, Boolean> mapped = new HashMap<>();
    private final Map<Integer, String> parameters = new HashMap<>();
    private final List<Crypto> crypto = new ArrayList<>();
    private String kind = "";
    private String protocol = "";
    private int port;
    private @Nullable String address;
    private @Nullable Direction direction;
    private int ptime = DEFAULT_PTIME;
    private boolean rtcpMux;
    private int rtcpPort;
    private String rtcpAddress = "";
    private @Nullable String ufrag;
    private @Nullable String password;
    private @Nullable String fingerprint;
    private @Nullable String setup;
    private String mid = "";

    /** {@code audio 49170 RTP/AVP 0 8}, perhaps with a number of ports. */
    void begin(String value) {
        List<String> parts = Words.of(value);
        if (parts.size() < 4) {
            throw SessionDescription.wrong("has an m-line without formats");
        }
        kind = parts.get(0);
        String ports = parts.get(1).contains("/")
                ? parts.get(1).substring(0, parts.get(1).indexOf('/'))
                : parts.get(1);
        port = number(ports, 65_535).orElseThrow(() -> SessionDescription.wrong("has an m-line without a port"));
        protocol = parts.get(2);
        numbers.addAll(parts.subList(3, parts.size()));
    }

    void connection(String value) {
        List<String> parts = Words.of(value);
        if (parts.size() < 3) {
            throw SessionDescription.wrong("has a c-line without an address");
        }
        address = IpLiteral.of(parts.get(2));
    }

    void attribute(String name, String value) {
        switch (name) {
            case "sendrecv", "sendonly", "recvonly", "inactive" ->
                direction = Direction.valueOf(name.toUpperCase(Locale.ROOT));
            case "rtpmap" -> rtpmap(value);
            case "fmtp" -> withNumber(value, (number, rest) -> parameters.put(number, rest));
            case "ptime" -> number(value, 200).ifPresent(millis -> ptime = Math.max(10, millis));
            case "rtcp-mux" -> rtcpMux = true;
            case "rtcp" -> rtcp(value);
            case "crypto" -> {
                if (crypto.size() < MOST_CRYPTO) {
                    Crypto.read(value).ifPresent(crypto::add);
                }
            }
            case "ice-ufrag" -> ufrag = value;
            case "ice-pwd" -> password = value;
            case "fingerprint" -> fingerprint(value);
            case "setup" -> setup = value;
            case "mid" -> mid = value;
            default -> {
                // not needed
            }
        }
    }

    private interface Numbered {
        void accept(int number, String rest);
    }

    private static void withNumber(String value, Numbered use) {
        List<String> parts = Words.two(value);
        if (parts.size() == 2) {
            number(parts.get(0), HIGHEST_NUMBER).ifPresent(number -> use.accept(number, parts.get(1)));
        }
    }

    private void rtpmap(String value) {
        withNumber(value, (number, rest) -> {
            String[] fields = rest.split("/", -1);
            mapped.put(number, true);
            if (fields.length >= 2) {
                int channels = fields.length > 2 ? number(fields[2], 8).orElse(0) : 1;
                number(fields[1], 192_000)
                        .flatMap(clock -> Codec.find(fields[0], clock, channels))
                        .ifPresent(codec -> codecs.put(number, codec));
            }
        });
    }

    /** {@code 53020} or {@code 53020 IN IP4 126.16.64.4} (RFC 3605). */
    private void rtcp(String value) {
        List<String> parts = Words.of(value);
        parts.stream().findFirst().flatMap(text -> number(text, 65_535)).ifPresent(number -> rtcpPort = number);
        if (parts.size() >= 4) {
            rtcpAddress = IpLiteral.of(parts.get(3));
        }
    }

    private void fingerprint(String value) {
        List<String> parts = Words.of(value);
        if (parts.size() == 2 && parts.get(0).equalsIgnoreCase("sha-256")) {
            String digest = parts.get(1).toUpperCase(Locale.ROOT);
            if (SHA_256.matcher(digest).matches()) {
                fingerprint = digest;
            }
        }
    }

    private static Optional<Integer> number(String text, int highest) {
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)).filter(number -> number <= highest) : Optional.empty();
    }

    MediaDescription build(MediaLines session) {
        return new MediaDescription(
                kind,
                port,
                protocol,
                List.copyOf(numbers),
                formats(),
                address != null ? address : session.address != null ? session.address : "",
                direction != null ? direction : session.direction != null ? session.direction : Direction.SENDRECV,
                ptime,
                rtcpMux,
                rtcpPort,
                rtcpAddress,
                List.copyOf(crypto),
                either(ufrag, session.ufrag),
                either(password, session.password),
                either(fingerprint, session.fingerprint),
                either(setup, session.setup),
                mid);
    }

    private static String either(@Nullable String own, @Nullable String ofSession) {
        return own != null ? own : ofSession != null ? ofSession : "";
    }

    private List<Format> formats() {
        List<Format> formats = new ArrayList<>();
        for (String text : numbers) {
            number(text, HIGHEST_NUMBER)
                    .flatMap(number ->
                            codec(number).map(codec -> new Format(number, codec, parameters.getOrDefault(number, ""))))
                    .ifPresent(formats::add);
        }
        return List.copyOf(formats);
    }

    private Optional<Codec> codec(int number) {
        Codec codec = codecs.get(number);
        if (codec != null) {
            return Optional.of(codec);
        }
        return mapped.containsKey(number) ? Optional.empty() : Codec.ofStatic(number);
    }
}
