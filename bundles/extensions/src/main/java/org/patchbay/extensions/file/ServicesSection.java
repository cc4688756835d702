package org.patchbay.extensions.file;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.ServiceDesk;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.file.ServicesText.ServiceText;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** What extensions do besides ringing in a portal's file; written when asked for. */
@Component(service = PortalSection.class)
public final class ServicesSection implements PortalSection<ServicesText> {

    /** After extensions, groups and menus. */
    private static final int ORDER = 62;

    private final Switchboard switchboard;
    private final ServiceDesk desk;
    private final Departments departments;

    @Activate
    public ServicesSection(
            @Reference Switchboard switchboard, @Reference ServiceDesk desk, @Reference Departments departments) {
        this.switchboard = switchboard;
        this.desk = desk;
        this.departments = departments;
    }

    @Override
    public Section<ServicesText> section() {
        return new Section<>("services", ORDER, ServicesText.class, Right.CONFIGURE_CALL_HANDLING, true);
    }

    private static PhoneServices standard(PhoneServices present) {
        PhoneServices none = PhoneServices.of(present.extension());
        return present.followMe(none.followMe())
                .secretary(none.secretary())
                .assistant(none.assistant())
                .times(none.timeGroups(), none.times())
                .receives(none.receives())
                .callBack(none.callBack())
                .speaking(none.language(), none.zone());
    }

    private List<PhoneServices> chosen(PortalId portal) {
        return switchboard.all(portal, Kinds.SERVICES).stream()
                .filter(services -> !standard(services).equals(services))
                .toList();
    }

    @Override
    public ServicesText read(PortalId portal) {
        var terms = new Terms(portal, switchboard, departments);
        return new ServicesText(chosen(portal).stream()
                .map(services -> ServiceText.of(terms, services))
                .sorted(Comparator.comparing(ServiceText::number))
                .toList());
    }

    @Override
    public List<String> apply(PortalId portal, ServicesText wanted, Caller by) {
        var terms = new Terms(portal, switchboard, departments);
        Items.at("/extensions", () -> {
            Items.requireOnce("", wanted.numbers().toArray(String[]::new), number -> number);
            for (int i = 0; i < wanted.extensions().size(); i++) {
                ServiceText text = wanted.extensions().get(i);
                Items.at("/" + i, () -> {
                    String extension = terms.id("/number", Kinds.EXTENSION.name(), text.number());
                    change(portal, extension, present -> text.on(terms, present), by);
                });
            }
        });
        return List.of();
    }

    private void change(PortalId portal, String extension, UnaryOperator<PhoneServices> change, Caller by) {
        desk.choose(portal, extension, Optional.empty(), change, by);
    }

    @Override
    public void prune(PortalId portal, ServicesText wanted, Caller by) {
        var terms = new Terms(portal, switchboard, departments);
        Set<String> kept = wanted.numbers().stream().collect(Collectors.toSet());
        chosen(portal).stream()
                .filter(services -> !kept.contains(terms.name(services.extension())))
                .forEach(services -> change(portal, services.extension(), ServicesSection::standard, by));
    }
}
