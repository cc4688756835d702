package org.patchbay.extensions.thing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.extensions.store.StoredThing;

/** Things as they are kept, and back. */
public final class Things {

    /** What is kept by an older or newer server may have fewer or more fields. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Things() {}

    /** A thing as it is kept. */
    public static <T extends Record> StoredThing store(Kind<T> kind, T thing, Optional<String> sealed) {
        return new StoredThing(
                kind.id().apply(thing),
                kind.name(),
                kind.key().apply(thing),
                kind.sort().apply(thing),
                kind.label().apply(thing).toLowerCase(Locale.ROOT),
                kind.department().apply(thing).map(DepartmentId::value),
                person(thing).map(PersonId::value),
                owner(thing),
                write(thing),
                sealed,
                kind.version().applyAsLong(thing));
    }

    /** The settings of a portal as they are kept. */
    public static StoredThing store(String portal, CallSettings settings) {
        return new StoredThing(
                portal,
                Kinds.SETTINGS,
                Kinds.SETTINGS,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                write(settings),
                Optional.empty(),
                settings.version());
    }

    /** To which extension a thing belongs. */
    private static Optional<String> owner(Record thing) {
        if (thing instanceof Device device) {
            return Optional.of(device.extension());
        }
        return thing instanceof PhoneServices services ? Optional.of(services.extension()) : Optional.empty();
    }

    /** Whose a thing is. */
    public static Optional<PersonId> person(Record thing) {
        return thing instanceof Extension extension ? extension.person() : Optional.empty();
    }

    /** The thing that is kept. */
    public static <T extends Record> T read(Kind<T> kind, StoredThing stored) {
        return kind.type().cast(read(stored));
    }

    /** The thing that is kept, of whatever kind. */
    public static Record read(StoredThing stored) {
        try {
            return MAPPER.readValue(stored.details(), Kinds.type(stored.kind()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Record thing) {
        try {
            return MAPPER.writeValueAsString(thing);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
