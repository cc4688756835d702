package org.patchbay.mail;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.spi.mail.MailFiles;

/** Who has files that go with mails now. Thread-safe. */
@Component(service = FilesDirectory.class)
public final class FilesDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MailFiles> sources = List.of();

    /** A directory that the container fills. */
    public FilesDirectory() {}

    /** A directory of these. */
    FilesDirectory(List<MailFiles> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The one of this name; IOException while it is away, since it may come again. */
    MailFiles named(String name) throws IOException {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("Nobody has files of " + name));
    }
}
