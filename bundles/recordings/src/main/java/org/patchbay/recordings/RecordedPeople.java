package org.patchbay.recordings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.meetings.RecordedPerson;

/**
 * Who was recorded, in a file beside the tracks: tracks name participants alone, and whoever puts them together may do so
 * after the server has been started anew.
 */
final class RecordedPeople {

    private static final String FILE = "people.properties";

    private RecordedPeople() {}

    /** Adds somebody. */
    static synchronized void add(Path folder, RecordedPerson who) throws IOException {
        Properties known = load(folder);
        known.setProperty(who.participant(), who.person().orElse("") + "\n" + who.name());
        Path next = folder.resolve(FILE + ".part");
        try (var out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
            known.store(out, null);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Everybody, by the name of their endpoint. */
    static synchronized Map<EndpointId, RecordedPerson> of(Path folder) throws IOException {
        Map<EndpointId, RecordedPerson> people = new HashMap<>();
        load(folder).forEach((participant, text) -> {
            String[] lines = text.toString().split("\n", 2);
            people.put(
                    new EndpointId(participant.toString()),
                    new RecordedPerson(
                            participant.toString(),
                            Optional.of(lines[0]).filter(person -> !person.isEmpty()),
                            lines[lines.length - 1]));
        });
        return people;
    }

    private static Properties load(Path folder) throws IOException {
        var known = new Properties();
        if (Files.exists(folder.resolve(FILE))) {
            try (var in = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
                known.load(in);
            }
        }
        return known;
    }
}
