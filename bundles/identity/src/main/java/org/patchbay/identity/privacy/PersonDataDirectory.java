package org.patchbay.identity.privacy;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.identity.PersonData;

/** The slices that hold data of people, as they come and go. */
@Component(service = PersonDataDirectory.class)
public final class PersonDataDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PersonData> holders = List.of();

    public PersonDataDirectory() {}

    /** A directory of these. */
    public PersonDataDirectory(List<PersonData> holders) {
        this.holders = List.copyOf(holders);
    }

    /** By name. */
    List<PersonData> holders() {
        return holders.stream().sorted(Comparator.comparing(PersonData::name)).toList();
    }
}
