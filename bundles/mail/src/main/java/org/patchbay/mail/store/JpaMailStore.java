package org.patchbay.mail.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.patchbay.api.mail.Mail;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Mails in the database. */
@Component(service = {MailStore.class, PortalData.class, PersonData.class})
public final class JpaMailStore implements MailStore, PortalData, PersonData {

    private final JpaTemplate jpa;

    @Activate
    public JpaMailStore(@Reference(target = "(osgi.unit.name=mail)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void add(StoredMail mail) {
        jpa.tx(TransactionType.Required, em -> em.persist(MailEntity.of(mail)));
    }

    @Override
    public void update(StoredMail mail) {
        jpa.tx(
                TransactionType.Required,
                em -> entity(em, mail.mail().portal(), mail.mail().id()).ifPresent(entity -> entity.update(mail)));
    }

    @Override
    public Optional<StoredMail> find(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> entity(em, portal, id).map(MailEntity::toStored));
    }

    private static Optional<MailEntity> entity(EntityManager em, PortalId portal, String id) {
        return query(em, portal, "m.id = :id", "").setParameter("id", id).getResultList().stream()
                .findFirst();
    }

    /** Root's portal holds none itself, it sees every portal's. */
    private static TypedQuery<MailEntity> query(EntityManager em, PortalId portal, String condition, String order) {
        String whose = portal.isRoot() ? "" : "m.portal = :portal and ";
        TypedQuery<MailEntity> query =
                em.createQuery("select m from MailEntity m where " + whose + condition + order, MailEntity.class);
        if (!portal.isRoot()) {
            query.setParameter("portal", portal.value());
        }
        return query;
    }

    @Override
    public Page<Mail> list(PortalId portal, PageRequest page) {
        List<Mail> found = jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<MailEntity> query = query(em, portal, "m.id < :after", " order by m.id desc");
            query.setParameter("after", page.after().orElse("z"));
            return query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(MailEntity::toMail)
                    .toList();
        });
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<Mail> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(items.size() - 1).id()), OptionalLong.empty());
    }

    @Override
    public List<StoredMail> due(Instant now, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MailEntity m where m.state in ('QUEUED', 'KEPT') and m.due <= :now"
                                + " order by m.due, m.id",
                        MailEntity.class)
                .setParameter("now", MailEntity.micros(now))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(MailEntity::toStored)
                .toList());
    }

    @Override
    public Map<Mail.State, Long> count(PortalId portal) {
        String where = portal.isRoot() ? "" : " where m.portal = :portal";
        List<Object[]> rows = jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<Object[]> query = em.createQuery(
                    "select m.state, count(m) from MailEntity m" + where + " group by m.state", Object[].class);
            if (!portal.isRoot()) {
                query.setParameter("portal", portal.value());
            }
            return query.getResultList();
        });
        Map<Mail.State, Long> counted = new EnumMap<>(Mail.State.class);
        rows.forEach(row -> counted.put(Mail.State.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return counted;
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(page -> list(portal, page), mail -> {
            if (mail.portal().equals(portal)) {
                out.put("mail", mail);
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from MailEntity m where m.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        List<Mail> mails = jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MailEntity m where m.portal = :portal and m.person = :person order by m.id",
                        MailEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(MailEntity::toMail)
                .toList());
        mails.forEach(mail -> out.put("mail", mail));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from MailEntity m where m.portal = :portal and m.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }
}
