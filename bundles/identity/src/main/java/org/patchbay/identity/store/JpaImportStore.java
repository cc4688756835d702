package org.patchbay.identity.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportVerdict;
import org.patchbay.identity.imports.PeopleImport;

/** Imports in the database, so that another node can go on with them. */
@Component
public final class JpaImportStore implements ImportStore {

    private static final String ROWS = "select r from ImportRowEntity r where r.portal = :portal and r.importId = :id";

    private final JpaTemplate jpa;

    @Activate
    public JpaImportStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(PeopleImport begun) {
        jpa.tx(em -> em.persist(ImportEntity.of(begun)));
    }

    @Override
    public void insertRows(PortalId portal, String id, List<StoredRow> rows) {
        jpa.tx(em -> {
            rows.forEach(row -> em.persist(ImportRowEntity.of(portal, id, row)));
            em.flush();
            em.clear();
        });
    }

    @Override
    public Optional<PeopleImport> find(PortalId portal, String id) {
        return find(portal, id, LockModeType.NONE);
    }

    @Override
    public Optional<PeopleImport> lock(PortalId portal, String id) {
        return find(portal, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<PeopleImport> find(PortalId portal, String id, LockModeType lock) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ImportEntity.class, id, lock))
                .filter(entity -> entity.isIn(portal))
                .map(ImportEntity::toImport));
    }

    @Override
    public void update(PeopleImport changed) {
        jpa.tx(em -> Optional.ofNullable(em.find(ImportEntity.class, changed.id()))
                .filter(entity -> entity.isIn(changed.portal()))
                .ifPresent(entity -> entity.write(changed)));
    }

    @Override
    public List<ImportRow> rows(PortalId portal, String id, Optional<ImportVerdict> verdict, int afterLine, int limit) {
        String wanted = verdict.isPresent() ? " and r.verdict = :verdict" : "";
        return jpa.txExpr(em -> {
            var query = em.createQuery(ROWS + wanted + " and r.line > :after order by r.line", ImportRowEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("id", id)
                    .setParameter("after", afterLine)
                    .setMaxResults(limit);
            verdict.ifPresent(one -> query.setParameter("verdict", one.name()));
            return query.getResultList().stream()
                    .map(entity -> entity.toRow().row())
                    .toList();
        });
    }

    @Override
    public Optional<StoredRow> row(PortalId portal, String id, int line) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ImportRowEntity.class, ImportRowEntity.id(id, line)))
                .filter(entity -> entity.isIn(portal))
                .map(ImportRowEntity::toRow));
    }

    @Override
    public List<StoredRow> sharing(
            PortalId portal, String id, Set<String> addresses, Optional<String> extension, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        ROWS + " and (r.loginKey in :addresses or r.emailKey in :addresses"
                                + " or r.extension = :extension) order by r.line",
                        ImportRowEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .setParameter("addresses", addresses.isEmpty() ? Set.of("") : addresses)
                .setParameter("extension", extension.orElse(""))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ImportRowEntity::toRow)
                .toList());
    }

    @Override
    public void updateRow(PortalId portal, String id, StoredRow row) {
        jpa.tx(em -> Optional.ofNullable(em.find(
                        ImportRowEntity.class, ImportRowEntity.id(id, row.row().line())))
                .filter(entity -> entity.isIn(portal))
                .ifPresent(entity -> {
                    entity.write(row);
                    em.flush();
                }));
    }

    @Override
    public void deleteRow(PortalId portal, String id, int line) {
        deleteWhere("ImportRowEntity r where r.portal = :value and r.id = :id", portal, ImportRowEntity.id(id, line));
    }

    @Override
    public void deleteRows(PortalId portal, String id) {
        deleteWhere("ImportRowEntity r where r.portal = :value and r.importId = :id", portal, id);
    }

    @Override
    public Map<ImportVerdict, Integer> counts(PortalId portal, String id) {
        return jpa.txExpr(em -> {
            Map<ImportVerdict, Integer> counts = new EnumMap<>(ImportVerdict.class);
            em.createQuery(
                            "select r.verdict, count(r) from ImportRowEntity r"
                                    + " where r.portal = :portal and r.importId = :id group by r.verdict",
                            Object[].class)
                    .setParameter("portal", portal.value())
                    .setParameter("id", id)
                    .getResultList()
                    .forEach(
                            pair -> counts.put(ImportVerdict.valueOf((String) pair[0]), ((Number) pair[1]).intValue()));
            return counts;
        });
    }

    @Override
    public List<PeopleImport> list(PortalId portal) {
        return jpa.txExpr(em -> em
                .createQuery("select i from ImportEntity i where i.portal = :portal order by i.id", ImportEntity.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(ImportEntity::toImport)
                .toList());
    }

    @Override
    public List<PeopleImport> of(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select i from ImportEntity i where i.portal = :portal and i.person = :person"
                                + " order by i.created desc",
                        ImportEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(ImportEntity::toImport)
                .toList());
    }

    @Override
    public boolean delete(PortalId portal, String id) {
        return jpa.txExpr(em -> {
            deleteRows(portal, id);
            return deleteWhere("ImportEntity i where i.portal = :value and i.id = :id", portal, id) > 0;
        });
    }

    @Override
    public void deleteExpired(Instant before) {
        jpa.tx(em -> em.createQuery("select i from ImportEntity i where i.expires < :before", ImportEntity.class)
                .setParameter("before", Micros.of(before))
                .setMaxResults(100)
                .getResultList()
                .forEach(entity -> delete(entity.toImport().portal(), entity.id())));
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> {
            em.createQuery("delete from ImportRowEntity r where r.portal = :portal")
                    .setParameter("portal", portal.value())
                    .executeUpdate();
            em.createQuery("delete from ImportEntity i where i.portal = :portal")
                    .setParameter("portal", portal.value())
                    .executeUpdate();
        });
    }

    private int deleteWhere(String what, PortalId portal, String id) {
        return jpa.txExpr(em -> em.createQuery("delete from " + what)
                .setParameter("value", portal.value())
                .setParameter("id", id)
                .executeUpdate());
    }
}
