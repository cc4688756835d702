package org.patchbay.scripting.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Causation;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the functions of modules for scripts: JSON in, JSON out. Blocks as long as the function does. What it publishes
 * follows from the event that the script handles. Thread-safe. */
@Component(service = Invoker.class)
public final class Invoker {

    private static final Logger log = LoggerFactory.getLogger(Invoker.class);

    private final ModuleDirectory directory;

    @Activate
    public Invoker(@Reference ModuleDirectory directory) {
        this.directory = directory;
    }

    /**
     * Answers the result as JSON, or an empty text for none.
     *
     * @param arguments a JSON array
     * @throws PatchbayException for everything that goes wrong
     */
    public String call(ScriptRun run, String module, String name, String arguments) {
        var present = directory
                .find(module)
                .orElseThrow(
                        () -> Problem.UNAVAILABLE.because("module.absent", module + " is not there at the moment"));
        var functions = ModuleFunction.of(present);
        var function = functions.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "function.unknown",
                        module + " has no function " + name + "; it has "
                                + functions.stream().map(ModuleFunction::name).collect(Collectors.joining(", "))));
        var label = module + "." + name;
        var values = values(run, function, label, arguments);
        return Causation.of(run.event(), () -> invoke(present, function, label, values));
    }

    private static Object[] values(ScriptRun run, ModuleFunction function, String label, String arguments) {
        var given = array(label, arguments);
        var parameters = function.parameters();
        if (given.size() > parameters.size()) {
            throw Problem.INVALID.because("arguments.many", label + " takes " + parameters.size() + " arguments");
        }
        List<Object> values = new ArrayList<>();
        if (function.takesRun()) {
            values.add(run);
        } else if (function.takesPortal()) {
            values.add(run.portal());
        }
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            var node = i < given.size() ? given.get(i) : null;
            if (node == null || node.isNull()) {
                if (parameter.getType() != Optional.class) {
                    throw Problem.INVALID.because(
                            "argument.missing",
                            label + ": argument " + (i + 1) + ", " + parameter.getName() + ", is missing");
                }
                values.add(Optional.empty());
            } else {
                values.add(value(node, parameter, label, i + 1));
            }
        }
        return values.toArray();
    }

    private static JsonNode array(String label, String arguments) {
        try {
            return ScriptJson.mapper().readTree(arguments);
        } catch (JsonProcessingException e) {
            throw Problem.INVALID.because("arguments.invalid", label + ": " + e.getOriginalMessage());
        }
    }

    private static Object value(JsonNode node, java.lang.reflect.Parameter parameter, String label, int number) {
        var mapper = ScriptJson.mapper();
        try {
            return mapper.readerFor(mapper.constructType(parameter.getParameterizedType()))
                    .readValue(node);
        } catch (JsonMappingException e) {
            throw Problem.INVALID.because(
                    "argument.invalid",
                    label + ": argument " + number + ", " + parameter.getName() + JsonWords.path(e) + ' '
                            + JsonWords.fault(e));
        } catch (java.io.IOException e) {
            throw Problem.INVALID.because("argument.invalid", label + ": argument " + number + " is not valid");
        }
    }

    private static String invoke(ScriptModule module, ModuleFunction function, String label, Object[] values) {
        try {
            var method = function.method();
            method.setAccessible(true);
            var result = method.invoke(module, values);
            if (result == null || (result instanceof Optional<?> optional && optional.isEmpty())) {
                return method.getReturnType() == void.class ? "" : "null";
            }
            return ScriptJson.text(result);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof PatchbayException problem) {
                throw problem;
            }
            log.warn("{} failed for a script", label, e.getCause());
            throw Problem.UNAVAILABLE.because("function.failed", label + " failed");
        } catch (IllegalAccessException | RuntimeException e) {
            log.warn("{} failed for a script", label, e);
            throw Problem.UNAVAILABLE.because("function.failed", label + " failed");
        }
    }
}
