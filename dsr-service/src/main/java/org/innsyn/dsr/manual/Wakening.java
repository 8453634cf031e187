package org.innsyn.dsr.manual;

/** Has what waits for a person or a system go on. */
public interface Wakening {

    /** In the caller's transaction: whatever waits for this system is looked at now. */
    void wake(String system);
}
