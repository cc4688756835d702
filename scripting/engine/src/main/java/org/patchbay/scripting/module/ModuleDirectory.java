package org.patchbay.scripting.module;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.scripting.ScriptModule;

/** The script modules that are there at the moment. */
@Component(service = ModuleDirectory.class)
public final class ModuleDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<ScriptModule> modules = List.of();

    /** The modules come by injection. */
    @Activate
    public ModuleDirectory() {}

    /** These modules and no others. */
    public ModuleDirectory(Collection<? extends ScriptModule> modules) {
        this.modules = List.copyOf(modules);
    }

    /** Sorted by name. */
    public List<ScriptModule> modules() {
        return modules.stream().sorted(Comparator.comparing(ScriptModule::name)).toList();
    }

    Optional<ScriptModule> find(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }
}
