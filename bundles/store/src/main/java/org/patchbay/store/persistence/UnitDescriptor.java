package org.patchbay.store.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One unit of a {@code persistence.xml}: all that a slice says is its name and its classes.
 *
 * @param root where the classes are
 */
public record UnitDescriptor(String name, List<String> classes, URL root) {

    public UnitDescriptor {
        classes = List.copyOf(classes);
    }

    /** Reads the units of the file. */
    public static List<UnitDescriptor> read(URL persistenceXml) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream stream = persistenceXml.openStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            URL root = new URL(persistenceXml, "..");
            List<UnitDescriptor> units = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("persistence-unit")) {
                    units.add(unit(xml, root));
                }
            }
            return List.copyOf(units);
        }
    }

    private static UnitDescriptor unit(XMLStreamReader xml, URL root) throws XMLStreamException {
        String name = xml.getAttributeValue(null, "name");
        List<String> classes = new ArrayList<>();
        while (xml.next() != XMLStreamReader.END_ELEMENT || !xml.getLocalName().equals("persistence-unit")) {
            if (xml.isStartElement() && xml.getLocalName().equals("class")) {
                classes.add(xml.getElementText().strip());
            }
        }
        return new UnitDescriptor(name, classes, root);
    }
}
