package org.innsyn.dsr.vault;

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

    /** Where the person's records stand in a system. */
    public static Field trace(String system) {
        return new Field("trace/" + system);
    }
}
