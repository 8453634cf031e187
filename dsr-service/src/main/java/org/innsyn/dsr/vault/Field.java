package org.innsyn.dsr.vault;

import java.util.UUID;

/** What is kept of a request that may identify or describe somebody. */
public record Field(String name) {

    /** The account of the person who asked. */
    public static final Field ACCOUNT = new Field("account");
    /** What the person wrote. */
    public static final Field MESSAGE = new Field("message");
    /** What the case-handler wrote for the controller. */
    public static final Field NOTE = new Field("note");
    /** Why it was refused. */
    public static final Field REASON = new Field("reason");
    /** The key of the copy's file. */
    public static final Field COPY_KEY = new Field("copy-key");

    /** What the copy is encrypted under for whoever redeems the link to it. */
    public static final Field COPY_PASSWORD = new Field("copy-password");
    /** Where the person can be written to. */
    public static final Field ADDRESS = new Field("address");
    /** The language the person asked in. */
    public static final Field LANGUAGE = new Field("language");
    /** Who was given the person's data, as the access log names them. */
    public static final Field RECIPIENTS = new Field("recipients");

    /** What somebody wrote or said, by the name that stands in the event. */
    public static Field said(UUID name) {
        return new Field("said/" + name);
    }

    /** What shows that the notice of an extension was delivered, by the name of its reasons. */
    public static Field deliveryRecord(UUID said) {
        return new Field("delivery/" + said);
    }

    /** The same while an erasure is done once more, because a backup brought something back. */
    public static Field traceAgain(String system) {
        return new Field("again/" + system);
    }

    /** Where the person's records stand in a system. */
    public static Field trace(String system) {
        return new Field("trace/" + system);
    }
}
