package org.patchbay.meetings.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Media servers in the database. */
@Component(service = {MediaServerStore.class, PortalData.class})
public final class JpaMediaServerStore implements MediaServerStore, PortalData {

    private final JpaTemplate jpa;

    @Activate
    public JpaMediaServerStore(@Reference(target = "(osgi.unit.name=meetings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "media-server-choice";
    }

    @Override
    public List<ServerNote> notes() {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select n from ServerNoteEntity n order by n.server", ServerNoteEntity.class)
                .getResultList()
                .stream()
                .map(ServerNoteEntity::toNote)
                .toList());
    }

    @Override
    public boolean change(String server, UnaryOperator<ServerNote> change) {
        return jpa.txExpr(TransactionType.Required, em -> change(em, server, change));
    }

    private static boolean change(EntityManager em, String server, UnaryOperator<ServerNote> change) {
        Optional<ServerNoteEntity> present = Optional.ofNullable(em.find(ServerNoteEntity.class, server));
        present.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
        ServerNote before = present.map(ServerNoteEntity::toNote).orElseGet(() -> ServerNote.blank(server));
        ServerNote after = change.apply(before);
        if (after.equals(before)) {
            return false;
        }
        present.ifPresentOrElse(entity -> entity.write(after), () -> em.persist(ServerNoteEntity.of(after)));
        em.flush();
        return true;
    }

    @Override
    public Optional<ServerChoice> choice(PortalId portal) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(ServerChoiceEntity.class, portal.value()))
                        .map(ServerChoiceEntity::toChoice));
    }

    @Override
    public void choose(PortalId portal, ServerChoice choice) {
        jpa.tx(TransactionType.Required, em -> Optional.ofNullable(em.find(ServerChoiceEntity.class, portal.value()))
                .ifPresentOrElse(
                        entity -> entity.write(choice), () -> em.persist(ServerChoiceEntity.of(portal, choice))));
    }

    @Override
    public void forget(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from ServerChoiceEntity c where c.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        choice(portal).ifPresent(choice -> out.put("media-server", choice));
    }

    @Override
    public void erase(PortalId portal) {
        forget(portal);
    }
}
