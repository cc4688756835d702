package org.patchbay.jvb.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.jvb.JvbServer;

/** Videobridges in the database. */
@Component
public final class JpaJvbServerStore implements JvbServerStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaJvbServerStore(@Reference(target = "(osgi.unit.name=jvb)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<JvbServer> all() {
        return jpa.txExpr(em -> {
            List<JvbServerEntity> found = em.createQuery(
                            "select s from JvbServerEntity s order by s.name", JvbServerEntity.class)
                    .getResultList();
            return found.stream().map(JvbServerEntity::toServer).toList();
        });
    }

    @Override
    public Optional<JvbServer> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(JvbServerEntity.class, id)).map(JvbServerEntity::toServer));
    }

    @Override
    public void insert(JvbServer server) {
        jpa.tx(em -> {
            em.persist(JvbServerEntity.of(server));
            em.flush();
        });
    }

    @Override
    public boolean update(JvbServer server, long version) {
        return jpa.txExpr(em -> {
            var present = Optional.ofNullable(
                            em.find(JvbServerEntity.class, server.id(), LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isAt(version));
            present.ifPresent(entity -> {
                entity.write(server);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public void delete(String id) {
        jpa.tx(em -> Optional.ofNullable(em.find(JvbServerEntity.class, id)).ifPresent(em::remove));
    }
}
