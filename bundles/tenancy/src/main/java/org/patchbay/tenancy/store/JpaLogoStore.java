package org.patchbay.tenancy.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** Logos in the database. */
@Component
public final class JpaLogoStore implements LogoStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLogoStore(@Reference(target = "(osgi.unit.name=tenancy)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void put(PortalId portal, String hash, byte[] png) {
        jpa.tx(em -> {
            var present = em.find(LogoEntity.class, portal.value());
            var logo = present == null ? LogoEntity.of(portal) : present;
            logo.write(hash, png);
            em.persist(logo);
        });
    }

    @Override
    public Optional<byte[]> find(PortalId portal, String hash) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(LogoEntity.class, portal.value()))
                .filter(logo -> logo.has(hash))
                .map(LogoEntity::png));
    }

    @Override
    public void delete(PortalId portal) {
        jpa.tx(em ->
                Optional.ofNullable(em.find(LogoEntity.class, portal.value())).ifPresent(em::remove));
    }
}
