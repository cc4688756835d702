package org.patchbay.meetings.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Rooms in the database. */
@Component(service = {RoomStore.class, PortalData.class, PersonData.class})
public final class JpaRoomStore implements RoomStore, PortalData, PersonData {

    private static final int KEPT = 500;
    private static final List<String> ENTITIES = List.of("ChatLineEntity", "ChatFileEntity", "RoomEntity");

    private final JpaTemplate jpa;

    @Activate
    public JpaRoomStore(@Reference(target = "(osgi.unit.name=meetings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "meeting-chats";
    }

    @Override
    public Optional<String> memory(PortalId portal, String meeting) {
        return jpa.txExpr(
                TransactionType.Required, em -> room(em, portal, meeting).map(RoomEntity::memory));
    }

    @Override
    public void remember(PortalId portal, String meeting, String memory) {
        jpa.tx(TransactionType.Required, em -> room(em, portal, meeting)
                .ifPresentOrElse(
                        room -> room.remember(memory), () -> em.persist(RoomEntity.of(portal, meeting, memory))));
    }

    private static Optional<RoomEntity> room(EntityManager em, PortalId portal, String meeting) {
        return em
                .createQuery(
                        "select r from RoomEntity r where r.portal = :portal and r.meeting = :meeting",
                        RoomEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public void add(PortalId portal, String meeting, ChatLine line) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(ChatLineEntity.of(portal, meeting, line));
            em.flush();
            em.createQuery(
                            "select l.id from ChatLineEntity l where l.portal = :portal and l.meeting = :meeting"
                                    + " order by l.id desc",
                            String.class)
                    .setParameter("portal", portal.value())
                    .setParameter("meeting", meeting)
                    .setFirstResult(KEPT)
                    .setMaxResults(1)
                    .getResultList()
                    .forEach(last -> removeUpTo(em, portal, meeting, last));
        });
    }

    /** Removes lines, the newest of which is given, with their files. */
    private static void removeUpTo(EntityManager em, PortalId portal, String meeting, String last) {
        String old = "from ChatLineEntity l where l.portal = :portal and l.meeting = :meeting and l.id <= :last";
        em.createQuery("select l.fileId " + old + " and l.fileId is not null", String.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setParameter("last", last)
                .getResultList()
                .forEach(file -> removeFile(em, portal, meeting, file));
        em.createQuery("delete " + old)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setParameter("last", last)
                .executeUpdate();
    }

    @Override
    public List<ChatLine> lines(PortalId portal, String meeting) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select l from ChatLineEntity l where l.portal = :portal and l.meeting = :meeting"
                                + " order by l.id",
                        ChatLineEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setMaxResults(KEPT)
                .getResultList()
                .stream()
                .map(ChatLineEntity::toLine)
                .toList());
    }

    @Override
    public void add(PortalId portal, String meeting, ChatFile file) {
        jpa.tx(TransactionType.Required, em -> em.persist(ChatFileEntity.of(portal, meeting, file)));
    }

    @Override
    public Optional<ChatFile> file(PortalId portal, String meeting, String id) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select f from ChatFileEntity f where f.portal = :portal and f.meeting = :meeting"
                                + " and f.id = :id",
                        ChatFileEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(ChatFileEntity::toFile));
    }

    @Override
    public void removeFile(PortalId portal, String meeting, String id) {
        jpa.tx(TransactionType.Required, em -> removeFile(em, portal, meeting, id));
    }

    private static void removeFile(EntityManager em, PortalId portal, String meeting, String id) {
        em.createQuery("delete from ChatFileEntity f where f.portal = :portal and f.meeting = :meeting and f.id = :id")
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public long bytes(PortalId portal, String meeting) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select f.size from ChatFileEntity f where f.portal = :portal and f.meeting = :meeting",
                        Long.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .getResultList()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    @Override
    public void forget(PortalId portal, String meeting) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : ENTITIES) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal and e.meeting = :meeting")
                        .setParameter("portal", portal.value())
                        .setParameter("meeting", meeting)
                        .executeUpdate();
            }
        });
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        lines("", portal, "").forEach(line -> out.put("chat", plain(line)));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        lines(" and l.person = :person", portal, person.value()).forEach(line -> out.put("chat", plain(line)));
    }

    private List<ChatLine> lines(String condition, PortalId portal, String person) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var query = em.createQuery(
                    "select l from ChatLineEntity l where l.portal = :portal" + condition + " order by l.id",
                    ChatLineEntity.class);
            query.setParameter("portal", portal.value());
            if (!condition.isEmpty()) {
                query.setParameter("person", person);
            }
            return query.getResultList().stream().map(ChatLineEntity::toLine).toList();
        });
    }

    private static Map<String, Object> plain(ChatLine line) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("id", line.id());
        kept.put("at", line.at());
        kept.put("person", line.person());
        kept.put("name", line.name());
        kept.put("text", line.text());
        kept.put("file", line.file().map(ChatLine.Attachment::name));
        return kept;
    }

    /** What somebody said goes with them. */
    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("ChatLineEntity", "ChatFileEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal and e.person = :person")
                        .setParameter("portal", portal.value())
                        .setParameter("person", person.value())
                        .executeUpdate();
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : ENTITIES) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }
}
