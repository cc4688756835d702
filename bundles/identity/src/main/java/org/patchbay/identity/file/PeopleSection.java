package org.patchbay.identity.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.Forecast;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.store.NameKey;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/**
 * People without passwords, by their logins. Who is not in the file stays: a file never deletes anybody. New people get
 * their welcome mail.
 */
@Component(service = PortalSection.class)
public final class PeopleSection implements PortalSection<PeopleSection.PersonText[]> {

    private static final int LIMIT = 1000;
    /** The most people of a portal of whom a file may change some. */
    private static final int PRESENT = 20_000;

    private final People people;
    private final Departments departments;
    private final RoleBook roles;
    private final Forecast forecast;

    @Activate
    public PeopleSection(
            @Reference People people,
            @Reference Departments departments,
            @Reference RoleBook roles,
            @Reference Forecast forecast) {
        this.people = people;
        this.departments = departments;
        this.roles = roles;
        this.forecast = forecast;
    }

    @Override
    public Section<PersonText[]> section() {
        return new Section<>("people", 50, PersonText[].class, Right.MANAGE_PEOPLE, true);
    }

    @Override
    public PersonText[] read(PortalId portal) {
        return text(new Terms(portal), all(portal, LIMIT));
    }

    private static PersonText[] text(Terms terms, List<Person> people) {
        return people.stream()
                .map(terms::text)
                .sorted(Comparator.comparing(PersonText::login))
                .toArray(PersonText[]::new);
    }

    private List<Person> all(PortalId portal, int most) {
        List<Person> found = new ArrayList<>();
        Page.walk(page -> people.list(portal, Optional.empty(), page), person -> {
            requireRoom(found.size() + 1, most);
            found.add(person);
        });
        return found;
    }

    private static void requireRoom(int size, int most) {
        if (size > most) {
            throw Problem.CONFLICT.because(
                    "file.people", "A file holds up to " + LIMIT + " people; export more of them as CSV");
        }
    }

    @Override
    public List<String> apply(PortalId portal, PersonText[] wanted, Caller by) {
        each(
                new Terms(portal),
                all(portal, PRESENT),
                wanted,
                draft -> people.create(portal, draft, by),
                (known, draft) -> people.update(portal, known.id(), known.version(), draft, by));
        return List.of();
    }

    /** Judged in memory: each that is written takes its time, and others wait for it. */
    @Override
    public Optional<PersonText[]> expect(PortalId portal, PersonText[] wanted, Caller by) {
        var terms = new Terms(portal);
        List<Person> present = all(portal, LIMIT);
        Forecast.People foreseen = forecast.of(portal, present, by);
        boolean[] known = {true};
        each(terms, present, wanted, foreseen::create, (person, draft) -> {
            known[0] &= !Forecast.needsWriting(person);
            if (known[0]) {
                foreseen.update(person, draft);
            }
        });
        requireRoom(foreseen.all().size(), LIMIT);
        return known[0] ? Optional.of(text(terms, foreseen.all())) : Optional.empty();
    }

    private static void each(
            Terms terms,
            List<Person> all,
            PersonText[] wanted,
            Consumer<PersonDraft> create,
            BiConsumer<Person, PersonDraft> update) {
        // Before the first of them is written.
        requireRoom(wanted.length, LIMIT);
        Items.requireOnce("/login", wanted, text -> text.login().strip().toLowerCase(Locale.ROOT));
        Map<String, Person> present = all.stream()
                .collect(Collectors.toMap(person -> person.login().toLowerCase(Locale.ROOT), person -> person));
        Items.each(wanted, text -> {
            Optional<Person> known =
                    Optional.ofNullable(present.get(text.login().toLowerCase(Locale.ROOT)));
            PersonDraft draft = terms.draft(text);
            if (known.isEmpty()) {
                create.accept(draft);
            } else if (!terms.text(known.get()).equals(text)) {
                update.accept(known.get(), draft);
            }
        });
    }

    /** How departments and roles are called in this portal. */
    private final class Terms {

        private final PortalId portal;
        private final RoleNames roleNames;
        private final Map<DepartmentId, String> names = new HashMap<>();
        private final Map<String, DepartmentId> ids = new HashMap<>();

        Terms(PortalId portal) {
            this.portal = portal;
            this.roleNames = new RoleNames(roles, portal);
            for (Department department : departments.list(portal)) {
                names.put(department.id(), department.name());
                ids.put(NameKey.of(department.name()), department.id());
            }
        }

        PersonText text(Person person) {
            return new PersonText(
                    person.login(),
                    person.name(),
                    person.email(),
                    person.phone(),
                    person.mobile(),
                    person.extension(),
                    person.memberships().stream()
                            .map(held -> new MembershipText(
                                    names.getOrDefault(
                                            held.department(), held.department().value()),
                                    roleNames.shown(held.role())))
                            .toList(),
                    person.roles().stream().map(roleNames::shown).collect(Collectors.toSet()),
                    person.language(),
                    person.zone(),
                    person.activeFrom(),
                    person.activeUntil(),
                    person.networks(),
                    person.mustChangePassword(),
                    person.quotaMegabytes().isPresent()
                            ? Optional.of(person.quotaMegabytes().getAsInt())
                            : Optional.empty(),
                    !person.enabled());
        }

        PersonDraft draft(PersonText text) {
            List<Membership> memberships = new ArrayList<>();
            Items.at(
                    "/memberships",
                    () -> Items.each(
                            text.memberships().toArray(MembershipText[]::new),
                            held -> memberships.add(membership(held))));
            return PersonDraft.of(text.login(), text.name())
                    .edit()
                    .email(text.email())
                    .phone(text.phone())
                    .mobile(text.mobile())
                    .extension(text.extension())
                    .memberships(memberships)
                    .roles(text.roles().stream()
                            .map(shown -> role(shown, "/roles"))
                            .collect(Collectors.toSet()))
                    .language(text.language())
                    .zone(text.zone())
                    .activeFrom(text.activeFrom())
                    .activeUntil(text.activeUntil())
                    .networks(text.networks())
                    .mustChangePassword(text.mustChangePassword())
                    .quotaMegabytes(text.quotaMegabytes().map(OptionalInt::of).orElse(OptionalInt.empty()))
                    .enabled(!text.disabled())
                    .done();
        }

        private Membership membership(MembershipText held) {
            DepartmentId department = ids.get(NameKey.of(held.department()));
            if (department == null) {
                throw Problem.INVALID.at("/department", "department.unknown", "is no department of this portal");
            }
            return new Membership(department, role(held.role(), "/role"));
        }

        private String role(String shown, String pointer) {
            return roleNames
                    .role(shown)
                    .orElseThrow(() -> Problem.INVALID.at(
                            pointer, "roles.unknown", "names \"" + shown + "\", which is no role of " + portal));
        }
    }

    /** The fields as in {@link Person}; departments and roles by name or title. */
    public record PersonText(
            String login,
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> mobile,
            Optional<String> extension,
            @MayBeAbsent List<MembershipText> memberships,
            @MayBeAbsent Set<String> roles,
            Optional<String> language,
            Optional<String> zone,
            Optional<LocalDate> activeFrom,
            Optional<LocalDate> activeUntil,
            @MayBeAbsent List<String> networks,
            @MayBeAbsent boolean mustChangePassword,
            Optional<Integer> quotaMegabytes,
            @MayBeAbsent boolean disabled) {}

    /** A role held in a department. */
    public record MembershipText(String department, String role) {}
}
