package org.patchbay.events.store;

import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

@Component(service = CursorStore.class)
public final class JpaCursorStore implements CursorStore {

    private static final String KNOWN = "*";

    private final JpaTemplate jpa;

    @Activate
    public JpaCursorStore(@Reference(target = "(osgi.unit.name=events)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void begin(String subscriber, Map<PortalId, Long> heads) {
        jpa.tx(em -> {
            if (em.find(CursorEntity.class, CursorEntity.id(subscriber, KNOWN)) == null) {
                em.persist(CursorEntity.of(subscriber, KNOWN, 0));
                heads.forEach((portal, head) -> em.persist(CursorEntity.of(subscriber, portal.value(), head)));
            }
        });
    }

    @Override
    public Optional<Long> find(String subscriber, PortalId portal) {
        String id = CursorEntity.id(subscriber, portal.value());
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(CursorEntity.class, id)).map(CursorEntity::sequence));
    }

    @Override
    public void reached(String subscriber, PortalId portal, long sequence) {
        jpa.tx(em -> {
            CursorEntity cursor = em.find(CursorEntity.class, CursorEntity.id(subscriber, portal.value()));
            if (cursor == null) {
                em.persist(CursorEntity.of(subscriber, portal.value(), sequence));
            } else {
                cursor.reached(sequence);
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from CursorEntity c where c.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
