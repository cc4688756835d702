package org.patchbay.calls.call;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Diversions;
import org.patchbay.calls.plan.Obstacle;
import org.patchbay.calls.plan.Obstacles;

/** What codes aim at, and what is in their way. Thread-safe. */
final class CodeAims implements Obstacles {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final Hub hub;
    private final Seats seats;
    private final Parking parking;
    private final Taking taking;
    private final Privileges privileges;
    private final Completion completion;

    CodeAims(Hub hub, Seats seats, Parking parking, Taking taking, Privileges privileges, Completion completion) {
        this.hub = hub;
        this.seats = seats;
        this.parking = parking;
        this.taking = taking;
        this.privileges = privileges;
        this.completion = completion;
    }

    @Override
    public Optional<Obstacle> to(PortalId portal, Action.Feature feature) {
        Extension own = feature.extension();
        String argument = feature.argument();
        if (own.forbids(feature.code())) {
            return service(RefusedStage.LOCKED, 403);
        }
        return switch (feature.code()) {
            case DO_NOT_DISTURB, CLEAR_FORWARDS, PARK, QUEUE_AGENT, SECRETARY, ECHO_TEST, SPEAKING_CLOCK ->
                Optional.empty();
            case FORWARD_ALWAYS, FORWARD_BUSY, FORWARD_NO_ANSWER, FORWARD_UNAVAILABLE ->
                argument.isEmpty() || destination(portal, argument).isPresent()
                        ? Optional.empty()
                        : Optional.of(unknown(argument));
            case PICK_UP -> toPickUp(portal, own, argument);
            case PICK_UP_GROUP -> toPickUp(own, ringing(portal, inGroupOf(portal, own)));
            case LISTEN_IN, WHISPER, BARGE_IN -> toCome(portal, own, argument, right(feature.code()));
            case INTERCOM -> toSpeak(portal, own, argument).or(() -> toIntercom(portal, argument));
            case PAGE ->
                toSpeak(portal, own, argument)
                        .or(() -> paged(portal, own, argument).isEmpty()
                                ? service(RefusedStage.NOBODY_TO_PAGE, 404)
                                : Optional.empty());
            case FOLLOW_ME ->
                hub.book()
                                .extensions()
                                .services(portal, own.id())
                                .followMe()
                                .numbers()
                                .isEmpty()
                        ? service(RefusedStage.NO_NUMBERS, 404)
                        : Optional.empty();
            case WAKE_UP -> argument.isEmpty() || isTime(argument) ? Optional.empty() : service("no-time", 404);
            case CALL_COMPLETION -> toCallBack(portal, own);
            default ->
                Optional.of(Obstacle.of(
                        Decision.of(
                                "number",
                                "code-not-here",
                                "code",
                                feature.code().name()),
                        501,
                        absent(feature.code())));
        };
    }

    @Override
    public Optional<Obstacle> to(PortalId portal, Optional<Extension> by, Action.Unpark unpark) {
        Optional<Call> parked = parking.at(portal, unpark.place());
        if (parked.isEmpty()) {
            return Optional.of(Obstacle.of(
                    Decision.of("destination", RefusedStage.NOBODY_PARKED, "place", unpark.place()),
                    404,
                    RefusedStage.NOBODY_PARKED));
        }
        return toTake(by, parked.get());
    }

    /** The call of this place to ring, that the extension may pick up. */
    Optional<Call> picked(PortalId portal, Action.Feature feature) {
        return feature.code() == FeatureCode.PICK_UP
                ? ringing(portal, at(feature.argument()))
                : ringing(portal, inGroupOf(portal, feature.extension()));
    }

    /** The conversation of this number. */
    Optional<Call> talking(PortalId portal, String number) {
        return extension(portal, number).flatMap(one -> seats.of(portal, one.id()).stream()
                .filter(other -> other.stage() instanceof TalkStage)
                .findFirst());
    }

    Optional<Extension> extension(PortalId portal, String number) {
        return internal(portal, number)
                .filter(to -> to.kind() == Destination.Kind.EXTENSION)
                .flatMap(to -> hub.book().extensions().find(portal, to.value()));
    }

