package org.patchbay.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Signs in to the external database once, with the driver that the server will use. */
final class DatabaseCheck {

    private static final String TIMEOUT_SECONDS = "5";

    private final Path home;

    DatabaseCheck(Path home) {
        this.home = home;
    }

    void run(DatabaseAddress database) {
        Properties signIn = new Properties();
        database.user().ifPresent(user -> signIn.setProperty("user", user));
        database.password().ifPresent(password -> signIn.setProperty("password", password));
        signIn.setProperty("loginTimeout", TIMEOUT_SECONDS);
        signIn.setProperty("connectTimeout", TIMEOUT_SECONDS);
        signIn.setProperty("socketTimeout", TIMEOUT_SECONDS);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {driver()}, Driver.class.getClassLoader())) {
            Driver driver = (Driver) loader.loadClass("org.postgresql.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
            driver.connect(database.url(), signIn).close();
        } catch (SQLException e) {
            throw ExitCode.DATABASE.because(advice(database, e));
        } catch (IOException | ReflectiveOperationException e) {
            throw ExitCode.DATABASE.because("This distribution lacks the PostgreSQL driver; unpack it again.");
        }
    }

    private URL driver() throws IOException {
        try (var files =
                Files.find(home.resolve("system/org/postgresql/postgresql"), 2, (path, attributes) -> path.toString()
                        .endsWith(".jar"))) {
            return files.findFirst()
                    .orElseThrow(() -> new IOException("no driver"))
                    .toUri()
                    .toURL();
        }
    }

    private static String advice(DatabaseAddress database, SQLException e) {
        String where = database.host() + ":" + database.port();
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "The database at " + where + " refuses PATCHBAY_DB_USER and PATCHBAY_DB_PASSWORD; correct them.";
            case "3D000" ->
                "The database named in PATCHBAY_DB_URL does not exist at " + where + "; create it or correct the name.";
            case "08001", "08004", "08006" ->
                "No database answers at " + where + "; start it, or correct PATCHBAY_DB_URL.";
            default ->
                "The database at " + where + " refuses (" + state + "): " + firstLine(e) + "; see PATCHBAY_DB_URL.";
        };
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
