package org.patchbay.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keys in the database. */
@Component
public final class JpaPersonKeyStore implements PersonKeyStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaPersonKeyStore(@Reference(target = "(osgi.unit.name=vault)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Kept> find(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> entity(em, portal, person).map(PersonKeyEntity::toKept));
    }

    private static Optional<PersonKeyEntity> entity(EntityManager em, PortalId portal, PersonId person) {
        return Optional.ofNullable(em.find(PersonKeyEntity.class, id(portal, person)));
    }

    @Override
    public Kept keep(PortalId portal, PersonId person, String sealed) {
        return jpa.txExpr(em -> {
            insert(em, portal, person, Optional.of(sealed));
            return entity(em, portal, person).orElseThrow().toKept();
        });
    }

    /**
     * An insert that may lose to another unit of work without the loss of this one; a unit of JPA would be lost. It waits
     * for the end of the other.
     */
    private static void insert(EntityManager em, PortalId portal, PersonId person, Optional<String> sealed) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO PERSON_KEY (ID, PORTAL, SEALED) VALUES (?, ?, ?)")) {
            insert.setString(1, id(portal, person));
            insert.setString(2, portal.value());
            insert.setString(3, sealed.orElse(null));
            Savepoint before = connection.setSavepoint();
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                if (!isThere(e)) {
                    throw e;
                }
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static boolean isThere(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException
                || (e.getSQLState() != null && e.getSQLState().startsWith("23"));
    }

    @Override
    public void destroy(PortalId portal, PersonId person) {
        jpa.tx(em -> {
            insert(em, portal, person, Optional.empty());
            entity(em, portal, person).orElseThrow().destroy();
            if (portal.isRoot()) {
                em.createQuery("select k from PersonKeyEntity k where k.id like :any", PersonKeyEntity.class)
                        .setParameter("any", "%/" + person.value())
                        .getResultList()
                        .forEach(PersonKeyEntity::destroy);
            }
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from PersonKeyEntity k where k.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static String id(PortalId portal, PersonId person) {
        return portal.value() + '/' + person.value();
    }
}