    /** Where calls are forwarded to by these digits. */
    Optional<Destination> destination(PortalId portal, String digits) {
        Dialled meaning = hub.book().dialPlan().understand(portal, digits);
        if (meaning instanceof Dialled.Internal internal) {
            return Optional.of(internal.destination());
        }
        return meaning instanceof Dialled.Outside outside
                ? Optional.of(new Destination(Destination.Kind.OUTSIDE, outside.number()))
                : Optional.empty();
    }

    /** Whose phones speak when this number is paged. */
    List<Extension> paged(PortalId portal, Extension own, String number) {
        var diversions = new Diversions(hub.book(), portal, hub.clock().instant());
        return internal(portal, number).map(to -> members(portal, to)).orElse(List.of()).stream()
                .filter(one -> !one.id().equals(own.id()))
                .filter(one -> hub.facts().calls(portal, one.id()) == 0)
                .filter(one -> !diversions.doNotDisturb(one))
                .toList();
    }

    /** What is called that is paged. */
    String name(PortalId portal, String number) {
        return internal(portal, number)
                .flatMap(to -> to.kind() == Destination.Kind.RING_GROUP
                        ? hub.book().groups().ringGroup(portal, to.value()).map(RingGroup::name)
                        : hub.book().extensions().find(portal, to.value()).map(Extension::name))
                .orElse("");
    }

    private Optional<Destination> internal(PortalId portal, String number) {
        return hub.book().dialPlan().understand(portal, number) instanceof Dialled.Internal internal
                ? Optional.of(internal.destination())
                : Optional.empty();
    }

    private List<Extension> members(PortalId portal, Destination to) {
        var extensions = hub.book().extensions();
        return switch (to.kind()) {
            case EXTENSION -> extensions.find(portal, to.value()).stream().toList();
            case RING_GROUP ->
                hub.book().groups().ringGroup(portal, to.value()).stream()
                        .flatMap(group -> group.members().stream())
                        .flatMap(member -> extensions.find(portal, member).stream())
                        .toList();
            default -> List.of();
        };
    }

    private Optional<DepartmentId> department(PortalId portal, Destination to) {
        return switch (to.kind()) {
            case EXTENSION -> hub.book().extensions().find(portal, to.value()).map(Extension::department);
            case RING_GROUP -> hub.book().groups().ringGroup(portal, to.value()).map(RingGroup::department);
            default -> Optional.empty();
        };
    }

    private static Predicate<RingStage> at(String number) {
        return stage -> stage.extensions().stream().anyMatch(one -> one.number().equals(number));
    }

    private Predicate<RingStage> inGroupOf(PortalId portal, Extension own) {
        return stage -> stage.extensions().stream()
                .anyMatch(one -> hub.book().groups().ringGroupsOf(portal, own.id()).stream()
                        .anyMatch(group -> group.members().contains(one.id())));
    }

    private Optional<Call> ringing(PortalId portal, Predicate<RingStage> wanted) {
        return seats.ringing(portal, call -> call.stage() instanceof RingStage stage && wanted.test(stage)).stream()
                .findFirst();
    }

    private Optional<Obstacle> toPickUp(PortalId portal, Extension own, String number) {
        Optional<Call> ringing = ringing(portal, at(number));
        boolean may = ringing.isPresent()
                || extension(portal, number)
                        .filter(watched -> !taking.may(portal, own, watched))
                        .isEmpty();
        return may ? toPickUp(own, ringing) : noRight(Right.OPERATE_CALLS);
    }

    private Optional<Obstacle> toPickUp(Extension own, Optional<Call> ringing) {
        return ringing.isEmpty()
                ? Optional.of(Obstacle.of(
                        Decision.of("destination", RefusedStage.NOTHING_RINGS), 404, RefusedStage.NOTHING_RINGS))
                : toTake(Optional.of(own), ringing.get());
    }

    private Optional<Obstacle> toTake(Optional<Extension> by, Call wanted) {
        return by.filter(one -> taking.may(one, wanted)).isPresent() ? Optional.empty() : noRight(Taking.right(wanted));
    }

