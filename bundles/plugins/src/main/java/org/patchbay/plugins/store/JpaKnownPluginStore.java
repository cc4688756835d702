package org.patchbay.plugins.store;

import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Known plugins in the database. */
@Component
public final class JpaKnownPluginStore implements KnownPluginStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaKnownPluginStore(@Reference(target = "(osgi.unit.name=plugins)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<KnownPlugin> all() {
        return jpa.txExpr(em -> {
            List<KnownPluginEntity> found = em.createQuery(
                            "select k from KnownPluginEntity k order by k.name", KnownPluginEntity.class)
                    .getResultList();
            return found.stream().map(KnownPluginEntity::toPlugin).toList();
        });
    }

    @Override
    public void save(KnownPlugin plugin) {
        jpa.tx(em -> {
            Optional.ofNullable(em.find(KnownPluginEntity.class, plugin.name()))
                    .ifPresentOrElse(entity -> entity.write(plugin), () -> em.persist(KnownPluginEntity.of(plugin)));
            em.flush();
        });
    }

    @Override
    public void remove(String name) {
        jpa.tx(em -> Optional.ofNullable(em.find(KnownPluginEntity.class, name)).ifPresent(em::remove));
    }
}
