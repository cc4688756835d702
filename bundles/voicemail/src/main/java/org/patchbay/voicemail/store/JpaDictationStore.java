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
import org.patchbay.voicemail.box.Dictation;

/** Dictations in the database. */
@Component(service = DictationStore.class)
public final class JpaDictationStore implements DictationStore {

    private static final String OF_EXTENSION = " where d.portal = :portal and d.extension = :extension";

    private final JpaTemplate jpa;

    @Activate
    public JpaDictationStore(@Reference(target = "(osgi.unit.name=voicemail)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(PortalId portal, Dictation dictation) {
        jpa.tx(TransactionType.Required, em -> em.persist(DictationEntity.of(portal, dictation)));
    }

    @Override
    public Optional<Dictation> find(PortalId portal, String extension, String id) {
        return jpa.txExpr(
                TransactionType.Required, em -> find(em, portal, extension, id).map(DictationEntity::toDictation));
    }

    private static Optional<DictationEntity> find(EntityManager em, PortalId portal, String extension, String id) {
        return em
                .createQuery(
                        "select d from DictationEntity d" + OF_EXTENSION + " and d.id = :id", DictationEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Page<Dictation> list(PortalId portal, String extension, PageRequest page) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<Dictation> found = em
                    .createQuery(
                            "select d from DictationEntity d" + OF_EXTENSION + " and d.id < :before order by d.id desc",
                            DictationEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("extension", extension)
                    .setParameter("before", page.after().orElse("g"))
                    .setMaxResults(page.limit() + 1)
                    .getResultList()
                    .stream()
                    .map(DictationEntity::toDictation)
                    .toList();
            boolean more = found.size() > page.limit();
            List<Dictation> items = more ? found.subList(0, page.limit()) : found;
            return new Page<>(
                    items,
                    more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty(),
                    OptionalLong.empty());
        });
    }

    @Override
    public long count(PortalId portal, String extension) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(d) from DictationEntity d" + OF_EXTENSION, Long.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .getSingleResult());
    }

    @Override
    public long bytes(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.createQuery(
                                "select sum(d.bytes) from DictationEntity d where d.portal = :portal", Long.class)
                        .setParameter("portal", portal.value())
                        .getSingleResult())
                .orElse(0L));
    }

    @Override
    public boolean rename(PortalId portal, String extension, String id, String name) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<DictationEntity> found = find(em, portal, extension, id);
            found.ifPresent(one -> one.rename(name));
            return found.isPresent();
        });
    }

    @Override
    public boolean delete(PortalId portal, String extension, String id) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from DictationEntity d" + OF_EXTENSION + " and d.id = :id")
                                .setParameter("portal", portal.value())
                                .setParameter("extension", extension)
                                .setParameter("id", id)
                                .executeUpdate()
                        > 0);
    }

    @Override
    public List<Dictation> before(PortalId portal, Instant moment, int most) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select d from DictationEntity d where d.portal = :portal and d.recorded < :moment"
                                + " order by d.recorded",
                        DictationEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("moment", MessageEntity.micros(moment))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(DictationEntity::toDictation)
                .toList());
    }

    @Override
    public void erase(PortalId portal, String extension) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from DictationEntity d" + OF_EXTENSION)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from DictationEntity d where d.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
