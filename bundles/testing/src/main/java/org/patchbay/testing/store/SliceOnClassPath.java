package org.patchbay.testing.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.patchbay.store.database.Database;
import org.patchbay.store.migration.Migrations;
import org.patchbay.store.persistence.PersistenceUnit;
import org.patchbay.store.persistence.UnitDescriptor;

/** The persistence unit and the migrations of a slice whose classes are in a folder of the class path. */
record SliceOnClassPath(UnitDescriptor unit, ClassLoader loader) {

    static SliceOnClassPath named(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/persistence.xml"))) {
                for (UnitDescriptor unit : UnitDescriptor.read(file)) {
                    if (unit.name().equals(name)) {
                        return new SliceOnClassPath(unit, loader);
                    }
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("No META-INF/persistence.xml has a persistence unit " + name);
    }

    PersistenceUnit open(Database database) {
        new Migrations(database).apply(unit.name(), files(database));
        return PersistenceUnit.open(database, unit, loader, Map.of("openjpa.jdbc.SynchronizeMappings", "validate"));
    }

    /** Makes the tables as they were at this version. */
    void migrate(Database database, int version) {
        List<URL> files = files(database).stream()
                .filter(file -> version(file) <= version)
                .toList();
        new Migrations(database).apply(unit.name(), files);
    }

    private static int version(URL file) {
        String path = file.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private List<URL> files(Database database) {
        String folder = Migrations.FOLDER + "/" + unit.name();
        List<URL> files = new ArrayList<>(sqlFiles(folder));
        files.addAll(sqlFiles(folder + "/" + database.kind().folder()));
        return files;
    }

    private List<URL> sqlFiles(String folder) {
        URL found = loader.getResource(folder);
        if (found == null) {
            return List.of();
        }
        try (var files = Files.list(Path.of(new URI(found.toString())))) {
            List<URL> urls = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                urls.add(file.toUri().toURL());
            }
            return urls;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
