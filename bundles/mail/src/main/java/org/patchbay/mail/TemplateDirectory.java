package org.patchbay.mail;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Problem;
import org.patchbay.spi.mail.MailTemplate;

/** The templates that are here now. Thread-safe. */
@Component(service = TemplateDirectory.class)
public final class TemplateDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MailTemplate> templates = List.of();

    /** A directory that the container fills. */
    public TemplateDirectory() {}

    /** A directory of these templates. */
    TemplateDirectory(List<MailTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    List<String> names() {
        return templates.stream().map(MailTemplate::name).sorted().toList();
    }

    MailTemplate named(String name) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no mail template " + name));
    }
}
