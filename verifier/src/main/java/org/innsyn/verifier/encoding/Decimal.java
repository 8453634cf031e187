package org.innsyn.verifier.encoding;

import java.util.regex.Pattern;

/** Whole numbers as the C2SP formats write them: ASCII digits, no sign, no leading zero. */
public final class Decimal {

    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimal() {}

    /**
     * @param what names the number in the message of the exception
     * @throws Malformed when it is anything else, or more than 2^63-1
     */
    public static long parse(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new Malformed(what + " is not a whole number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed(what + " is too large");
        }
    }
}
