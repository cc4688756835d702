package org.patchbay.plugin.crmhubspot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.http.Http;
import org.patchbay.api.plugins.Settings;
import org.patchbay.plugin.crmhubspot.HubSpotClient.Reply;
import org.patchbay.plugin.crmhubspot.HubSpotClient.Request;
import org.patchbay.spi.crm.CrmConnector;
import org.patchbay.spi.plugins.PluginException;

/** Contacts, calls and meetings of HubSpot's CRM API, version 3. */
@Component
public final class HubSpotConnector implements CrmConnector {

    private static final String OBJECTS = "/crm/v3/objects/";
    private static final String CONTACTS = OBJECTS + "contacts";
    private static final int MAX_RESULTS = 50;
    private static final Pattern EXISTING = Pattern.compile("Existing ID: (\\d{1,20})");

    private static final Pattern ID = Pattern.compile("\\d{1,20}");

    private final HubSpotClient client;
    private final ContactLinks links;
    private final OwnCreations creations;

    @Activate
    public HubSpotConnector(@Reference Http http) {
        Clock clock = Clock.systemUTC();
        this.client = new HubSpotClient(http);
        this.links = new ContactLinks(client, clock);
        this.creations = new OwnCreations(clock);
    }

    @Override
    public String plugin() {
        return ContactJson.PLUGIN;
    }

    @Override
    public String title() {
        return "HubSpot";
    }

    @Override
    public List<Contact> find(Settings settings, ContactQuery query) throws PluginException {
        HubSpotAccount account = HubSpotAccount.of(settings);
        Map<String, Contact> found = new LinkedHashMap<>();
        Request request = Request.search(CONTACTS + "/search", ContactJson.search(query));
        JsonObject reply = understood(client.send(account, request), "results").json();
        for (JsonElement result : reply.getAsJsonArray("results")) {
            Contact contact = ContactJson.read(result.getAsJsonObject(), links.prefix(account));
            if (query instanceof ContactQuery.ByText || ContactJson.matches(contact, query)) {
                found.put(contact.id(), contact);
            }
        }
        creations.matching(account, query).forEach(contact -> found.putIfAbsent(contact.id(), contact));
        return found.values().stream().limit(MAX_RESULTS).toList();
    }

    @Override
    public Contact create(Settings settings, NewContact contact) throws PluginException {
        HubSpotAccount account = HubSpotAccount.of(settings);
        Reply reply = client.send(account, Request.create(CONTACTS, ContactJson.create(contact)));
        JsonObject json = reply.status() == 409
                ? existing(account, reply)
                : understood(reply, "id").json();
        Contact created = ContactJson.read(json, links.prefix(account));
        creations.add(account, created);
        return created;
    }

    @Override
    public String journal(Settings settings, JournalEntry entry, Optional<String> written) throws PluginException {
        HubSpotAccount account = HubSpotAccount.of(settings);
        for (String contact : entry.contacts()) {
            if (!ID.matcher(contact).matches()) {
                throw new PluginException("HubSpot has no contact " + contact, false);
            }
        }
        if (written.isPresent() && change(account, entry, written.get())) {
            return written.get();
        }
        Request request = Request.create(OBJECTS + JournalJson.type(entry), JournalJson.withAssociations(entry));
        return understood(client.send(account, request), "id").json().get("id").getAsString();
    }

    private boolean change(HubSpotAccount account, JournalEntry entry, String id) throws PluginException {
        String path = OBJECTS + JournalJson.type(entry) + '/' + id;
        if (client.send(account, Request.change(path, JournalJson.properties(entry)))
                        .status()
                == 404) {
            return false;
        }
        for (String contact : entry.contacts()) {
            understood(
                    client.send(
                            account,
                            Request.put(path + "/associations/contacts/" + contact + '/'
                                    + JournalJson.contactAssociation(entry))),
                    "id");
        }
        return true;
    }

    private JsonObject existing(HubSpotAccount account, Reply reply) throws PluginException {
        JsonElement message = reply.json().get("message");
        Matcher matcher = EXISTING.matcher(message == null ? "" : message.getAsString());
        if (!matcher.find()) {
            throw new PluginException("HubSpot has this contact already, and does not say which it is", false);
        }
        String properties = String.join(",", ContactJson.PROPERTIES);
        Request request = Request.get(CONTACTS + '/' + matcher.group(1) + "?properties=" + properties);
        return understood(client.send(account, request), "id").json();
    }

    private static Reply understood(Reply reply, String expected) throws PluginException {
        if (reply.status() == 404) {
            throw new PluginException("HubSpot does not know what was asked for", false);
        }
        if (!reply.json().has(expected)) {
            throw new PluginException("What answers there is not HubSpot", false);
        }
        return reply;
    }
}
