package org.patchbay.provisioning.store;

import java.util.List;
import java.util.Optional;
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
import org.patchbay.provisioning.phone.PhoneState;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Phones in the database. */
@Component(service = {PhoneStore.class, PortalData.class})
public final class JpaPhoneStore implements PhoneStore, PortalData {

    private static final String SELECT = "select p from PhoneEntity p where p.portal = :portal and ";

    private final JpaTemplate jpa;

    @Activate
    public JpaPhoneStore(@Reference(target = "(osgi.unit.name=provisioning)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "provisioning";
    }

    private static Optional<PhoneEntity> entity(EntityManager em, PortalId portal, String field, String value) {
        return em
                .createQuery(SELECT + "p." + field + " = :value", PhoneEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst();
    }

    private Optional<StoredPhone> one(PortalId portal, String field, String value) {
        return jpa.txExpr(
                TransactionType.Required, em -> entity(em, portal, field, value).map(PhoneEntity::toStored));
    }

    @Override
    public Optional<StoredPhone> find(PortalId portal, String id) {
        return one(portal, "id", id);
    }

    @Override
    public Optional<StoredPhone> withToken(PortalId portal, String tokenHash) {
        return one(portal, "tokenHash", tokenHash);
    }

    @Override
    public Optional<StoredPhone> withAccount(PortalId portal, String account) {
        return one(portal, "account", account);
    }

    @Override
    public Optional<Placed> withMac(String mac) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select p from PhoneEntity p where p.mac = :mac", PhoneEntity.class)
                .setParameter("mac", mac)
                .getResultList()
                .stream()
                .findFirst()
                .map(entity -> new Placed(entity.portal(), entity.toStored())));
    }

    @Override
    public Page<StoredPhone> list(PortalId portal, PageRequest page) {
        return jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<PhoneEntity> query = em.createQuery(SELECT + "p.mac > :after order by p.mac", PhoneEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("after", page.after().orElse(""))
                    .setMaxResults(page.limit() + 1);
            List<StoredPhone> found =
                    query.getResultList().stream().map(PhoneEntity::toStored).toList();
            long total = em.createQuery("select count(p) from PhoneEntity p where p.portal = :portal", Long.class)
                    .setParameter("portal", portal.value())
                    .getSingleResult();
            return PhonePage.of(found, page.limit(), total);
        });
    }

    @Override
    public List<StoredPhone> ofExtension(PortalId portal, String extension) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(SELECT + "p.extension = :extension order by p.mac", PhoneEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .getResultList()
                .stream()
                .map(PhoneEntity::toStored)
                .toList());
    }

    @Override
    public void insert(PortalId portal, StoredPhone phone) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(PhoneEntity.of(portal, phone));
            em.flush();
        });
    }

    @Override
    public boolean update(PortalId portal, StoredPhone phone, long before) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<PhoneEntity> kept =
                    entity(em, portal, "id", phone.phone().id()).filter(entity -> entity.hasVersion(before));
            kept.ifPresent(entity -> entity.change(phone));
            em.flush();
            return kept.isPresent();
        });
    }

    @Override
    public boolean claim(PortalId portal, String id, String tokenHash) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery("update PhoneEntity p set p.tokenHash = null"
                                + " where p.portal = :portal and p.id = :id and p.tokenHash = :hash")
                        .setParameter("portal", portal.value())
                        .setParameter("id", id)
                        .setParameter("hash", tokenHash)
                        .executeUpdate())
                == 1;
    }

    @Override
    public void giveBack(PortalId portal, String id, String tokenHash) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("update PhoneEntity p set p.tokenHash = :hash"
                        + " where p.portal = :portal and p.id = :id and p.tokenHash is null")
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .setParameter("hash", tokenHash)
                .executeUpdate());
    }

    @Override
    public boolean offer(PortalId portal, String id, String tokenHash) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery("update PhoneEntity p set p.offered = :hash"
                                + " where p.portal = :portal and p.id = :id and p.tokenHash = :hash"
                                + " and (p.offered is null or p.offered <> :hash)")
                        .setParameter("portal", portal.value())
                        .setParameter("id", id)
                        .setParameter("hash", tokenHash)
                        .executeUpdate())
                == 1;
    }

    @Override
    public void note(PortalId portal, String id, PhoneState state) {
        jpa.tx(TransactionType.Required, em -> entity(em, portal, "id", id).ifPresent(entity -> entity.note(state)));
    }

    @Override
    public void delete(PortalId portal, String id) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from PhoneEntity p where p.portal = :portal and p.id = :id")
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(page -> list(portal, page), stored -> {
            out.put("desk-phone", stored.phone());
            out.put("desk-phone-state", stored.state());
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from PhoneEntity p where p.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
