package org.patchbay.scheduling.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.scheduling.SchedulingConfig;

/** Finds out who is meant by an invite list: each address once, the organizer never. Thread-safe. */
@Component(service = GuestList.class, configurationPid = "org.patchbay.scheduling")
public final class GuestList {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final int NAME_LIMIT = 100;

    private final People people;
    private final Contacts contacts;
    private final Portals portals;
    private final int limit;

    @Activate
    public GuestList(
            @Reference People people,
            @Reference Contacts contacts,
            @Reference Portals portals,
            SchedulingConfig config) {
        this.people = people;
        this.contacts = contacts;
        this.portals = portals;
        this.limit = config.inviteeLimit();
    }

    /**
     * Who is meant, as the organizer sees the address books.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with who cannot be invited, TOO_LARGE for too many
     */
    List<Guest> resolve(PortalId portal, InviteList list, Person organizer) {
        var run = new Run(portal, organizer);
        sorted(list.people(), PersonId::value).forEach(run::person);
        sorted(list.contacts(), ContactId::value).forEach(run::contact);
        for (int i = 0; i < list.addresses().size(); i++) {
            run.address(i, list.addresses().get(i));
        }
        if (!list.groups().isEmpty()) {
            run.groups(new TreeSet<>(list.groups()));
        }
        if (!run.errors.isEmpty()) {
            throw Problem.INVALID.because(run.errors);
        }
        organizer.email().ifPresent(own -> run.found.remove(Guest.key(own)));
        if (run.found.size() > limit) {
            throw Problem.TOO_LARGE.because(
                    "invite.many", "At most " + limit + " people can be invited", Map.of("limit", limit));
        }
        return List.copyOf(run.found.values());
    }

    private static <T> List<T> sorted(Set<T> ids, java.util.function.Function<T, String> text) {
        return ids.stream().sorted(java.util.Comparator.comparing(text)).toList();
    }

    private final class Run {

        private final PortalId portal;
        private final String portalLanguage;
        private final Caller organizer;
        private final Map<String, Guest> found = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();

        private Run(PortalId portal, Person organizer) {
            this.portal = portal;
            this.portalLanguage = portals.find(portal).map(Portal::language).orElse("en");
            this.organizer = Caller.Member.of(organizer, "", "");
        }

        private void add(Guest guest) {
            found.putIfAbsent(guest.key(), guest);
        }

        private void fault(String pointer, String code, String detail) {
            errors.add(new FieldError(pointer, code, detail));
        }

        private void person(PersonId id) {
            Optional<Person> person = people.find(portal, id);
            Optional<String> email = person.flatMap(Person::email);
            if (email.isEmpty()) {
                fault("/invite/people", "invite.no-address", "has somebody whom no mail reaches");
                return;
            }
            person.ifPresent(one -> add(new Guest(
                    Optional.of(id),
                    Optional.empty(),
                    Optional.empty(),
                    one.name(),
                    email.get(),
                    one.language().orElse(portalLanguage))));
        }

        private void contact(ContactId id) {
            Optional<Contact> contact = contacts.find(portal, id, organizer);
            if (contact.flatMap(Contact::email).isEmpty()) {
                fault("/invite/contacts", "invite.no-address", "has somebody whom no mail reaches");
                return;
            }
            contact.ifPresent(one -> guest(one, Optional.empty()).ifPresent(this::add));
        }

        private void groups(Set<String> names) {
            Set<String> known = contacts.groups(portal, organizer).stream()
                    .map(ContactGroup::name)
                    .collect(Collectors.toSet());
            for (String name : names) {
                if (known.contains(name)) {
                    group(name);
                } else {
                    fault("/invite/groups", "invite.group-unknown", "has a group that is not there: " + name);
                }
            }
        }

        /** Who has no address cannot be meant. */
        private void group(String name) {
            contacts.members(portal, Set.of(name), Set.of(), organizer)
                    .forEach(contact -> guest(contact, Optional.of(name)).ifPresent(this::add));
        }

        private Optional<Guest> guest(Contact contact, Optional<String> group) {
            return contact.email()
                    .map(email -> new Guest(
                            Optional.empty(),
                            Optional.of(contact.id()),
                            group,
                            contact.name(),
                            email,
                            contact.language().orElse(portalLanguage)));
        }

        private void address(int index, InviteList.Address address) {
            String pointer = "/invite/addresses/" + index;
            String email = address.email().strip();
            if (!EMAIL.matcher(email).matches()) {
                fault(pointer + "/email", "email.invalid", "is not an e-mail address");
            }
            String name = address.name()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElse(email);
            if (!name.equals(email)) {
                Names.fault(pointer + "/name", name, NAME_LIMIT).ifPresent(errors::add);
            }
            String language = address.language().orElse(portalLanguage);
            if (!LANGUAGES.contains(language)) {
                fault(pointer + "/language", "language.unknown", "must be en, de, es or fr");
            }
            add(new Guest(Optional.empty(), Optional.empty(), Optional.empty(), name, email, language));
        }
    }
}
