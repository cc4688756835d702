package org.patchbay.plugins.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginView.Tested;

/** Settings in the database. */
@Component
public final class JpaSettingsStore implements SettingsStore {

    private static final String ALL = "select s from SettingsEntity s where s.portal = :portal";

    private final JpaTemplate jpa;

    @Activate
    public JpaSettingsStore(@Reference(target = "(osgi.unit.name=plugins)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<StoredSettings> find(PortalId portal, String plugin) {
        return jpa.txExpr(em -> first(one(em, portal, plugin)).map(SettingsEntity::toSettings));
    }

    @Override
    public Map<String, StoredSettings> all(PortalId portal) {
        return jpa.txExpr(em -> {
            List<SettingsEntity> found = em.createQuery(ALL, SettingsEntity.class)
                    .setParameter("portal", portal.value())
                    .getResultList();
            Map<String, StoredSettings> all = new LinkedHashMap<>();
            found.forEach(entity -> all.put(entity.plugin(), entity.toSettings()));
            return all;
        });
    }

    @Override
    public void save(PortalId portal, String plugin, StoredSettings settings) {
        jpa.tx(em -> {
            Optional<SettingsEntity> present = first(one(em, portal, plugin));
            // Read anew: another may have changed what this unit of work has read before.
            present.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
            long expected = settings.revision() - 1;
            if (present.isPresent() ? !present.get().isAt(expected) : expected != 0) {
                throw Problem.STALE.because("plugin.stale", "Somebody else changed these settings in the meantime");
            }
            present.ifPresentOrElse(
                    entity -> entity.write(settings), () -> em.persist(SettingsEntity.of(portal, plugin, settings)));
            em.flush();
        });
    }

    @Override
    public void tested(PortalId portal, String plugin, long revision, Tested result) {
        jpa.tx(em -> first(one(em, portal, plugin).setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.isAt(revision))
                .ifPresent(entity -> entity.write(result)));
    }

    @Override
    public boolean remove(PortalId portal, String plugin) {
        return jpa.txExpr(
                em -> em.createQuery("delete from SettingsEntity s where s.portal = :portal and s.plugin = :plugin")
                                .setParameter("portal", portal.value())
                                .setParameter("plugin", plugin)
                                .executeUpdate()
                        > 0);
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from SettingsEntity s where s.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static TypedQuery<SettingsEntity> one(EntityManager em, PortalId portal, String plugin) {
        return em.createQuery(ALL + " and s.plugin = :plugin", SettingsEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("plugin", plugin);
    }

    private static Optional<SettingsEntity> first(TypedQuery<SettingsEntity> query) {
        return query.getResultList().stream().findFirst();
    }
}
