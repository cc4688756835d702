package org.patchbay.scripting.module;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

/**
 * A function that a module offers.
 *
 * @param description one English sentence
 */
public record ModuleFunction(Method method, String description) {

    /** The module's functions by name. */
    public static List<ModuleFunction> of(ScriptModule module) {
        return Arrays.stream(module.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(ScriptFunction.class))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new ModuleFunction(
                        method, method.getAnnotation(ScriptFunction.class).value()))
                .toList();
    }

    /** As scripts call it. */
    public String name() {
        return method.getName();
    }

    /** What scripts pass: all but the portal or run. */
    public List<Parameter> parameters() {
        var all = List.of(method.getParameters());
        return takesRun() || takesPortal() ? all.subList(1, all.size()) : all;
    }

    boolean takesRun() {
        return first() == ScriptRun.class;
    }

    boolean takesPortal() {
        return first() == PortalId.class;
    }

    private Class<?> first() {
        var types = method.getParameterTypes();
        return types.length == 0 ? void.class : types[0];
    }
}
