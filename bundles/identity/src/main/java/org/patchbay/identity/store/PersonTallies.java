package org.patchbay.identity.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;

/** What is asked of many people at once, without reading them whole. */
final class PersonTallies {

    /** How many ids a statement names at most. */
    private static final int AT_ONCE = 500;

    private PersonTallies() {}

    static Map<String, String> names(EntityManager em, PortalId portal, Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            em.createQuery(
                            "select p.id, p.name from PersonEntity p where p.portal = :portal and p.id in :ids",
                            Object[].class)
                    .setParameter("portal", portal.value())
                    .setParameter("ids", all.subList(at, Math.min(all.size(), at + AT_ONCE)))
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    static Map<DepartmentId, Integer> members(EntityManager em, PortalId portal) {
        Map<DepartmentId, Integer> counts = new HashMap<>();
        em.createQuery("select p.memberships from PersonEntity p where p.portal = :portal", String.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .forEach(memberships -> PersonEntity.departments(memberships)
                        .forEach(department -> counts.merge(department, 1, Integer::sum)));
        return counts;
    }
}
