package org.patchbay.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.store.TemplateStore;
import org.patchbay.provisioning.template.Format;
import org.patchbay.provisioning.template.Sample;
import org.patchbay.provisioning.template.Template;
import org.patchbay.provisioning.template.TemplateError;
import org.patchbay.provisioning.template.Values;

/** The templates of files: those of the server, and those with which root replaced them. Thread-safe. */
@Component(service = Templates.class)
public final class Templates {

    /** The template of softphones. */
    public static final String SOFTPHONE = "linphone";

    private static final String OF_LINES = "yealink";
    private static final Set<String> NAMES = Set.of(OF_LINES, "snom", "grandstream", "fanvil", SOFTPHONE);

    private final TemplateStore store;
    private final Audit audit;
    private final UnitOfWork unit;

    @Activate
    public Templates(@Reference TemplateStore store, @Reference Audit audit, @Reference UnitOfWork unit) {
        this.store = store;
        this.audit = audit;
        this.unit = unit;
    }

    /**
     * A template as root sees it.
     *
     * @param own whether root wrote it
     */
    public record PhoneTemplate(String name, String content, boolean own) {}

    /** All of them, by name. */
    public List<PhoneTemplate> list() {
        return NAMES.stream().sorted().map(this::find).toList();
    }

    /** The one of a name; NOT_FOUND where there is none. */
    public PhoneTemplate find(String name) {
        require(name);
        Optional<String> own = store.find(name);
        return new PhoneTemplate(name, own.orElseGet(() -> standard(name)), own.isPresent());
    }

    /** The file with its values. */
    String fill(String name, Values values) {
        try {
            return Template.parse(require(name), find(name).content()).fill(values);
        } catch (TemplateError e) {
            throw new IllegalStateException("Template " + name + ", line " + e.line(), e);
        }
    }

    /**
     * What a phone that does not exist would get.
     *
     * @throws PatchbayException INVALID with the line in {@code params}
     */
    public String preview(String name, String content) {
        Format format = require(name);
        try {
            String file = Template.parse(format, content).fill(Sample.values());
            if (format == Format.XML) {
                requireXml(file);
            }
            return file;
        } catch (TemplateError e) {
            throw wrong(e.line(), String.valueOf(e.getMessage()));
        }
    }

    /** Replaces a template; it is checked as a preview is. */
    public PhoneTemplate save(PortalId root, String name, String content, Caller by) {
        preview(name, content);
        unit.run(() -> {
            Optional<String> before = store.find(name);
            if (before.filter(content::equals).isEmpty()) {
                store.save(name, content);
                record(root, name, before, Optional.of(content), by);
            }
        });
        return find(name);
    }

    /** Goes back to the one that comes with the server. */
    public void delete(PortalId root, String name, Caller by) {
        require(name);
        unit.run(() -> store.find(name).ifPresent(before -> {
            store.delete(name);
            record(root, name, Optional.of(before), Optional.empty(), by);
        }));
    }

    private void record(PortalId root, String name, Optional<String> before, Optional<String> after, Caller by) {
        audit.record(
                root,
                by,
                new AuditDraft(
                        after.isPresent() ? "phone-template.saved" : "phone-template.deleted",
                        "phone-template",
                        name,
                        fields(before),
                        fields(after)));
    }

    private static Map<String, String> fields(Optional<String> content) {
        return content.map(text -> Map.of("sha256", PhoneSecrets.hash(text))).orElse(Map.of());
    }

    private static Format require(String name) {
        if (!NAMES.contains(name)) {
            throw Problem.NOT_FOUND.because("phone-template.unknown", "There is no such template");
        }
        return name.equals(OF_LINES) ? Format.LINES : Format.XML;
    }

    private static PatchbayException wrong(int line, String detail) {
        return Problem.INVALID.at(
                "/content",
                "phone-template.line",
                "in line " + line + ": " + detail,
                Map.of("line", String.valueOf(line), "detail", detail));
    }

    private static void requireXml(String file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file));
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw wrong(line, "the file would be no well-formed XML");
        }
    }

    private static String standard(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("Template " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
