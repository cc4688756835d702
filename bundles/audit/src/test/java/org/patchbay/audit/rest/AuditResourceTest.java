package org.patchbay.audit.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.core.StreamingOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.web.RestResourceContract;

class AuditResourceTest implements RestResourceContract {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    private static final String ANNA = "01890000-0000-7000-8000-0000000000aa";
    private static final String GONE = "01890000-0000-7000-8000-0000000000bb";

    private final InMemoryAudit audit = new InMemoryAudit();
    private final AuditResource resource = new AuditResource(
            audit,
            new NameDirectory(List.of((portal, ids) ->
                    portal.equals(ACME) && ids.contains(ANNA) ? Map.of(ANNA, "Anna Berger") : Map.of())));

    @Override
    public Class<AuditResource> resource() {
        return AuditResource.class;
    }

    @Test
    void listsWithFilters() {
        audit.record(ACME, new AuditDraft("person.updated", "person", "1", Map.of(), Map.of("a", "b")));
        audit.record(ACME, new AuditDraft("script.saved", "script", "2", Map.of(), Map.of("a", "b")));

        assertThat(list(ACME, "script.*", null)).containsExactly("script.saved");
        assertThat(list(ACME, null, null)).containsExactly("script.saved", "person.updated");
        assertThat(list(OTHER, null, null)).isEmpty();
        assertThatThrownBy(() -> list(ACME, "no such!", null))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("action"));
        for (String wrong : List.of("yesterday", "-999999999-01-01T00:00:00Z", "+100000-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> list(ACME, null, wrong))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("from"));
        }
    }

    @Test
    void saysWhatThingsAreCalledNow() {
        audit.record(ACME, new AuditDraft("person.updated", "person", ANNA, Map.of(), Map.of("a", "b")));
        audit.record(
                ACME, new AuditDraft("token.created", "token", "t", Map.of("person", GONE), Map.of("x", "by " + ANNA)));

        var entries = resource.list(ACME.value(), null, null, null, null, null, 50, null)
                .items();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.names()).containsExactly(Map.entry(ANNA, "Anna Berger")));
        assertThat(resource.get(ACME.value(), entries.get(1).id()).names()).containsKey(ANNA);
    }

    private List<String> list(
            PortalId portal,
            @org.jspecify.annotations.Nullable String action,
            @org.jspecify.annotations.Nullable String from) {
        return resource.list(portal.value(), action, null, null, from, null, 50, null).items().stream()
                .map(entry -> entry.action())
                .toList();
    }

    @Test
    void exportsCsvThatNoSpreadsheetTakesForFormulas() throws IOException {
        audit.record(
                ACME,
                Callers.administrator(ACME),
                new AuditDraft("person.updated", "person", "=1+1", Map.of(), Map.of("name", "=HYPERLINK(\"x\"), y")));

        String csv = export("csv");

        assertThat(csv.lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("sequence,time,actor,person,name,address,action");
        assertThat(csv)
                .contains(",'=1+1,")
                .contains("\"name: =HYPERLINK(\"\"x\"\"), y\"")
                .endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "-1", "@x", "|calc", "\t=1", "\r=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"})
    void noCellBeginsAsAFormulaDoes(String subject) throws IOException {
        audit.record(ACME, new AuditDraft("a.b", "thing", subject, Map.of(), Map.of("x", "y")));

        assertThat(export("csv")).containsPattern(",\"?'" + Pattern.quote(subject));
    }

    @Test
    void exportsAnEntryALine() throws IOException {
        audit.record(ACME, new AuditDraft("a.b", "thing", "1", Map.of(), Map.of("x", "y")));
        audit.record(ACME, new AuditDraft("a.c", "thing", "1", Map.of(), Map.of("x", "y")));

        assertThat(export("jsonl").lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"portal\":\"" + ACME + "\"", "\"action\":\"a.c\"", "\"after\":{\"x\":\"y\"}")
                .doesNotContain("null");
        assertThatThrownBy(() -> export("pdf")).isInstanceOf(PatchbayException.class);
    }

    private String export(String format) throws IOException {
        var answer = resource.export(ACME.value(), format, null, null, null, null, null);
        var bytes = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(bytes);
        return bytes.toString(UTF_8);
    }
}
