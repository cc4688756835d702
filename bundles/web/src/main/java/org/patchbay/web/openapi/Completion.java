package org.patchbay.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.SessionCookie;
import org.patchbay.web.json.ProblemJson;
import org.patchbay.web.rest.OperationPaths;

/** Adds what every operation has in common: rights, tokens, problems and the statuses of success. */
final class Completion {

    private static final String JSON = javax.ws.rs.core.MediaType.APPLICATION_JSON;
    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    private final OpenAPI document;

    Completion(OpenAPI document) {
        this.document = document;
    }

    void of(List<Class<?>> resources) {
        var components = document.getComponents();
        components.addSecuritySchemes(
                SESSION,
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(SessionCookie.NAME));
        components.addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(Prose.BEARER));
        components.addParameters("CsrfToken", header("X-CSRF-Token", Prose.TOKEN));
        components.addParameters("IdempotencyKey", header("Idempotency-Key", Prose.IDEMPOTENCY));
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description(Prose.PROBLEM)
                        .content(new Content()
                                .addMediaType(
                                        ProblemJson.MEDIA_TYPE, new MediaType().schema(schema(ProblemJson.class)))));
        for (var resource : resources) {
            for (var method : resource.getMethods()) {
                OperationPaths.verb(method).ifPresent(verb -> complete(resource, method, verb));
            }
        }
    }

    private void complete(Class<?> resource, Method method, String verb) {
        var path = document.getPaths().get("/" + OperationPaths.of(resource, method));
        var operation = path == null ? null : path.readOperationsMap().get(PathItem.HttpMethod.valueOf(verb));
        if (operation == null) {
            throw new IllegalStateException("Not described: " + method);
        }
        operation.operationId(id(resource, method));
        operation.tags(List.of(tag(OperationPaths.of(resource, method))));
        body(operation);
        answers(operation, method);
        right(operation, method, verb);
    }

    private static void body(Operation operation) {
        var body = operation.getRequestBody();
        if (body != null && body.getContent() != null) {
            var any = body.getContent().remove("*/*");
            if (any != null) {
                body.getContent().addMediaType(JSON, any);
            }
            body.required(true);
        }
    }

    private void right(Operation operation, Method method, String verb) {
        var requires = method.getAnnotation(Requires.class);
        var right = requires == null ? Right.ANYONE : requires.value();
        operation.addExtension("x-right", right.name());
        if (right != Right.ANYONE) {
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
        if (!verb.equals("GET") && right != Right.ANYONE) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/CsrfToken"));
        }
        if (verb.equals("POST") && right != Right.ANYONE) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/IdempotencyKey"));
        }
    }

    private void answers(Operation operation, Method method) {
        var declared = Optional.ofNullable(method.getAnnotation(Answers.class));
        var responses = new ApiResponses();
        if (declared.isPresent()) {
            responses.put(
                    String.valueOf(declared.get().status()),
                    success(declared.get().value()));
        } else if (method.getReturnType() == void.class) {
            responses.put("204", success(void.class));
        } else {
            responses.put("200", found(operation, method));
        }
        responses.put("default", new ApiResponse().$ref("#/components/responses/Problem"));
        operation.responses(responses);
    }

    /** What the reader found out from the method's type. */
    private static ApiResponse found(Operation operation, Method method) {
        var read = operation.getResponses() == null
                ? null
                : operation.getResponses().get("default");
        var response = new ApiResponse().description(Prose.SUCCESS);
        return read == null || method.getReturnType() == Response.class
                ? response
                : response.content(read.getContent());
    }

    private ApiResponse success(Class<?> type) {
        var response = new ApiResponse().description(Prose.SUCCESS);
        if (type == void.class || type == Void.class) {
            return response;
        }
        return response.addHeaderObject("ETag", new Header().schema(new StringSchema()))
                .content(new Content().addMediaType(JSON, new MediaType().schema(schema(type))));
    }

    private Schema<?> schema(Class<?> type) {
        var resolved =
                ModelConverters.getInstance().resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(document.getComponents()::addSchemas);
        return resolved.schema;
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter()
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema());
    }

    private static String id(Class<?> resource, Method method) {
        var name = resource.getSimpleName().replaceFirst("Resource$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "." + method.getName();
    }

    /** The collection that the operation is about. */
    private static String tag(String path) {
        var names = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.startsWith("{"))
                .toList();
        return names.size() > 1 && names.get(0).equals("portals") ? names.get(1) : names.get(0);
    }
}
