package org.patchbay.recordings.store;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.RecordingId;

/** Recordings in the database. */
@Component
public final class JpaRecordingStore implements RecordingStore {

    private static final String OF_PORTAL = "select r from RecordingEntity r where r.portal = :portal";

    private final JpaTemplate jpa;

    @Activate
    public JpaRecordingStore(@Reference(target = "(osgi.unit.name=recordings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(PortalId portal, StoredRecording recording) {
        jpa.tx(em -> {
            em.persist(RecordingEntity.of(portal, recording));
            recording.parts().forEach(part -> em.persist(PartEntity.of(portal, recording.id(), part)));
            em.flush();
        });
    }

    @Override
    public Optional<StoredRecording> find(PortalId portal, RecordingId id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(RecordingEntity.class, id.value()))
                .filter(found -> found.portal().equals(portal))
                .map(found -> full(em, List.of(found)).get(0)));
    }

    @Override
    public Optional<StoredRecording> change(PortalId portal, RecordingId id, UnaryOperator<StoredRecording> change) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(RecordingEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                        .filter(found -> found.portal().equals(portal))
                        .map(found -> {
                            em.refresh(found);
                            StoredRecording before = full(em, List.of(found)).get(0);
                            StoredRecording after = change.apply(before);
                            found.become(after);
                            if (!before.parts().equals(after.parts())) {
                                of(portal, id, em, "PartEntity");
                                after.parts().forEach(part -> em.persist(PartEntity.of(portal, id, part)));
                            }
                            em.flush();
                            return after;
                        }));
    }

    @Override
    public boolean delete(PortalId portal, RecordingId id) {
        return jpa.txExpr(em -> {
            of(portal, id, em, "PartEntity");
            of(portal, id, em, "LedgerEntity");
            return em.createQuery("delete from RecordingEntity r where r.portal = :portal and r.id = :id")
                            .setParameter("portal", portal.value())
                            .setParameter("id", id.value())
                            .executeUpdate()
                    > 0;
        });
    }

    private static void of(PortalId portal, RecordingId id, EntityManager em, String what) {
        em.createQuery("delete from " + what + " x where x.portal = :portal and x.recording = :id")
                .setParameter("portal", portal.value())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public Page<StoredRecording> list(PortalId portal, Optional<PersonId> owner, PageRequest page) {
        String text = OF_PORTAL
                + (owner.isPresent() ? " and r.owner = :owner" : "")
                + (page.after().isPresent() ? " and r.id < :after" : "")
                + " order by r.id desc";
        return jpa.txExpr(em -> {
            TypedQuery<RecordingEntity> query =
                    em.createQuery(text, RecordingEntity.class).setParameter("portal", portal.value());
            owner.ifPresent(person -> query.setParameter("owner", person.value()));
            page.after().ifPresent(cursor -> query.setParameter("after", cursor));
            List<RecordingEntity> found = query.setMaxResults(page.limit() + 1).getResultList();
            return page(full(em, found), page, one -> one.id().value());
        });
    }

    static <T> Page<T> page(List<T> found, PageRequest page, Function<T, String> cursor) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<T> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(cursor.apply(items.get(items.size() - 1))), OptionalLong.empty());
    }

    @Override
    public Optional<StoredRecording> byLink(PortalId portal, String hash) {
        return jpa.txExpr(em -> full(
                        em,
                        em.createQuery(OF_PORTAL + " and r.linkHash = :hash", RecordingEntity.class)
                                .setParameter("portal", portal.value())
                                .setParameter("hash", hash)
                                .getResultList())
                .stream()
                .findFirst());
    }

    @Override
    public List<Located> unfinished(int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r from RecordingEntity r where r.state in ('RECORDING', 'PROCESSING') order by r.id",
                        RecordingEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(found -> new Located(found.portal(), found.toRecording(List.of())))
                .toList());
    }

    @Override
    public List<StoredRecording> before(PortalId portal, Instant moment, int limit) {
        return jpa.txExpr(em -> full(
                em,
                em.createQuery(
                                OF_PORTAL
                                        + " and (r.ended < :moment or r.ended is null and r.started < :moment) order by r.id",
                                RecordingEntity.class)
                        .setParameter("portal", portal.value())
                        .setParameter("moment", Micros.of(moment))
                        .setMaxResults(limit)
                        .getResultList()));
    }

    private static List<StoredRecording> full(EntityManager em, List<RecordingEntity> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<PartEntity>> parts = em
                .createQuery(
                        "select p from PartEntity p where p.recording in :ids order by p.recording, p.number",
                        PartEntity.class)
                .setParameter("ids", found.stream().map(RecordingEntity::id).toList())
                .getResultList()
                .stream()
                .collect(groupingBy(PartEntity::recording));
        return found.stream()
                .map(one -> one.toRecording(parts.getOrDefault(one.id(), List.<PartEntity>of()).stream()
                        .map(PartEntity::toPart)
                        .toList()))
                .toList();
    }

    @Override
    public void write(PortalId portal, RecordingId id, LedgerEntry entry) {
        jpa.tx(em -> em.persist(LedgerEntity.of(portal, id, entry)));
    }

    @Override
    public Page<LedgerEntry> ledger(PortalId portal, RecordingId id, PageRequest page) {
        String after = page.after().isPresent() ? " and l.id < :after" : "";
        return jpa.txExpr(em -> {
            TypedQuery<LedgerEntity> query = em.createQuery(
                            "select l from LedgerEntity l where l.portal = :portal and l.recording = :id" + after
                                    + " order by l.id desc",
                            LedgerEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("id", id.value());
            page.after().ifPresent(cursor -> query.setParameter("after", cursor));
            List<LedgerEntry> found = query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(LedgerEntity::toEntry)
                    .toList();
            return page(found, page, LedgerEntry::id);
        });
    }

    @Override
    public Optional<Integer> keepDays(PortalId portal) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(RulesEntity.class, portal.value())).flatMap(RulesEntity::keepDays));
    }

    @Override
    public void keepDays(PortalId portal, Optional<Integer> days) {
        jpa.tx(em -> {
            RulesEntity rules = em.find(RulesEntity.class, portal.value());
            if (rules == null) {
                rules = RulesEntity.of(portal);
                em.persist(rules);
            }
            rules.keep(days);
            em.flush();
        });
    }

    @Override
    public List<PortalId> withKeepDays() {
        return jpa.txExpr(em -> em
                .createQuery("select r from RulesEntity r where r.keepDays is not null", RulesEntity.class)
                .getResultList()
                .stream()
                .map(RulesEntity::portal)
                .toList());
    }

    @Override
    public void forget(PortalId portal, PersonId person) {
        jpa.tx(em -> Stream.of("PartEntity", "LedgerEntity").forEach(what -> em.createQuery("update " + what
                        + " x set x.name = null, x.person = null where x.portal = :portal and x.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate()));
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> Stream.of("PartEntity", "LedgerEntity", "RulesEntity", "RecordingEntity")
                .forEach(what -> em.createQuery("delete from " + what + " x where x.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate()));
    }
}
