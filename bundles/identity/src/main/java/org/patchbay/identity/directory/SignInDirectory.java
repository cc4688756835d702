package org.patchbay.identity.directory;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.identity.PasswordDirectory;

/** The directories as their plugins come and go. Thread-safe. */
@Component(service = SignInDirectory.class)
public final class SignInDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PasswordDirectory> directories = List.of();

    public SignInDirectory() {}

    public SignInDirectory(List<PasswordDirectory> directories) {
        this.directories = directories;
    }

    /** The directories there are now, by plugin. */
    List<PasswordDirectory> directories() {
        return directories.stream()
                .sorted(Comparator.comparing(PasswordDirectory::plugin))
                .toList();
    }
}
