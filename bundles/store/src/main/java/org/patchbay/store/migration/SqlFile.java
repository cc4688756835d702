package org.patchbay.store.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration, found in a bundle. */
final class SqlFile extends LoadableResource {

    private final String name;
    private final URL url;

    SqlFile(URL url) {
        this.url = url;
        this.name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public Reader read() {
        return new StringReader(text());
    }

    String text() {
        try (var stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return url.getPath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return url.getPath();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
