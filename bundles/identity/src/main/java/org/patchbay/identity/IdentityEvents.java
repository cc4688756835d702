package org.patchbay.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.identity.Person;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of people. */
@Component
public final class IdentityEvents implements EventTypes {

    public static final String CREATED = "person.created";
    public static final String UPDATED = "person.updated";
    public static final String DELETED = "person.deleted";
    public static final String INVITED = "person.invited";
    public static final String LINKED = "person.linked";
    public static final String SIGNED_IN = "person.signed-in";
    public static final String SIGNED_OUT = "person.signed-out";
    public static final String SECOND_FACTOR_RESET = "person.second-factor-reset";
    public static final String RECOVERY_REQUESTED = "person.recovery-requested";
    public static final String TOKEN_CREATED = "token.created";
    public static final String TOKEN_REVOKED = "token.revoked";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(CREATED, "A person was given an account.", PersonChange.class),
                EventType.durable(UPDATED, "A person's account or password was changed.", PersonChange.class),
                EventType.durable(DELETED, "A person's account was deleted.", PersonChange.class),
                EventType.durable(INVITED, "A person was sent a link for setting a password.", PersonChange.class),
                EventType.durable(
                        LINKED,
                        "An administrator was shown a person's link for setting a password.",
                        PersonChange.class),
                EventType.durable(SIGNED_IN, "A person signed in.", PersonChange.class),
                EventType.durable(SIGNED_OUT, "A person signed out.", PersonChange.class),
                EventType.durable(
                        SECOND_FACTOR_RESET, "A person's second factors were taken away.", PersonChange.class),
                EventType.durable(
                        RECOVERY_REQUESTED, "A person was sent a link for getting back in.", PersonChange.class),
                EventType.durable(TOKEN_CREATED, "A person made a token for a program.", TokenChange.class),
                EventType.durable(TOKEN_REVOKED, "A person's token was taken back.", TokenChange.class));
    }

    /**
     * The person, as of the event.
     *
     * @param roles held everywhere or in departments
     */
    public record PersonChange(
            String id,
            @Personal(of = "id") String login,
            @Personal(of = "id") String name,
            Set<String> roles,
            boolean enabled) {

        public static PersonChange of(Person person) {
            return new PersonChange(
                    person.id().value(), person.login(), person.name(), roles(person), person.enabled());
        }

        private static Set<String> roles(Person person) {
            Set<String> names = new TreeSet<>(person.roles());
            person.memberships().forEach(membership -> names.add(membership.role()));
            return names;
        }
    }

    /** The token, as of the event; never its secret. */
    public record TokenChange(String id, String person, @Personal(of = "person") String name) {}
}
