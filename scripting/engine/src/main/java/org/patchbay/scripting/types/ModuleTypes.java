package org.patchbay.scripting.types;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.scripting.module.ModuleFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** Writes the declaration of a module from its annotated methods. */
final class ModuleTypes {

    private final JavaTypes types = new JavaTypes();

    private ModuleTypes() {}

    static String of(ScriptModule module) {
        return new ModuleTypes().declaration(module);
    }

    private String declaration(ScriptModule module) {
        var functions = ModuleFunction.of(module).stream().map(this::function).collect(Collectors.joining());
        return "declare module '" + module.name() + "' {\n    export const " + exported(module.name()) + ": {\n"
                + functions + "    };\n" + types.declarations() + "}\n";
    }

    /** {@code patchbay/call-control} exports {@code callControl}. */
    private static String exported(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return Pattern.compile("-(.)").matcher(last).replaceAll(found -> found.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private String function(ModuleFunction function) {
        var parameters = function.parameters().stream()
                .map(parameter -> {
                    boolean optional = parameter.getType() == Optional.class;
                    return parameter.getName()
                            + (optional ? "?: " : ": ")
                            + types.input(parameter.getParameterizedType());
                })
                .collect(Collectors.joining(", "));
        return "        /** " + function.description().replace("*/", "* /") + " */\n        " + function.name() + "("
                + parameters + "): Promise<"
                + types.output(function.method().getGenericReturnType()) + ">;\n";
    }
}
