package org.patchbay.store.left;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "CUP")
@NullUnmarked // JPA fills the fields
public class CupEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String colour;

    @Lob
    private String story;

    @Version
    private long version;

    protected CupEntity() {}

    public static CupEntity of(String id, String colour, String story) {
        CupEntity cup = new CupEntity();
        cup.id = id;
        cup.colour = colour;
        cup.story = story;
        return cup;
    }

    public String id() {
        return id;
    }

    public String story() {
        return story;
    }

    public void paint(String newColour) {
        colour = newColour;
    }
}
