package org.innsyn.dsr.connector.dav;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.innsyn.dsr.connector.link.AnswerRefused;

/** Reads answers about many resources (RFC 4918 section 13). Nothing in them is looked up elsewhere: no DTD, no entities. */
final class Multistatus {

    static final String DAV = "DAV:";
    static final QName RESOURCE_TYPE = new QName(DAV, "resourcetype");
    private static final QName RESPONSE = new QName(DAV, "response");
    private static final QName PROPSTAT = new QName(DAV, "propstat");
    private static final QName PROP = new QName(DAV, "prop");
    private static final QName STATUS = new QName(DAV, "status");
    private static final QName HREF = new QName(DAV, "href");

    /**
     * One resource, with the properties it has.
     *
     * @param href where it is, as the server wrote it
     * @param types what kinds of resource it is
     * @param properties their texts; of a property that is a reference, the reference
     */
    record Resource(String href, Set<QName> types, Map<QName, String> properties) {}

    private Multistatus() {}

    static List<Resource> read(InputStream in) throws IOException {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return resources(factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new AnswerRefused("it answered in no XML that can be read");
        }
    }

    private static List<Resource> resources(XMLStreamReader xml) throws XMLStreamException {
        var resources = new ArrayList<Resource>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getName().equals(RESPONSE)) {
                resources.add(resource(xml));
            }
        }
        return resources;
    }

    private static Resource resource(XMLStreamReader xml) throws XMLStreamException {
        String href = "";
        var types = new HashSet<QName>();
        var properties = new HashMap<QName, String>();
        while (!isEnd(xml, RESPONSE)) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getName().equals(HREF)) {
                    href = xml.getElementText().strip();
                } else if (xml.getName().equals(PROPSTAT)) {
                    propstat(xml, types, properties);
                }
            }
        }
        return new Resource(href, types, properties);
    }

    private static void propstat(XMLStreamReader xml, Set<QName> types, Map<QName, String> properties) throws XMLStreamException {
        var found = new HashMap<QName, String>();
        var foundTypes = new HashSet<QName>();
        boolean there = false;
        while (!isEnd(xml, PROPSTAT)) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getName().equals(STATUS)) {
                    there = xml.getElementText().contains(" 200 ");
                } else if (xml.getName().equals(PROP)) {
                    properties(xml, found, foundTypes);
                }
            }
        }
        if (there) {
            properties.putAll(found);
            types.addAll(foundTypes);
        }
    }

    private static void properties(XMLStreamReader xml, Map<QName, String> found, Set<QName> types) throws XMLStreamException {
        while (!isEnd(xml, PROP)) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                property(xml, found, types);
            }
        }
    }

    private static void property(XMLStreamReader xml, Map<QName, String> found, Set<QName> types) throws XMLStreamException {
        var name = xml.getName();
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (name.equals(RESOURCE_TYPE)) {
                        types.add(xml.getName());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        found.put(name, text.toString().strip());
    }

    private static boolean isEnd(XMLStreamReader xml, QName name) {
        return xml.getEventType() == XMLStreamReader.END_ELEMENT && xml.getName().equals(name);
    }
}
