package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

/** In the database, so that what cannot be deleted now is not forgotten when the server stops. */
@Component
public final class JpaDeletionStore implements DeletionStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDeletionStore(@Reference(target = "(osgi.unit.name=recordings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    private static Optional<DeletionEntity> find(
            EntityManager em, PortalId portal, RecordingId recording, String file) {
        return Optional.ofNullable(em.find(DeletionEntity.class, DeletionEntity.id(recording, file)))
                .filter(found -> found.isOf(portal));
    }

    @Override
    public void add(PortalId portal, RecordingId recording, Collection<String> files, Instant due) {
        jpa.tx(em -> {
            for (String file : files) {
                DeletionEntity kept = find(em, portal, recording, file).orElseGet(() -> {
                    var added = DeletionEntity.of(portal, recording, file);
                    em.persist(added);
                    return added;
                });
                kept.due(0, due);
            }
            em.flush();
        });
    }

    @Override
    public void remove(PortalId portal, RecordingId recording, Collection<String> files) {
        jpa.tx(em -> {
            files.forEach(file -> find(em, portal, recording, file).ifPresent(em::remove));
            em.flush();
        });
    }

    @Override
    public List<Deletion> due(Instant now, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from DeletionEntity d where d.due <= :now and not exists"
                                + " (select r.id from RecordingEntity r where r.id = d.recording and r.portal = d.portal)"
                                + " order by d.due, d.id",
                        DeletionEntity.class)
                .setParameter("now", Micros.of(now))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(DeletionEntity::toDeletion)
                .toList());
    }

    @Override
    public void postpone(Deletion deletion, int tries, Instant due) {
        jpa.tx(em -> {
            find(em, deletion.portal(), deletion.recording(), deletion.file())
                    .ifPresent(found -> found.due(tries, due));
            em.flush();
        });
    }
}
