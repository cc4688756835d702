package org.patchbay.store;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.patchbay.store.database.Database;
import org.patchbay.store.database.DatabaseDownException;
import org.patchbay.store.database.DatabaseSettings;
import org.patchbay.store.left.CupEntity;
import org.patchbay.store.migration.Migrations;
import org.patchbay.store.persistence.PersistenceUnit;
import org.patchbay.store.persistence.UnitDescriptor;
import org.patchbay.store.right.PlateEntity;

/** Two slices with a persistence unit each, on one database. */
final class TwoSlices implements AutoCloseable {

    final Database database;
    private final PersistenceUnit left;
    private final PersistenceUnit right;

    TwoSlices(DatabaseSettings settings) {
        try {
            database = Database.open(settings);
            Migrations migrations = new Migrations(database);
            migrations.apply("left", sql("left/V1__cup.sql", "left/V2__colour.sql"));
            migrations.apply("right", sql("right/V1__plate.sql"));
            List<UnitDescriptor> units = UnitDescriptor.read(resource("META-INF/persistence.xml"));
            left = PersistenceUnit.open(database, units.get(0), TwoSlices.class.getClassLoader());
            right = PersistenceUnit.open(database, units.get(1), TwoSlices.class.getClassLoader());
        } catch (DatabaseDownException | java.io.IOException | javax.xml.stream.XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<URL> sql(String... files) {
        return Stream.of(files)
                .map(file -> resource(Migrations.FOLDER + "/" + file))
                .toList();
    }

    static URL resource(String name) {
        return Objects.requireNonNull(TwoSlices.class.getClassLoader().getResource(name), name);
    }

    JpaTemplate left() {
        return left.template();
    }

    JpaTemplate right() {
        return right.template();
    }

    void addCup(String id) {
        left().tx(em -> em.persist(CupEntity.of(id, "blue", "a story")));
    }

    void addPlate(String id, String cup) {
        right().tx(em -> em.persist(PlateEntity.of(id, cup)));
    }

    long cups() {
        return left().txExpr(em ->
                em.createQuery("select count(c) from CupEntity c", Long.class).getSingleResult());
    }

    long plates() {
        return right().txExpr(em ->
                em.createQuery("select count(p) from PlateEntity p", Long.class).getSingleResult());
    }

    void empty() {
        left().tx(em -> em.createQuery("delete from CupEntity c").executeUpdate());
        right().tx(em -> em.createQuery("delete from PlateEntity p").executeUpdate());
    }

    @Override
    public void close() {
        left.close();
        right.close();
        database.close();
    }
}
