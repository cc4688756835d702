package org.patchbay.web.rest;

import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.patchbay.api.PatchbayException;
import org.patchbay.web.entry.Departure;
import org.patchbay.web.entry.Visit;
import org.patchbay.web.json.ProblemJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exceptions to problems. */
final class Problems implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        var request = RestContext.request(JAXRSUtils.getCurrentMessage());
        return toResponse(thrown, request.getRequestURI(), Visit.of(request).traceId());
    }

    private static Response toResponse(Throwable thrown, String path, String traceId) {
        if (thrown instanceof PatchbayException own) {
            return response(Response.status(own.problem().status()), ProblemJson.of(own, path, traceId));
        }
        if (thrown instanceof WebApplicationException web) {
            return ofHttp(web.getResponse(), path, traceId);
        }
        if (Departure.caused(thrown)) {
            log.debug("A client left in the middle of an answer", thrown);
        } else {
            log.error("A request failed in a way that nobody foresaw", thrown);
        }
        return response(Response.serverError(), ProblemJson.internal(path, traceId));
    }

    private static Response ofHttp(Response from, String path, String traceId) {
        var status = from.getStatus();
        if (status < 400) {
            return from;
        }
        if (status >= 500) {
            log.error("A request failed with status {}", status);
            return response(Response.status(status), ProblemJson.internal(path, traceId));
        }
        var title = Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Refused");
        var code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        var builder = Response.status(status);
        if (from.getHeaderString("Allow") != null) {
            builder.header("Allow", from.getHeaderString("Allow"));
        }
        return response(builder, ProblemJson.of(status, code, title, path, traceId));
    }

    private static Response response(Response.ResponseBuilder builder, ProblemJson problem) {
        problem.retryAfter().ifPresent(seconds -> builder.header("Retry-After", seconds));
        return builder.type(ProblemJson.MEDIA_TYPE).entity(problem).build();
    }
}
