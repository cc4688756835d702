package org.patchbay.store.persistence;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.patchbay.store.database.Database;

/** An open persistence unit of a slice. */
public final class PersistenceUnit implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final JpaTemplate template;

    private PersistenceUnit(Database database, EntityManagerFactory factory) {
        this.factory = factory;
        this.template = new UnitTemplate(database.transactions(), factory);
    }

    /** Opens the unit, whose classes the loader finds and whose tables are there. */
    public static PersistenceUnit open(Database database, UnitDescriptor unit, ClassLoader loader) {
        return open(database, unit, loader, Map.of());
    }

    /** Opens the unit with further OpenJPA properties. */
    public static PersistenceUnit open(
            Database database, UnitDescriptor unit, ClassLoader loader, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "openjpa.ManagedRuntime", new UnitRuntime(database.transactionManager()),
                "openjpa.ConnectionFactoryMode", "managed",
                "openjpa.jdbc.DBDictionary", database.kind().dictionary(),
                "openjpa.RuntimeUnenhancedClasses", "unsupported",
                "openjpa.DynamicEnhancementAgent", "false",
                "openjpa.Log", "slf4j"));
        properties.putAll(more);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PersistenceProviderImpl.class.getClassLoader());
        try {
            UnitInfo info = new UnitInfo(unit, database.dataSource(), loader);
            EntityManagerFactory factory =
                    new PersistenceProviderImpl().createContainerEntityManagerFactory(info, properties);
            // Reads the mappings now, so that a broken one is seen at the start and not by the first caller.
            factory.createEntityManager().close();
            return new PersistenceUnit(database, factory);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public JpaTemplate template() {
        return template;
    }

    @Override
    public void close() {
        factory.close();
    }
}
