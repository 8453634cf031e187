package org.innsyn.dsr.desk;

import org.innsyn.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** What texts people send have to be. */
final class Texts {

    private static final int LONGEST = 4_000;
    private static final int SHORTEST = 10;

    private Texts() {}

    static void limit(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw invalid(field + " has at most " + LONGEST + " characters.");
        }
    }

    /** @param why who reads it, or what it is for */
    static void needed(String field, @Nullable String text, String why) {
        if (text == null || text.strip().length() < SHORTEST) {
            throw invalid(field + " has at least " + SHORTEST + " characters. " + why);
        }
        limit(field, text);
    }

    static void given(String field, @Nullable Object value) {
        if (value == null) {
            throw invalid(field + " is missing.");
        }
    }

    static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
