package org.patchbay.identity.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.imports.ImportState;
import org.patchbay.identity.imports.PeopleImport;

@Entity
@Table(name = "PERSON_IMPORT")
@NullUnmarked // JPA fills the fields
class ImportEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(nullable = false, updatable = false)
    private long expires;

    @Column(name = "STATE_NAME", nullable = false)
    private String stateName;

    @Column(name = "CELL_SEPARATOR", nullable = false, updatable = false)
    private String separator;

    @Lob
    @Column(name = "COLUMN_NAMES", nullable = false, updatable = false)
    private String columnNames;

    @Column(name = "OK_ROWS", nullable = false)
    private int okRows;

    @Column(name = "WARNING_ROWS", nullable = false)
    private int warningRows;

    @Column(name = "ERROR_ROWS", nullable = false)
    private int errorRows;

    protected ImportEntity() {}

    static ImportEntity of(PeopleImport begun) {
        var entity = new ImportEntity();
        entity.id = begun.id();
        entity.portal = begun.portal().value();
        entity.person = begun.by().value();
        entity.created = Micros.of(begun.created());
        entity.expires = Micros.of(begun.expires());
        entity.separator = begun.separator();
        entity.columnNames = ImportJson.write(List.of(begun.columns(), begun.unknown(), begun.kept()));
        entity.write(begun);
        return entity;
    }

    void write(PeopleImport changed) {
        stateName = changed.state().name();
        okRows = changed.ok();
        warningRows = changed.warnings();
        errorRows = changed.errors();
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    String id() {
        return id;
    }

    PeopleImport toImport() {
        List<List<String>> names = ImportJson.read(columnNames, new TypeReference<>() {});
        return new PeopleImport(
                id,
                new PortalId(portal),
                new PersonId(person),
                Micros.toInstant(created),
                Micros.toInstant(expires),
                ImportState.valueOf(stateName),
                separator,
                names.get(0),
                names.get(1),
                names.get(2),
                okRows + warningRows + errorRows,
                okRows,
                warningRows,
                errorRows);
    }
}
