package org.patchbay.provisioning.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.provisioning.Phones;
import org.patchbay.provisioning.phone.Mac;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneKey;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/**
 * Desk phones in a portal's file, by hardware address; written when asked for. Links, passwords and accounts are not in it: a
 * phone that is added gets its own, and one that is there keeps them.
 */
@Component(service = PortalSection.class)
public final class DeskPhonesSection implements PortalSection<DeskPhonesSection.PhoneText[]> {

    private static final String NAME = "deskPhones";

    /** After the extensions whose calls they make. */
    private static final int ORDER = 70;

    private final Phones phones;
    private final Extensions extensions;

    @Activate
    public DeskPhonesSection(@Reference Phones phones, @Reference Extensions extensions) {
        this.phones = phones;
        this.extensions = extensions;
    }

    @Override
    public Section<PhoneText[]> section() {
        return new Section<>(NAME, ORDER, PhoneText[].class, Right.CONFIGURE_CALL_HANDLING, true);
    }

    @Override
    public PhoneText[] read(PortalId portal) {
        return phones.all(portal).stream()
                .map(phone -> text(portal, phone))
                .sorted(Comparator.comparing(PhoneText::mac))
                .toArray(PhoneText[]::new);
    }

    private PhoneText text(PortalId portal, Phone phone) {
        String number = extensions
                .find(portal, phone.extension())
                .map(Extension::number)
                .orElse(phone.extension());
        return new PhoneText(
                phone.mac(),
                phone.maker(),
                phone.model(),
                number,
                phone.label(),
                phone.language(),
                phone.ringTone(),
                phone.transport(),
                phone.keys(),
                phone.networks());
    }

    @Override
    public List<String> apply(PortalId portal, PhoneText[] wanted, Caller by) {
        Items.requireOnce("/mac", wanted, PhoneText::key);
        Map<String, Phone> present = new HashMap<>();
        phones.all(portal).forEach(phone -> present.put(phone.mac(), phone));
        Map<String, String> numbers = new HashMap<>();
        extensions.list(portal).forEach(extension -> numbers.put(extension.number(), extension.id()));
        List<String> hidden = new ArrayList<>();
        Items.each(wanted, text -> {
            String extension = Optional.ofNullable(numbers.get(text.extension().strip()))
                    .orElseThrow(() -> Problem.INVALID.at("/extension", "telephone.unknown-target", "is not there"));
            Optional<Phone> before = Optional.ofNullable(present.get(text.key()));
            if (before.isPresent()) {
                phones.change(
                        portal,
                        before.get().id(),
                        before.get().version(),
                        (old, version) -> text.phone(old.id(), extension, old.device(), version),
                        by);
            } else {
                phones.create(portal, (id, device) -> text.phone(id, extension, device, 1), by);
                hidden.add(NAME + '/' + text.key() + "/secret");
            }
        });
        return hidden;
    }

    @Override
    public void prune(PortalId portal, PhoneText[] wanted, Caller by) {
        phones.all(portal).stream()
                .filter(phone ->
                        Arrays.stream(wanted).noneMatch(text -> text.key().equals(phone.mac())))
                .forEach(phone -> phones.delete(portal, phone.id(), by));
    }

    /**
     * A phone as in {@link Phone}.
     *
     * @param mac in any usual spelling
     * @param extension its number
     */
    public record PhoneText(
            String mac,
            Maker maker,
            String model,
            String extension,
            String label,
            Optional<String> language,
            Optional<String> ringTone,
            Phone.Transport transport,
            @MayBeAbsent List<PhoneKey> keys,
            @MayBeAbsent List<String> networks) {

        /** As phones are told from each other. */
        String key() {
            return Mac.of(mac);
        }

        Phone phone(String id, String of, String device, long version) {
            return new Phone(
                    id, mac, maker, model, of, device, label, language, ringTone, transport, keys, networks, version);
        }
    }
}
