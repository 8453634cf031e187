package org.innsyn.schemas.policy;

/**
 * @param csv the table to try
 * @param period which accesses
 */
public record ReplayQuery(String csv, Period period) {

    /** Never the content: it may name staff. */
    @Override
    public String toString() {
        return "ReplayQuery[" + period + "]";
    }
}
