package org.patchbay.identity.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.identity.imports.ImportFinding;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportVerdict;

@Entity
@Table(name = "PERSON_IMPORT_ROW")
@NullUnmarked // JPA fills the fields
class ImportRowEntity {

    /** The id of the import and the line. */
    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "IMPORT_ID", nullable = false, updatable = false)
    private String importId;

    @Column(name = "LINE_NUMBER", nullable = false, updatable = false)
    private int line;

    @Column(nullable = false)
    private String verdict;

    @Column(name = "LOGIN_KEY")
    private String loginKey;

    @Column(name = "EMAIL_KEY")
    private String emailKey;

    private String extension;

    @Lob
    @Column(nullable = false)
    private String cells;

    @Lob
    @Column(nullable = false)
    private String findings;

    protected ImportRowEntity() {}

    static ImportRowEntity of(PortalId portal, String importId, StoredRow stored) {
        var entity = new ImportRowEntity();
        entity.id = id(importId, stored.row().line());
        entity.portal = portal.value();
        entity.importId = importId;
        entity.line = stored.row().line();
        entity.write(stored);
        return entity;
    }

    static String id(String importId, int line) {
        return importId + ":" + line;
    }

    void write(StoredRow stored) {
        verdict = stored.row().verdict().name();
        loginKey = stored.login().orElse(null);
        emailKey = stored.email().orElse(null);
        extension = stored.extension().orElse(null);
        cells = ImportJson.write(stored.row().values());
        findings = ImportJson.write(stored.row().findings().stream()
                .map(found -> List.of(found.column(), found.code(), found.detail(), found.error() ? "error" : ""))
                .toList());
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    StoredRow toRow() {
        LinkedHashMap<String, String> values = ImportJson.read(cells, new TypeReference<>() {});
        List<List<String>> found = ImportJson.read(findings, new TypeReference<>() {});
        return new StoredRow(
                new ImportRow(
                        line,
                        ImportVerdict.valueOf(verdict),
                        values,
                        found.stream()
                                .map(parts -> new ImportFinding(
                                        parts.get(0),
                                        parts.get(1),
                                        parts.get(2),
                                        !parts.get(3).isEmpty()))
                                .toList()),
                Optional.ofNullable(loginKey),
                Optional.ofNullable(emailKey),
                Optional.ofNullable(extension));
    }
}
