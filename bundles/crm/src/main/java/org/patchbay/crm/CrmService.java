package org.patchbay.crm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.Crm;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.spi.crm.CrmConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal's CRMs as one. */
@Component(service = Crm.class, configurationPid = "org.patchbay.crm")
@Designate(ocd = CrmConfig.class)
public final class CrmService implements Crm {

    private static final Logger log = LoggerFactory.getLogger(CrmService.class);
    private static final int MAX_CONTACTS = 50;

    private final CrmDirectory directory;
    private final PluginSettings settings;
    private final Journal journal;
    private final ConnectorCalls calls;

    @Activate
    public CrmService(
            @Reference CrmDirectory directory,
            @Reference PluginSettings settings,
            @Reference KeyValues values,
            CrmConfig config) {
        this(
                directory,
                settings,
                values,
                new ConnectorCalls(
                        Duration.ofSeconds(config.answerSeconds()), config.callsPerPortal(), config.callsAtOnce()));
    }

    CrmService(CrmDirectory directory, PluginSettings settings, KeyValues values, ConnectorCalls calls) {
        this.directory = directory;
        this.settings = settings;
        this.journal = new Journal(values);
        this.calls = calls;
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    @Override
    public List<Contact> find(PortalId portal, ContactQuery query) {
        ContactQuery checked = CrmInput.query(query);
        List<Outcome<List<Contact>>> outcomes =
                calls.ask(portal, connected(portal), crm -> crm.connector().find(crm.settings(), checked));
        List<Contact> found = new ArrayList<>();
        boolean answered = false;
        for (Outcome<List<Contact>> outcome : outcomes) {
            if (outcome instanceof Outcome.Answer<List<Contact>> answer) {
                answered = true;
                answer.value().forEach(contact -> found.add(qualified(answer.crm(), contact)));
            } else if (outcome instanceof Outcome.Complaint<List<Contact>> complaint) {
                log.warn("A CRM is left out of a search: {}", complaint.sentence());
            }
        }
        if (!answered) {
            throw unavailable(outcomes);
        }
        return found.stream().limit(MAX_CONTACTS).toList();
    }

    @Override
    public Contact create(PortalId portal, NewContact contact) {
        NewContact checked = CrmInput.contact(contact);
        List<Outcome<Contact>> outcomes = calls.tell(
                portal,
                connected(portal).subList(0, 1),
                crm -> qualified(crm, crm.connector().create(crm.settings(), checked)));
        return answers(outcomes).get(0);
    }

    @Override
    public List<String> journal(PortalId portal, JournalEntry entry) {
        JournalEntry checked = CrmInput.entry(entry);
        return answers(calls.tell(portal, connected(portal), crm -> journal.write(portal, crm, checked)));
    }

    /** The CRMs of the portal, at least one. */
    private List<Connected> connected(PortalId portal) {
        List<Connected> connected = new ArrayList<>();
        List<PatchbayException> unusable = new ArrayList<>();
        for (CrmConnector connector : directory.connectors()) {
            try {
                settings.of(portal, connector.plugin()).ifPresent(own -> connected.add(new Connected(connector, own)));
            } catch (PatchbayException e) {
                unusable.add(e);
            }
        }
        if (connected.isEmpty() && !unusable.isEmpty()) {
            throw unusable.get(0);
        }
        if (connected.isEmpty()) {
            throw Problem.UNAVAILABLE.because("crm.none", "No CRM is connected to this portal");
        }
        return connected;
    }

    /** All answers, or the first complaint. */
    private static <T> List<T> answers(List<Outcome<T>> outcomes) {
        List<T> answers = new ArrayList<>();
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Outcome.Answer<T> answer) {
                answers.add(answer.value());
            }
        }
        if (answers.size() < outcomes.size()) {
            throw unavailable(outcomes);
        }
        return answers;
    }

    private static <T> PatchbayException unavailable(List<Outcome<T>> outcomes) {
        for (Outcome<T> outcome : outcomes) {
            if (outcome instanceof Outcome.Complaint<T> complaint) {
                return Problem.UNAVAILABLE.because(
                        "crm.no-answer", complaint.sentence(), Map.of("crm", complaint.title()));
            }
        }
        throw new IllegalStateException("Nobody complained");
    }

    private static Contact qualified(Connected crm, Contact contact) {
        return new Contact(
                crm.qualified(contact.id()),
                contact.plugin(),
                contact.name(),
                contact.email(),
                contact.phones(),
                contact.company(),
                contact.url());
    }
}
