package org.patchbay.web.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.Caller;
import org.patchbay.web.json.JsonBody;

/**
 * The same POST with the same {@code Idempotency-Key} from the same caller is carried out once and answered alike for a
 * day. A failure is forgotten at once, so that it can be tried again; what opens a session is never kept.
 */
@Priority(Priorities.USER)
final class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final int KEYS_PER_CALLER = 10_000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String SLOT = Idempotency.class.getName();

    private final ClusterMap answers;
    private final KeyBudget keys;

    Idempotency(Cluster cluster) {
        this.answers = cluster.map("web-idempotency", A_DAY);
        this.keys = new KeyBudget(Clock.systemUTC(), A_DAY, KEYS_PER_CALLER);
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString("Idempotency-Key");
        var caller = RestContext.visitor(request).caller();
        if (key == null || !request.getMethod().equals("POST") || caller instanceof Caller.Nobody) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.INVALID.at("Idempotency-Key", "idempotency.key", "must be 1 to 128 visible characters");
        }
        var body = JsonBody.read(request.getEntityStream());
        request.setEntityStream(new ByteArrayInputStream(body));
        begin(
                request,
                new Slot(
                        nameOf(caller) + "/" + digest(key.getBytes(StandardCharsets.UTF_8)),
                        fingerprint(request, body)),
                caller);
    }

    private void begin(ContainerRequestContext request, Slot slot, Caller caller) {
        var before = answers.get(slot.name()).map(RememberedAnswer::of);
        if (before.isPresent()) {
            request.abortWith(again(before.get(), slot));
            return;
        }
        if (!keys.take(nameOf(caller))) {
            throw Problem.LIMITED.because("idempotency.many", "Too many keys; leave the header out");
        }
        if (!answers.putIfAbsent(
                slot.name(), RememberedAnswer.begun(slot.request()).bytes())) {
            throw running();
        }
        request.setProperty(SLOT, slot);
    }

    private static Response again(RememberedAnswer answer, Slot slot) {
        if (!answer.request().equals(slot.request())) {
            throw Problem.CONFLICT.because("idempotency.reused", "The key was used for another request");
        }
        if (!answer.finished()) {
            throw running();
        }
        var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (!answer.location().isEmpty()) {
            response.header("Location", answer.location());
        }
        if (!answer.tag().isEmpty()) {
            response.header("ETag", answer.tag());
        }
        if (!answer.body().isEmpty()) {
            response.type(MediaType.APPLICATION_JSON).entity(answer.body());
        }
        return response.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(SLOT) instanceof Slot slot)) {
            return;
        }
        if (response.getStatus() >= 400 || response.getHeaders().containsKey("Set-Cookie")) {
            answers.remove(slot.name());
            return;
        }
        var body = response.hasEntity() ? new String(JsonBody.bytes(response.getEntity()), StandardCharsets.UTF_8) : "";
        var answer = new RememberedAnswer(
                slot.request(),
                response.getStatus(),
                text(response.getHeaderString("Location")),
                text(response.getHeaderString("ETag")),
                body.length() > RememberedAnswer.MAX_BODY ? "" : body);
        answers.put(slot.name(), answer.bytes());
    }

    private static PatchbayException running() {
        return Problem.CONFLICT.because("idempotency.running", "The same request is still being worked on");
    }

    private static String nameOf(Caller caller) {
        var who = caller instanceof Caller.Guest guest
                ? "guest/" + guest.id()
                : caller.personId().map(person -> "person/" + person).orElse("");
        return caller.portal() + "/" + who;
    }

    private static String fingerprint(ContainerRequestContext request, byte[] body) {
        return digest(request.getUriInfo().getPath().getBytes(StandardCharsets.UTF_8)) + digest(body);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private record Slot(String name, String request) {}
}
