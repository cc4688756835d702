package org.patchbay.extensions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.Subscribers;

/**
 * Phones in browsers. Each session gets an account of its own, which lasts an hour, is renewed by the page and ends with the
 * session. It is in no database. Thread-safe.
 */
@Component(service = BrowserPhones.class)
public final class BrowserPhones {

    /** The most sessions in which one extension is used at a time. */
    static final int MOST = 10;

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int PASSWORD_BYTES = 24;
    private static final int TAG_LENGTH = 16;
    private static final int CONTACTS = 2;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern USER = Pattern.compile("web-([0-9a-f-]{36})-[0-9a-f]{" + TAG_LENGTH + "}");

    private final Cluster cluster;
    private final Portals portals;
    private final Books books;
    private final ClusterMap accounts;
    private final ClusterMap sessions;
    private final AutoCloseable ends;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public BrowserPhones(
            @Reference Cluster cluster,
            @Reference Portals portals,
            @Reference Books books,
            @Reference Sessions sessions) {
        this.cluster = cluster;
        this.portals = portals;
        this.books = books;
        this.accounts = cluster.map("browser-phones", LIFE);
        this.sessions = cluster.map("browser-phone-sessions", LIFE);
        this.ends = sessions.onEnd(this::ended);
    }

    @Deactivate
    public void close() throws Exception {
        ends.close();
    }

    /**
     * What the phone of a page signs in with.
     *
     * @param uri its own address
     * @param domain the portal's host
     * @param url where SIP is spoken over WebSocket: a path on the page's own host and port
     * @param expires when it is over unless it is renewed
     */
    public record BrowserPhone(
            String uri, String user, String password, String domain, String url, Instant expires, Extension extension) {

        @Override
        public String toString() {
            return "BrowserPhone[" + user + "]";
        }
    }

    /** What is kept of an account. */
    private record Kept(String person, String domain, String md5, String sha256) {

        byte[] bytes() {
            return String.join("\n", person, domain, md5, sha256).getBytes(StandardCharsets.UTF_8);
        }

        static Kept of(byte[] bytes) {
            String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
            return new Kept(lines[0], lines[1], lines[2], lines[3]);
        }
    }

    /**
     * Opens the phone of the caller's session, or renews it; the password is another one each time.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND for who has no extension, LIMITED in too many sessions
     */
    public BrowserPhone open(PortalId portal, Caller by) {
        if (!(by instanceof Caller.Member member) || !by.portal().equals(portal)) {
            throw none();
        }
        Extension extension = books.of(portal).extensionsOf(member.person().value()).stream()
                .findFirst()
                .orElseThrow(BrowserPhones::none);
        String domain = portals.find(portal).map(Portal::host).orElseThrow(BrowserPhones::none);
        String tag = hash("SHA-256", member.session()).substring(0, TAG_LENGTH);
        String user = "web-" + extension.id() + '-' + tag;
        String key = key(portal, user);
        if (accounts.get(key).isEmpty() && users(portal, extension.id()).size() >= MOST) {
            throw Problem.LIMITED.because("phone.limit", "The phone is open in too many browsers");
        }
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        String secret = user + ':' + domain + ':' + password;
        Instant expires = clock.instant().plus(LIFE);
        sessions.put(tag, key.getBytes(StandardCharsets.UTF_8));
        accounts.put(
                key, new Kept(member.person().value(), domain, hash("MD5", secret), hash("SHA-256", secret)).bytes());
        return new BrowserPhone(
                "sip:" + user + '@' + domain, user, password, domain, "/api/v1/sip", expires, extension);
    }

    private static RuntimeException none() {
        return Problem.NOT_FOUND.because("phone.no-extension", "There is no extension of one's own");
    }

    /** The account of this name. */
    Optional<SipAccount> account(Portal portal, String user) {
        return extension(portal.id(), user).flatMap(extension -> accounts.get(key(portal.id(), user))
                .map(Kept::of)
                .filter(kept -> kept.domain().equals(portal.host()))
                .filter(kept -> extension
                        .person()
                        .filter(person -> person.value().equals(kept.person()))
                        .isPresent())
                .map(kept -> new SipAccount(
                        portal.id(), user, user, portal.host(), kept.md5(), kept.sha256(), CONTACTS, List.of())));
    }

    /** The extension that an account of a browser belongs to. */
    Optional<Extension> extension(PortalId portal, String user) {
        Matcher parts = USER.matcher(user);
        return parts.matches() ? books.of(portal).find(Kinds.EXTENSION, parts.group(1)) : Optional.empty();
    }

    /** The browsers in which an extension is used now. */
    List<Device> devices(PortalId portal, String extension) {
        return users(portal, extension).stream()
                .map(key -> key.substring(key.indexOf('/') + 1))
                .map(user -> new Device(user, extension, "Browser", user, CONTACTS, List.of(), 1))
                .toList();
    }

    private Collection<String> users(PortalId portal, String extension) {
        return accounts.entries(key(portal, "web-" + extension + '-'), MOST).keySet();
    }

    private static String key(PortalId portal, String user) {
        return portal.value() + '/' + user;
    }

    private void ended(String session) {
        String tag = hash("SHA-256", session).substring(0, TAG_LENGTH);
        sessions.get(tag)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(key -> {
                    accounts.remove(key);
                    sessions.remove(tag);
                    String portal = key.substring(0, key.indexOf('/'));
                    cluster.publish(Subscribers.CHANGED, portal.getBytes(StandardCharsets.UTF_8));
                });
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
