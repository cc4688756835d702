package org.patchbay.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type names the kind; nothing is found there
 * @param instance the path of the request
 * @param code for translation, with its params
 * @param traceId the same as in the server's log
 */
public record ProblemJson(
        String type,
        String title,
        int status,
        Optional<String> detail,
        Optional<String> instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, ?> params,
        Optional<String> traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:patchbay:problem:";

    /** The problem of an exception of ours. */
    public static ProblemJson of(PatchbayException e, String instance, String traceId) {
        var problem = e.problem();
        return new ProblemJson(
                TYPES + problem.code(),
                problem.title(),
                problem.status(),
                Optional.ofNullable(e.getMessage()),
                Optional.of(instance),
                e.code(),
                e.params(),
                Optional.of(traceId),
                e.errors());
    }

    /** A problem that HTTP itself names. */
    public static ProblemJson of(int status, String code, String title, String instance, String traceId) {
        return new ProblemJson(
                TYPES + code,
                title,
                status,
                Optional.empty(),
                Optional.of(instance),
                code,
                Map.of(),
                Optional.of(traceId),
                List.of());
    }

    /** What nobody foresaw: the log has the rest. */
    public static ProblemJson internal(String instance, String traceId) {
        return of(500, "internal", "Something went wrong on the server", instance, traceId);
    }

    /** The value of the header {@code Retry-After} in seconds, for what is limited or does not answer only for now. */
    public Optional<String> retryAfter() {
        if (params.get("retryAfter") instanceof Number seconds) {
            return Optional.of(seconds.toString());
        }
        return status == Problem.LIMITED.status() ? Optional.of("1") : Optional.empty();
    }

    /** Its JSON text. */
    public String text() {
        try {
            return WireJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
