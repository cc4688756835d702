package org.patchbay.provisioning;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.Phone.Transport;
import org.patchbay.provisioning.phone.PhoneKey;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.template.KeyValues;
import org.patchbay.provisioning.template.Values;
import org.patchbay.provisioning.template.ZoneText;

/** Writes the file of a phone or softphone. Thread-safe. */
@Component(service = FileWriter.class)
public final class FileWriter {

    private static final Map<String, String> ENGLISH =
            Map.of("en", "English", "de", "German", "es", "Spanish", "fr", "French");
    private static final Map<String, String> OWN =
            Map.of("en", "English", "de", "Deutsch", "es", "Español", "fr", "Français");
    private static final String ON = "on";

    private final Templates templates;
    private final PortDirectory ports;
    private final DialPlan plan;
    private final People people;
    private final Departments departments;
    private final Portals portals;
    private final PortalLinks links;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public FileWriter(
            @Reference Templates templates,
            @Reference PortDirectory ports,
            @Reference DialPlan plan,
            @Reference People people,
            @Reference Departments departments,
            @Reference Portals portals,
            @Reference PortalLinks links) {
        this.templates = templates;
        this.ports = ports;
        this.plan = plan;
        this.people = people;
        this.departments = departments;
        this.portals = portals;
        this.links = links;
    }

    /** Where phones fetch their file when they have an account for that. */
    String lasting(PortalId portal) {
        return links.link(portal, "/provisioning/phone/").toString();
    }

    /** The file of a desk phone. */
    String phone(PortalId portal, Phone phone, DeviceAccount account, String user, PhoneSecrets secrets) {
        Map<String, String> values = values(portal, account, phone.transport(), phone.language());
        values.put("phone.mac", phone.mac());
        values.put("phone.model", phone.model());
        values.put("phone.label", phone.label());
        values.put("phone.ringTone", phone.ringTone().orElse(""));
        values.put("admin.password", secrets.admin());
        values.put("provisioning.url", lasting(portal));
        values.put("provisioning.user", user);
        values.put("provisioning.password", secrets.fetch());
        return templates.fill(phone.maker().template(), new Values(values, keys(values, phone.keys())));
    }

    /** The file of a softphone. */
    String softphone(PortalId portal, DeviceAccount account) {
        Transport transport = ports.open(Transport.TLS).isPresent() ? Transport.TLS : Transport.TCP;
        return templates.fill(
                Templates.SOFTPHONE, new Values(values(portal, account, transport, Optional.empty()), List.of()));
    }

    private static List<Values> keys(Map<String, String> values, List<PhoneKey> keys) {
        var base = new Values(values, List.of());
        return IntStream.range(0, keys.size())
                .mapToObj(place -> key(base, place + 1, keys.get(place)))
                .toList();
    }

    private static Values key(Values base, int index, PhoneKey key) {
        Map<String, String> values = new HashMap<>(KeyValues.of(index, key.value(), key.label()));
        values.put(
                switch (key.kind()) {
                    case EXTENSION -> "key.extension";
                    case PARK -> "key.park";
                    case SPEED_DIAL -> "key.speed";
                },
                ON);
        return base.with(values);
    }

    private Map<String, String> values(
            PortalId portal, DeviceAccount account, Transport transport, Optional<String> chosen) {
        var place = place(portal, account);
        String language = chosen.orElse(place.language());
        var zone = new ZoneText(place.zone(), clock.instant());
        Map<String, String> values = new HashMap<>();
        values.put("account.user", account.device().user());
        values.put("account.password", account.password());
        values.put("account.name", account.extension().name());
        values.put("account.number", account.extension().number());
        values.put("server.host", account.domain());
        values.put("server.port", Integer.toString(ports.port(transport)));
        values.put("server.transport", transport.name().toLowerCase(java.util.Locale.ROOT));
        values.put("server.udp", transport == Transport.UDP ? ON : "");
        values.put("server.tcp", transport == Transport.TCP ? ON : "");
        values.put("server.tls", transport == Transport.TLS ? ON : "");
        values.put("zone.name", place.zone().getId());
        values.put("zone.hours", zone.hours());
        values.put("zone.seconds", zone.seconds());
        values.put("zone.quarters", zone.quarters());
        values.put("zone.posix", zone.posix());
        values.put("language.code", language);
        values.put("language.english", ENGLISH.getOrDefault(language, "English"));
        values.put("language.own", OWN.getOrDefault(language, "English"));
        values.put("voicemail.code", plan.settings(portal).code(FeatureCode.VOICEMAIL));
        values.put("pickup.code", plan.settings(portal).code(FeatureCode.PICK_UP));
        return values;
    }

    /** The language and the time of a phone. */
    private record Place(String language, ZoneId zone) {}

    /** Those of the person, else of the department, else of the portal. */
    private Place place(PortalId portal, DeviceAccount account) {
        Optional<Person> person = account.extension().person().flatMap(id -> people.find(portal, id));
        Optional<Department> department =
                departments.find(portal, account.extension().department());
        Optional<Portal> of = portals.find(portal);
        return new Place(
                person.flatMap(Person::language)
                        .or(() -> department.flatMap(Department::language))
                        .or(() -> of.map(Portal::language))
                        .orElse("en"),
                ZoneId.of(person.flatMap(Person::zone)
                        .or(() -> department.flatMap(Department::zone))
                        .or(() -> of.map(Portal::zone))
                        .orElse("UTC")));
    }
}
