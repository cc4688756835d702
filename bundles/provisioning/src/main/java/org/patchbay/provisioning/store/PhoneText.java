package org.patchbay.provisioning.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.UncheckedIOException;
import org.patchbay.provisioning.phone.Phone;

/** Phones as JSON, as they are kept. */
final class PhoneText {

    /** What is kept by an older or newer server may have fewer or more fields. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PhoneText() {}

    static String write(Phone phone) {
        try {
            return MAPPER.writeValueAsString(phone);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phone read(String text) {
        try {
            return MAPPER.readValue(text, Phone.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
