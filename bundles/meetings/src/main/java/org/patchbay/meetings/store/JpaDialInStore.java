package org.patchbay.meetings.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Numbers of rooms in the database. */
@Component(service = {DialInStore.class, PortalData.class})
public final class JpaDialInStore implements DialInStore, PortalData {

    private final JpaTemplate jpa;

    @Activate
    public JpaDialInStore(@Reference(target = "(osgi.unit.name=meetings)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "meeting-dial-ins";
    }

    @Override
    public Optional<StoredDialIn> byNumber(PortalId portal, String number) {
        return one(portal, "d.number = :value", number);
    }

    @Override
    public Optional<StoredDialIn> byCodeHash(PortalId portal, String codeHash) {
        return one(portal, "d.codeHash = :value", codeHash);
    }

    private Optional<StoredDialIn> one(PortalId portal, String condition, String value) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select d from DialInEntity d where d.portal = :portal and " + condition, DialInEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst()
                .map(DialInEntity::toDialIn));
    }

    @Override
    public void add(PortalId portal, StoredDialIn dialIn) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(DialInEntity.of(portal, dialIn));
            em.flush();
        });
    }

    /** The codes are secrets, and the numbers mean nothing without them. */
    @Override
    public void export(PortalId portal, DataSink out) {
        // nothing that somebody wrote
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from DialInEntity d where d.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
