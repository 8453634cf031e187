package org.innsyn.capture;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an access must say to be recorded: the same as access-event.v1.schema.json, checked here so that a mistake is found by whoever makes
 * it, before data is handed out, and not by the audit-service afterwards.
 */
final class Rules {

    static final Pattern OBJECT = Pattern.compile("(/[a-z0-9][a-z0-9_-]{0,63}){1,8}");
    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    static final Pattern UNIT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}(/[a-z0-9][a-z0-9_-]{0,63}){0,7}");

    private Rules() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidAccess(otherwise);
        }
    }

    static void text(String name, @Nullable String value, int longest) {
        require(value != null && !value.isBlank(), name + " is missing");
        require(value.length() <= longest, name + " is longer than " + longest + " characters");
        require(value.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'), name + " has control characters");
        require(value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE), name + " has half a character");
    }

    static void optional(String name, @Nullable String value, int longest) {
        if (value != null) {
            text(name, value, longest);
        }
    }

    static void code(String name, @Nullable String value, Pattern pattern, String example) {
        require(value == null || pattern.matcher(value).matches(), name + " must be a code like " + example);
    }

    static void codes(String name, List<String> values, int most, Pattern pattern, String example) {
        require(!values.isEmpty() && values.size() <= most, name + " needs 1 to " + most + " codes");
        values.forEach(value -> code(name, value, pattern, example));
    }
}
