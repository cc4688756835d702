package org.patchbay.voicemail.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.VoiceMessage;

/** Mailboxes and messages in the database. */
@Component(service = VoicemailStore.class)
public final class JpaVoicemailStore implements VoicemailStore {

    private static final String OF_BOX = " where m.portal = :portal and m.extension = :extension";

    private final JpaTemplate jpa;

    @Activate
    public JpaVoicemailStore(@Reference(target = "(osgi.unit.name=voicemail)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Mailbox> mailbox(PortalId portal, String extension) {
        return jpa.txExpr(
                TransactionType.Required, em -> box(em, portal, extension).map(MailboxEntity::toMailbox));
    }

    private static Optional<MailboxEntity> box(EntityManager em, PortalId portal, String extension) {
        return Optional.ofNullable(em.find(MailboxEntity.class, MailboxEntity.key(portal, extension)));
    }

    @Override
    public List<Mailbox> mailboxes(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MailboxEntity m where m.portal = :portal order by m.extension",
                        MailboxEntity.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(MailboxEntity::toMailbox)
                .toList());
    }

    @Override
    public boolean save(PortalId portal, Mailbox mailbox) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<MailboxEntity> kept = box(em, portal, mailbox.extension());
            if (kept.map(MailboxEntity::revision).orElse(0L) != mailbox.version() - 1) {
                return false;
            }
            kept.ifPresentOrElse(one -> one.become(mailbox), () -> em.persist(MailboxEntity.of(portal, mailbox)));
            em.flush();
            return true;
        });
    }

    @Override
    public void add(PortalId portal, VoiceMessage message) {
        jpa.tx(TransactionType.Required, em -> em.persist(MessageEntity.of(portal, message)));
    }

    @Override
    public Optional<VoiceMessage> message(PortalId portal, String extension, String id) {
        return jpa.txExpr(
                TransactionType.Required, em -> find(em, portal, extension, id).map(MessageEntity::toMessage));
    }

    private static Optional<MessageEntity> find(EntityManager em, PortalId portal, String extension, String id) {
        return em
                .createQuery("select m from MessageEntity m" + OF_BOX + " and m.id = :id", MessageEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Page<VoiceMessage> list(PortalId portal, String extension, PageRequest page) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<VoiceMessage> found = em
                    .createQuery(
                            "select m from MessageEntity m" + OF_BOX + " and m.id < :before order by m.id desc",
                            MessageEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("extension", extension)
                    .setParameter("before", page.after().orElse("g"))
                    .setMaxResults(page.limit() + 1)
                    .getResultList()
                    .stream()
                    .map(MessageEntity::toMessage)
                    .toList();
            boolean more = found.size() > page.limit();
            List<VoiceMessage> items = more ? found.subList(0, page.limit()) : found;
            return new Page<>(
                    items,
                    more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty(),
                    OptionalLong.empty());
        });
    }

    @Override
    public boolean heard(PortalId portal, String extension, String id, Optional<Instant> when) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<MessageEntity> found = find(em, portal, extension, id);
            found.ifPresent(one -> one.heard(when));
            return found.isPresent();
        });
    }

    @Override
    public void mailed(PortalId portal, String extension, String id, String mail) {
        jpa.tx(TransactionType.Required, em -> find(em, portal, extension, id)
                .ifPresent(message -> message.mailed(mail)));
    }

    @Override
    public Optional<VoiceMessage> withMail(PortalId portal, String mail) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MessageEntity m where m.portal = :portal and m.mail = :mail",
                        MessageEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("mail", mail)
                .getResultList()
                .stream()
                .findFirst()
                .map(MessageEntity::toMessage));
    }

    @Override
    public boolean delete(PortalId portal, String extension, String id) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from MessageEntity m" + OF_BOX + " and m.id = :id")
                                .setParameter("portal", portal.value())
                                .setParameter("extension", extension)
                                .setParameter("id", id)
                                .executeUpdate()
                        > 0);
    }

    @Override
    public Counts counts(PortalId portal, String extension) {
        return jpa.txExpr(TransactionType.Required, em -> {
            long all = count(em, portal, extension, "");
            long fresh = count(em, portal, extension, " and m.heard is null");
            return new Counts(fresh, all - fresh);
        });
    }

    private static long count(EntityManager em, PortalId portal, String extension, String which) {
        return em.createQuery("select count(m) from MessageEntity m" + OF_BOX + which, Long.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .getSingleResult();
    }

    @Override
    public long bytes(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(
                        em.createQuery("select sum(m.bytes) from MessageEntity m where m.portal = :portal", Long.class)
                                .setParameter("portal", portal.value())
                                .getSingleResult())
                .orElse(0L));
    }

    @Override
    public List<VoiceMessage> before(PortalId portal, Instant moment, int most) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select m from MessageEntity m where m.portal = :portal and m.received < :moment"
                                + " order by m.received",
                        MessageEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("moment", MessageEntity.micros(moment))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(MessageEntity::toMessage)
                .toList());
    }

    @Override
    public void erase(PortalId portal, String extension) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("MessageEntity", "MailboxEntity")) {
                em.createQuery("delete from " + entity + " m" + OF_BOX)
                        .setParameter("portal", portal.value())
                        .setParameter("extension", extension)
                        .executeUpdate();
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("MessageEntity", "MailboxEntity")) {
                em.createQuery("delete from " + entity + " m where m.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }
}
