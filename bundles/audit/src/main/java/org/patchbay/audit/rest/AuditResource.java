package org.patchbay.audit.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.api.audit.AuditVerification;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Who changed what in a portal, newest first. */
@Component(service = RestResource.class)
@Path("portals/{portal}/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements RestResource {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Audit audit;
    private final NameDirectory names;

    @Activate
    public AuditResource(@Reference Audit audit, @Reference NameDirectory names) {
        this.audit = audit;
        this.names = names;
    }

    @GET
    @Requires(Right.SEE_AUDIT)
    public Page<AuditEntry> list(
            @PathParam("portal") String portal,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("person") @Nullable String person,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        var id = new PortalId(portal);
        Page<AuditEntry> page = audit.list(
                id, filter(action, subject, person, from, until), new PageRequest(limit, Optional.ofNullable(after)));
        return new Page<>(names.named(id, page.items()), page.next(), page.total());
    }

    @GET
    @Path("{id}")
    @Requires(Right.SEE_AUDIT)
    public AuditEntry get(@PathParam("portal") String portal, @PathParam("id") String id) {
        return audit.find(new PortalId(portal), id)
                .map(entry -> names.named(entry.portal(), List.of(entry)).get(0))
                .orElseThrow(() -> Problem.NOT_FOUND.because("audit.unknown", "There is no such entry"));
    }

    /** Reads the whole chain. */
    @GET
    @Path("verification")
    @Requires(Right.SEE_AUDIT)
    public AuditVerification verification(@PathParam("portal") String portal) {
        return audit.verify(new PortalId(portal));
    }

    /** The wanted entries as a file: csv, or jsonl with an entry a line. */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.SEE_AUDIT)
    @Answers(String.class)
    public Response export(
            @PathParam("portal") String portal,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("person") @Nullable String person,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        var filter = filter(action, subject, person, from, until);
        return switch (format) {
            case "csv" ->
                file("audit.csv", "text/csv;charset=UTF-8", out -> {
                    out.write(AuditCsv.HEADER);
                    each(new PortalId(portal), filter, out, AuditCsv::line);
                });
            case "jsonl" ->
                file(
                        "audit.jsonl",
                        "application/x-ndjson",
                        out -> each(new PortalId(portal), filter, out, AuditResource::json));
            default -> throw Problem.INVALID.at("format", "audit.format", "must be csv or jsonl");
        };
    }

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private interface Line {
        String of(AuditEntry entry) throws IOException;
    }

    private static Response file(String name, String type, Content content) {
        StreamingOutput stream = bytes -> {
            var out = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
            content.write(out);
            out.flush();
        };
        return Response.ok(stream, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }

    private void each(PortalId portal, AuditFilter filter, Writer out, Line line) throws IOException {
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            var page = audit.list(portal, filter, request);
            for (AuditEntry entry : page.items()) {
                out.write(line.of(entry));
            }
            if (page.next().isEmpty()) {
                return;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
    }

    /** Ids as plain text, as everywhere; what was recorded and no more. */
    private static String json(AuditEntry entry) throws IOException {
        ObjectNode node = JSON.valueToTree(entry);
        node.put("portal", entry.portal().value());
        entry.person().ifPresent(person -> node.put("person", person.value()));
        node.remove("names");
        return JSON.writeValueAsString(node) + '\n';
    }

    private static AuditFilter filter(
            @Nullable String action,
            @Nullable String subject,
            @Nullable String person,
            @Nullable String from,
            @Nullable String until) {
        return new AuditFilter(
                Optional.ofNullable(action),
                Optional.ofNullable(subject),
                Optional.ofNullable(person).map(PersonId::new),
                moment("from", from),
                moment("until", until));
    }

    private static Optional<Instant> moment(String name, @Nullable String text) {
        try {
            var moment = Optional.ofNullable(text).map(Instant::parse);
            if (moment.stream().allMatch(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LATEST))) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw Problem.INVALID.at(name, "moment.format", "must be a moment such as 2026-01-31T12:00:00Z");
    }
}
