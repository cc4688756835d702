package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The servers through which browsers find and relay their way to the media server, with credentials that end by themselves
 * (draft-uberti-behave-turn-rest-00). Immutable.
 */
public final class TurnServers {

    private static final String ALGORITHM = "HmacSHA1"; // the only one that TURN servers know here
    private static final Pattern URL = Pattern.compile("(stuns?|turns?):[^\\s,]{1,255}");

    private final List<String> stun = new ArrayList<>();
    private final List<String> turn = new ArrayList<>();
    private final String secret;
    private final Duration life;

    /**
     * Servers by their URLs, parted by commas.
     *
     * @throws IllegalArgumentException that names the setting at fault
     */
    public TurnServers(String urls, String secret, Duration life) {
        this.secret = secret;
        this.life = life;
        Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .forEach(this::add);
        if (!turn.isEmpty() && secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "PATCHBAY_TURN_URLS names TURN servers, so PATCHBAY_TURN_SECRET is needed");
        }
    }

    /** None. */
    public static TurnServers none() {
        return new TurnServers("", "", Duration.ZERO);
    }

    /** As the settings say. */
    public static TurnServers of(MeetingsConfig config) {
        return new TurnServers(config.turnUrls(), config.turnSecret(), Duration.ofMinutes(config.turnMinutes()));
    }

    private void add(String url) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "PATCHBAY_TURN_URLS: '" + url + "' is not the URL of a STUN or TURN server");
        }
        (url.startsWith("turn") ? turn : stun).add(url);
    }

    /** What the browser of a participant may use from now on. */
    public List<IceServer> serversFor(String participant, Instant now) {
        List<IceServer> servers = new ArrayList<>();
        if (!stun.isEmpty()) {
            servers.add(new IceServer(List.copyOf(stun), Optional.empty(), Optional.empty()));
        }
        if (!turn.isEmpty()) {
            String user = now.plus(life).getEpochSecond() + ":" + participant;
            servers.add(new IceServer(List.copyOf(turn), Optional.of(user), Optional.of(password(user))));
        }
        return servers;
    }

    /** The relays, for whoever wants to know whether they are reached; nobody uses one by that. */
    public List<String> relays() {
        return List.copyOf(turn);
    }

    private String password(String user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC", e);
        }
    }

    /** As browsers want it ({@code RTCIceServer}). */
    public record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {}
}
