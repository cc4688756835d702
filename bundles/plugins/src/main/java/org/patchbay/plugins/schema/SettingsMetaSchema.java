package org.patchbay.plugins.schema;

import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.NonValidationKeyword;
import java.util.List;
import java.util.stream.Stream;

/** JSON Schema 2020-12 with the words that a settings form understands. */
final class SettingsMetaSchema {

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private SettingsMetaSchema() {}

    static JsonMetaSchema create() {
        JsonMetaSchema.Builder builder = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        Stream.concat(
                        Stream.of("secret"),
                        LANGUAGES.stream()
                                .flatMap(language -> Stream.of("title." + language, "description." + language)))
                .forEach(word -> builder.keyword(new NonValidationKeyword(word)));
        return builder.build();
    }
}
