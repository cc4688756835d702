package org.patchbay.identity.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportService;
import org.patchbay.identity.imports.ImportVerdict;
import org.patchbay.identity.imports.PeopleImport;
import org.patchbay.identity.imports.SampleFile;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Files of people: uploaded, looked at, corrected, saved. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ImportResource implements RestResource {

    private static final int FILE_LIMIT = 8 << 20;
    private static final int VALUES_LIMIT = 250;
    private static final int TEXT_LIMIT = 1_000;

    private final ImportService imports;

    @Activate
    public ImportResource(@Reference ImportService imports) {
        this.imports = imports;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public Page<PeopleImport> list(@PathParam("portal") String portal, @Context Caller caller) {
        return Page.of(imports.list(new PortalId(portal), caller));
    }

    @POST
    @Consumes({"text/csv", "text/plain"})
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(value = PeopleImport.class, status = 201)
    public Response begin(@PathParam("portal") String portal, InputStream file, @Context Caller caller) {
        PeopleImport begun = imports.begin(new PortalId(portal), read(file), caller);
        return Response.created(UriBuilder.fromPath("portals/{portal}/people-imports/{id}")
                        .build(portal, begun.id()))
                .entity(begun)
                .build();
    }

    @GET
    @Path("sample")
    @Produces("text/csv")
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(String.class)
    public Response sample(
            @PathParam("portal") String portal, @QueryParam("kind") @DefaultValue("two-columns") String kind) {
        SampleFile sample = SampleFile.named(kind)
                .orElseThrow(() -> Problem.NOT_FOUND.because("import.no-sample", "There is no such sample"));
        return Response.ok(sample.text().getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sample.fileName() + "\"")
                .build();
    }

    @GET
    @Path("{id}")
    @Requires(Right.MANAGE_PEOPLE)
    public PeopleImport get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return imports.get(new PortalId(portal), id, caller);
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_PEOPLE)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        imports.delete(new PortalId(portal), id, caller);
    }

    @POST
    @Path("{id}/save")
    @Requires(Right.MANAGE_PEOPLE)
    public PeopleImport save(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return imports.save(new PortalId(portal), id, caller);
    }

    @POST
    @Path("{id}/dry-run")
    @Requires(Right.MANAGE_PEOPLE)
    public PeopleImport dryRun(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return imports.dryRun(new PortalId(portal), id, caller);
    }

    @GET
    @Path("{id}/rows")
    @Requires(Right.MANAGE_PEOPLE)
    public Page<ImportRow> rows(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return imports.rows(
                new PortalId(portal),
                id,
                Optional.ofNullable(verdict).map(ImportResource::verdict),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    @PATCH
    @Path("{id}/rows/{line}")
    @Requires(Right.MANAGE_PEOPLE)
    public ImportRow correct(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @PathParam("line") int line,
            Correction correction,
            @Context Caller caller) {
        Map<String, String> values = correction.values();
        if (values.size() > VALUES_LIMIT) {
            throw Problem.INVALID.at("/values", "import.columns", "must be at most " + VALUES_LIMIT);
        }
        values.forEach((column, value) -> {
            if (column.length() > TEXT_LIMIT || value.length() > TEXT_LIMIT) {
                throw Problem.INVALID.at("/values", "too-long", "must be at most " + TEXT_LIMIT + " characters each");
            }
        });
        return imports.correct(new PortalId(portal), id, line, values, caller);
    }

    @DELETE
    @Path("{id}/rows/{line}")
    @Requires(Right.MANAGE_PEOPLE)
    public void leaveOut(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @PathParam("line") int line,
            @Context Caller caller) {
        imports.leaveOut(new PortalId(portal), id, line, caller);
    }

    private static ImportVerdict verdict(String name) {
        return Arrays.stream(ImportVerdict.values())
                .filter(verdict -> verdict.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID.at("verdict", "field.choice", "must be ok, warning or error"));
    }

    private static byte[] read(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(FILE_LIMIT + 1);
            if (bytes.length > FILE_LIMIT) {
                throw Problem.TOO_LARGE.because("import.too-large", "The file is larger than 8 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.INVALID.because("import.broken-off", "The upload broke off");
        }
    }

    /**
     * What a row is to hold instead.
     *
     * @param values all of them, by column; what is left out becomes empty
     */
    public record Correction(Map<String, String> values) {
        @Override
        public String toString() {
            return "Correction[" + values.keySet() + "]";
        }
    }
}
