package org.innsyn.schemas.policy;

/**
 * A staff directory.
 *
 * @param csv columns {@code staff,unit,role,groups,from,to}, at most {@value PolicyApi#MAX_CSV} characters
 */
public record StaffFile(String csv) {

    /** Never the content: it names staff. */
    @Override
    public String toString() {
        return "StaffFile[]";
    }
}
