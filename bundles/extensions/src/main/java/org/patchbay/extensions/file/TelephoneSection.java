package org.patchbay.extensions.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.file.TelephoneText.ExtensionText;
import org.patchbay.extensions.file.TelephoneText.GroupText;
import org.patchbay.extensions.file.TelephoneText.NumberText;
import org.patchbay.extensions.file.TelephoneText.RoomText;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** Extensions, groups, queues, menus, rooms, numbers and the settings for calls in a portal's file; written when asked for. */
@Component(service = PortalSection.class)
public final class TelephoneSection implements PortalSection<TelephoneText> {

    private static final int ORDER = 60;

    private final Switchboard switchboard;
    private final Departments departments;

    @Activate
    public TelephoneSection(@Reference Switchboard switchboard, @Reference Departments departments) {
        this.switchboard = switchboard;
        this.departments = departments;
    }

    @Override
    public Section<TelephoneText> section() {
        return new Section<>("telephone", ORDER, TelephoneText.class, Right.CONFIGURE_CALL_HANDLING, true);
    }

    private Terms terms(PortalId portal) {
        return new Terms(portal, switchboard, departments);
    }

    @Override
    public TelephoneText read(PortalId portal) {
        Terms terms = terms(portal);
        return new TelephoneText(
                SettingsText.of(switchboard.settings(portal)),
                texts(portal, terms, Kinds.EXTENSION, ExtensionText::of),
                texts(portal, terms, Kinds.CONFERENCE, RoomText::of),
                texts(portal, terms, Kinds.RING_GROUP, GroupText::of),
                texts(portal, terms, Kinds.QUEUE, QueueText::of),
                texts(portal, terms, Kinds.MENU, MenuText::of),
                texts(portal, terms, Kinds.NUMBER, NumberText::of));
    }

    private <T extends Record, F> List<F> texts(
            PortalId portal, Terms terms, Kind<T> kind, BiFunction<Terms, T, F> text) {
        return switchboard.all(portal, kind).stream()
                .map(thing -> text.apply(terms, thing))
                .toList();
    }

    private static List<Part<?, ?>> parts(TelephoneText wanted) {
        return List.of(
                new Part<>(
                        "extensions",
                        Kinds.EXTENSION,
                        wanted.extensions(),
                        ExtensionText::key,
                        (terms, text, id) -> text.bare(terms, id),
                        (terms, text, before, version) -> text.whole(terms, before, version)),
                new Part<>(
                        "conferenceRooms",
                        Kinds.CONFERENCE,
                        wanted.conferenceRooms(),
                        RoomText::key,
                        (terms, text, id) -> text.thing(terms, id, Optional.empty(), 1),
                        (terms, text, before, version) -> text.thing(terms, before.id(), before.pin(), version)),
                new Part<>(
                        "ringGroups",
                        Kinds.RING_GROUP,
                        wanted.ringGroups(),
                        GroupText::key,
                        (terms, text, id) -> text.thing(terms, id, 1, true),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version, false)),
                new Part<>(
                        "queues",
                        Kinds.QUEUE,
                        wanted.queues(),
                        QueueText::key,
                        (terms, text, id) -> text.thing(terms, id, 1, true),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version, false)),
                new Part<>(
                        "menus",
                        Kinds.MENU,
                        wanted.menus(),
                        MenuText::key,
                        (terms, text, id) -> text.thing(terms, id, 1, true),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version, false)),
                new Part<>(
                        "numbers",
                        Kinds.NUMBER,
                        wanted.numbers(),
                        NumberText::key,
                        (terms, text, id) -> text.thing(terms, id, 1),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version)));
    }

    @Override
    public List<String> apply(PortalId portal, TelephoneText wanted, Caller by) {
        Items.at(
                "/settings",
                () -> switchboard.changeSettings(
                        portal, switchboard.settings(portal).version(), wanted.settings()::settings, by));
        List<Part<?, ?>> parts = parts(wanted);
        parts.forEach(part -> part.create(portal, switchboard, () -> terms(portal), by));
        Terms terms = terms(portal);
        parts.forEach(part -> part.update(portal, switchboard, terms, by));
        return List.of();
    }

    @Override
    public void prune(PortalId portal, TelephoneText wanted, Caller by) {
        List<Part<?, ?>> parts = new ArrayList<>(parts(wanted));
        Collections.reverse(parts);
        parts.forEach(part -> part.prune(portal, switchboard, by));
    }
}