    /** Who may not does not learn either whether anybody talks there. */
    private Optional<Obstacle> toCome(PortalId portal, Extension own, String number, Right right) {
        Optional<Call> talking = talking(portal, number);
        Set<DepartmentId> departments = talking.map(one -> Privileges.departments(one.live()))
                .orElseGet(() -> extension(portal, number)
                        .map(one -> Set.of(one.department()))
                        .orElse(Set.of()));
        if (!privileges.may(portal, own, right, departments)) {
            return noRight(right);
        }
        return talking.isPresent()
                ? Optional.empty()
                : Optional.of(Obstacle.of(
                        Decision.of("destination", RefusedStage.NOBODY_TALKS, "extension", number),
                        404,
                        RefusedStage.NOBODY_TALKS));
    }

    /** Whether somebody may speak to the phones of this number unasked. */
    private Optional<Obstacle> toSpeak(PortalId portal, Extension own, String number) {
        return internal(portal, number)
                .flatMap(to -> department(portal, to))
                .filter(department -> !privileges.may(portal, own, Right.INTERCOM, Set.of(department)))
                .flatMap(department -> noRight(Right.INTERCOM));
    }

    private Optional<Obstacle> toIntercom(PortalId portal, String number) {
        Optional<Extension> to = extension(portal, number);
        if (to.isEmpty()) {
            return Optional.of(unknown(number));
        }
        if (new Diversions(hub.book(), portal, hub.clock().instant()).doNotDisturb(to.get())) {
            return Optional.of(Obstacle.busy(Decision.of("dnd", "on", "extension", number), "dnd"));
        }
        return hub.facts().calls(portal, to.get().id()) > 0
                ? Optional.of(Obstacle.busy(Decision.of("devices", "busy", "extension", number), "busy"))
                : Optional.empty();
    }

    private Optional<Obstacle> toCallBack(PortalId portal, Extension own) {
        if (completion.isWished(portal, own)) {
            return Optional.empty();
        }
        Optional<Extension> to = completion.met(portal, own).flatMap(number -> extension(portal, number));
        if (to.isEmpty()) {
            return service(RefusedStage.NOBODY_WAS_BUSY, 404);
        }
        return hub.book().extensions().services(portal, to.get().id()).callBack()
                ? Optional.empty()
                : service(RefusedStage.NO_CALL_BACK, 403);
    }

    private static boolean isTime(String digits) {
        try {
            LocalTime.parse(digits, TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Obstacle unknown(String number) {
        return Obstacle.of(Decision.of("number", "unknown", "number", number), 404, "unknown");
    }

    private static Optional<Obstacle> service(String reason, int status) {
        return Optional.of(Obstacle.of(Decision.of("service", reason), status, reason));
    }

    private static Optional<Obstacle> noRight(Right right) {
        return Optional.of(Obstacle.of(Decision.of("limits", "no-right", "right", right.name()), 403, reason(right)));
    }

    private static Right right(FeatureCode code) {
        return switch (code) {
            case WHISPER -> Right.WHISPER;
            case BARGE_IN -> Right.BARGE_IN;
            default -> Right.LISTEN_IN;
        };
    }

    private static String reason(Right right) {
        return switch (right) {
            case LISTEN_IN -> RefusedStage.MAY_NOT_LISTEN;
            case INTERCOM -> RefusedStage.MAY_NOT_SPEAK;
            case OPERATE_CALLS, PARK -> RefusedStage.MAY_NOT_TAKE;
            default -> RefusedStage.MAY_NOT_JOIN;
        };
    }

    /** What is missing where nothing takes a code. */
    private static String absent(FeatureCode code) {
        return switch (code) {
            case VOICEMAIL, OTHER_VOICEMAIL, LEAVE_MESSAGE -> RefusedStage.NO_MAILBOX;
            case DICTATION -> RefusedStage.DICTATION_OFF;
            case HOT_DESK -> RefusedStage.NO_PIN;
            default -> "code-not-here";
        };
    }
}
