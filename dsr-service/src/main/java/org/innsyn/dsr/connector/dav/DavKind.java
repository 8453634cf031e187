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

    /** The media type of an item. */
    String type() {
        return this == CONTACTS ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8";
    }

    /** The ending of an item's name. */
    String ending() {
        return this == CONTACTS ? ".vcf" : ".ics";
    }

    String makingMethod() {
        return this == CONTACTS ? "MKCOL" : "MKCALENDAR";
    }

    /** The body that makes a collection of this name. */
    String making(String name) {
        String display = "<d:displayname>" + name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</d:displayname>";
        return this == CONTACTS
                ? "<?xml version=\"1.0\" encoding=\"utf-8\"?><d:mkcol xmlns:d=\"DAV:\" xmlns:k=\"" + collection.getNamespaceURI()
                        + "\"><d:set><d:prop><d:resourcetype><d:collection/><k:addressbook/></d:resourcetype>" + display + "</d:prop></d:set></d:mkcol>"
                : "<?xml version=\"1.0\" encoding=\"utf-8\"?><k:mkcalendar xmlns:d=\"DAV:\" xmlns:k=\"" + collection.getNamespaceURI()
                        + "\"><d:set><d:prop>" + display + "</d:prop></d:set></k:mkcalendar>";
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
