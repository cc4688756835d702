package org.patchbay.web.files;

import java.net.URL;
import java.util.Optional;

/** Where the console's files are. Thread-safe. */
@FunctionalInterface
public interface FileSource {

    /** The file at this path, without a slash in front. */
    Optional<URL> find(String path);
}
