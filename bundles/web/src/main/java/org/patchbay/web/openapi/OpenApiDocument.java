package org.patchbay.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Describes resources as OpenAPI 3; the same classes give the same text, byte for byte. */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /** The JSON text that describes these resource classes. */
    public static String of(Collection<Class<?>> resources) {
        useWireNames();
        var document = new OpenAPI()
                .info(new Info().title("Patchbay").version("1").description(Prose.API))
                .servers(List.of(new Server().url("/api/v1")))
                .components(new Components());
        var reader = new Reader(new SwaggerConfiguration().openAPI(document).readAllResources(true));
        var sorted = resources.stream()
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        for (var resource : sorted) {
            document = reader.read(resource);
        }
        new Completion(document).of(sorted);
        return text(document);
    }

    /** The registry of converters is the library's one static; this bundle has it to itself. */
    private static synchronized void useWireNames() {
        var registry = ModelConverters.getInstance();
        if (registry.getConverters().stream().noneMatch(WireModels.class::isInstance)) {
            registry.addConverter(new WireModels());
        }
    }

    private static String text(OpenAPI document) {
        try {
            return Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writeValueAsString(document)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
