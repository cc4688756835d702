package org.patchbay.store;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.patchbay.store.database.Database;
import org.patchbay.store.migration.Migrations;
import org.patchbay.store.persistence.PersistenceUnit;
import org.patchbay.store.persistence.UnitDescriptor;

/** A bundle that says in its manifest that it has persistence units. */
record SliceBundle(Bundle bundle) {

    private static final String HEADER = "Meta-Persistence";

    boolean hasUnits() {
        String header = bundle.getHeaders().get(HEADER);
        return header != null && !header.isBlank();
    }

    List<UnitDescriptor> units() throws IOException, XMLStreamException {
        String file = bundle.getHeaders().get(HEADER).strip();
        URL found = bundle.getEntry(file);
        if (found == null) {
            throw new IOException(HEADER + " names " + file + ", which is not in the bundle");
        }
        return UnitDescriptor.read(found);
    }

    /** Brings the tables up to date and then opens the unit on them. */
    PersistenceUnit open(UnitDescriptor unit, Database database, Migrations migrations) {
        String folder = "/" + Migrations.FOLDER + "/" + unit.name();
        List<URL> files = new ArrayList<>(sqlFiles(folder));
        files.addAll(sqlFiles(folder + "/" + database.kind().folder()));
        migrations.apply(unit.name(), files);
        return PersistenceUnit.open(
                database, unit, bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private List<URL> sqlFiles(String folder) {
        Enumeration<URL> found = bundle.findEntries(folder, "*.sql", false);
        return found == null ? List.of() : Collections.list(found);
    }
}
