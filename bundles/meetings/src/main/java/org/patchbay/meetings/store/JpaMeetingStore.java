package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Meetings in the database. */
@Component(service = {MeetingStore.class, PortalData.class, PersonData.class})
public final class JpaMeetingStore implements MeetingStore, PortalData, PersonData {

    private final JpaTemplate jpa;

    @Activate
    public JpaMeetingStore(@Reference(target = "(osgi.unit.name=meetings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public void add(PortalId portal, StoredMeeting meeting) {
        jpa.tx(TransactionType.Required, em -> em.persist(MeetingEntity.of(portal, meeting)));
    }

    @Override
    public Optional<StoredMeeting> find(PortalId portal, String id) {
        return one(portal, "m.id = :value", id);
    }

    @Override
    public Optional<StoredMeeting> byCodeHash(PortalId portal, String codeHash) {
        return one(portal, "m.codeHash = :value", codeHash);
    }

    private Optional<StoredMeeting> one(PortalId portal, String condition, String value) {
        return jpa.txExpr(TransactionType.Required, em -> entity(em, portal, condition, value)
                .map(MeetingEntity::toMeeting));
    }

    private static Optional<MeetingEntity> entity(EntityManager em, PortalId portal, String condition, String value) {
        return em
                .createQuery(
                        "select m from MeetingEntity m where m.portal = :portal and " + condition
                                + " order by m.id desc",
                        MeetingEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Page<StoredMeeting> list(PortalId portal, PageRequest page) {
        return page(portal, "", Optional.empty(), page);
    }

    @Override
    public Page<StoredMeeting> ofPerson(PortalId portal, String person, PageRequest page) {
        String mine = " and (m.host = :person or m.id in (select s.meeting from StayEntity s"
                + " where s.portal = :portal and s.person = :person))";
        return page(portal, mine, Optional.of(person), page);
    }

    private Page<StoredMeeting> page(PortalId portal, String further, Optional<String> person, PageRequest page) {
        String after = page.after().isPresent() ? " and m.id < :after" : "";
        List<StoredMeeting> found = jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<MeetingEntity> query = em.createQuery(
                    "select m from MeetingEntity m where m.portal = :portal" + further + after + " order by m.id desc",
                    MeetingEntity.class);
            query.setParameter("portal", portal.value());
            person.ifPresent(id -> query.setParameter("person", id));
            page.after().ifPresent(cursor -> query.setParameter("after", cursor));
            return query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(MeetingEntity::toMeeting)
                    .toList();
        });
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<StoredMeeting> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(items.size() - 1).id()), OptionalLong.empty());
    }

    @Override
    public boolean end(PortalId portal, String id, Instant at) {
        return jpa.txExpr(TransactionType.Required, em -> entity(em, portal, "m.id = :value", id)
                .map(meeting -> meeting.end(at))
                .orElse(false));
    }

    @Override
    public void enter(PortalId portal, Stay stay) {
        jpa.tx(TransactionType.Required, em -> em.persist(StayEntity.of(portal, stay)));
    }

    @Override
    public void leave(PortalId portal, String stay, Instant at) {
        changeStay(portal, stay, found -> found.leave(at));
    }

    @Override
    public void rename(PortalId portal, String stay, String name) {
        changeStay(portal, stay, found -> found.rename(name));
    }

    private void changeStay(PortalId portal, String stay, Consumer<StayEntity> change) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "select s from StayEntity s where s.portal = :portal and s.id = :id", StayEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", stay)
                .getResultList()
                .forEach(change));
    }

    @Override
    public List<Stay> stays(PortalId portal, String meeting) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select s from StayEntity s where s.portal = :portal and s.meeting = :meeting"
                                + " order by s.joined, s.id",
                        StayEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("meeting", meeting)
                .setMaxResults(STAY_LIMIT)
                .getResultList()
                .stream()
                .map(StayEntity::toStay)
                .toList());
    }

    @Override
    public void measure(PortalId portal, String meeting, String stay, Quality quality) {
        jpa.tx(TransactionType.Required, em -> qualities(em, portal, "stay", stay).stream()
                .findFirst()
                .ifPresentOrElse(
                        kept -> kept.change(quality),
                        () -> em.persist(QualityEntity.of(portal, meeting, stay, quality))));
    }

    @Override
    public Map<String, Quality> qualities(PortalId portal, String meeting) {
        return jpa.txExpr(TransactionType.Required, em -> qualities(em, portal, "meeting", meeting).stream()
                .collect(Collectors.toMap(QualityEntity::stay, QualityEntity::toQuality)));
    }

    private static List<QualityEntity> qualities(EntityManager em, PortalId portal, String field, String value) {
        return em.createQuery(
                        "select q from QualityEntity q where q.portal = :portal and q." + field + " = :value",
                        QualityEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .getResultList();
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(page -> list(portal, page), meeting -> {
            Map<String, Object> kept = plain(meeting);
            kept.put("stays", stays(portal, meeting.id()));
            kept.put("qualities", qualities(portal, meeting.id()));
            out.put("meeting", kept);
        });
    }

    /** Without the code of the link. */
    private static Map<String, Object> plain(StoredMeeting meeting) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("id", meeting.id());
        kept.put("title", meeting.title());
        kept.put("host", meeting.host());
        kept.put("hostName", meeting.hostName());
        kept.put("started", meeting.started());
        kept.put("ended", meeting.ended());
        return kept;
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        all(portal, person, "MeetingEntity m where m.host", MeetingEntity.class, MeetingEntity::toMeeting)
                .forEach(meeting -> out.put("meeting", plain(meeting)));
        all(portal, person, "StayEntity m where m.person", StayEntity.class, StayEntity::toStay)
                .forEach(stay -> out.put("stay", stay));
        jpa.<List<Quality>>txExpr(TransactionType.Required, em -> em
                        .createQuery(
                                "select q from QualityEntity q where q.portal = :portal and q.stay in (select s.id"
                                        + " from StayEntity s where s.portal = :portal and s.person = :person)"
                                        + " order by q.stay",
                                QualityEntity.class)
                        .setParameter("person", person.value())
                        .setParameter("portal", portal.value())
                        .getResultList()
                        .stream()
                        .map(QualityEntity::toQuality)
                        .toList())
                .forEach(quality -> out.put("quality", quality));
    }

    private <E, T> List<T> all(PortalId portal, PersonId person, String what, Class<E> type, Function<E, T> plain) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select m from " + what + " = :person and m.portal = :portal order by m.id", type)
                .setParameter("person", person.value())
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(plain)
                .toList());
    }

    /** Others keep their meetings, without the name of who has gone, and what they called them. */
    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(TransactionType.Required, em -> {
            for (String update : List.of(
                    "update MeetingEntity m set m.hostName = :erased, m.title = :erased where m.host = :person",
                    "update StayEntity m set m.name = :erased, m.email = null where m.person = :person")) {
                em.createQuery(update + " and m.portal = :portal")
                        .setParameter("erased", PersonalSecrets.ERASED)
                        .setParameter("person", person.value())
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("QualityEntity", "StayEntity", "MeetingEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }

    @Override
    public List<OpenMeeting> open(int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select m from MeetingEntity m where m.ended is null order by m.id", MeetingEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(MeetingEntity::toOpenMeeting)
                .toList());
    }

    @Override
    public List<OpenMeeting> openOf(PortalId portal, String host) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MeetingEntity m where m.portal = :portal and m.host = :host"
                                + " and m.ended is null order by m.id",
                        MeetingEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("host", host)
                .getResultList()
                .stream()
                .map(MeetingEntity::toOpenMeeting)
                .toList());
    }
}
