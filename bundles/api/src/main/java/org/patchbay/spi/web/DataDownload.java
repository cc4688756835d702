package org.patchbay.spi.web;

import java.util.List;
import java.util.function.Consumer;
import org.patchbay.spi.tenancy.DataSink;

/**
 * What an operation answers that gives data of any size: the web layer writes it as a JSON file while it is read, {@code
 * {"identity": [{"kind": "person", "data": {…}}], …, "complete": true}}. Without the last field the file has been cut short.
 */
public record DataDownload(String fileName, List<Part> parts) {

    public DataDownload {
        parts = List.copyOf(parts);
    }

    /** What one slice gives. */
    public record Part(String name, Consumer<DataSink> content) {}
}
