package org.innsyn.dsr.connector.dav;

import javax.xml.namespace.QName;

/** What a server of WebDAV collections keeps. */
public enum DavKind {
    /** Address books of vCards. */
    CONTACTS("urn:ietf:params:xml:ns:carddav", "addressbook", "addressbook-home-set", "carddav"),
    /** Calendars of iCalendar objects. */
    CALENDARS("urn:ietf:params:xml:ns:caldav", "calendar", "calendar-home-set", "caldav");

    private final QName collection;
    private final QName home;
    private final String wellKnown;

    DavKind(String namespace, String collection, String home, String service) {
        this.collection = new QName(namespace, collection);
        this.home = new QName(namespace, home);
        this.wellKnown = "/.well-known/" + service;
    }

    /** The resource type of a collection of this kind. */
    QName collection() {
        return collection;
    }

    /** The property that says where a person's collections are. */
    QName home() {
        return home;
    }

    /** Where to begin (RFC 6764 section 5). */
    String wellKnown() {
        return wellKnown;
    }
}
