package org.patchbay.store.right;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "PLATE")
@NullUnmarked // JPA fills the fields
public class PlateEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String cup;

    protected PlateEntity() {}

    public static PlateEntity of(String id, String cup) {
        PlateEntity plate = new PlateEntity();
        plate.id = id;
        plate.cup = cup;
        return plate;
    }
}
