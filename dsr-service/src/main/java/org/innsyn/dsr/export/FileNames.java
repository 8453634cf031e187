package org.innsyn.dsr.export;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives what systems call their folders and files names that every computer can keep and that lead nowhere else: lower-case ASCII
 * letters, digits and {@code . _ -}, at most {@value #LONGEST} characters, no name Windows reserves, none that differs from another in
 * case alone. Names that become the same get a number.
 */
final class FileNames {

    static final int LONGEST = 60;

    private static final Pattern ENDING = Pattern.compile("(?s)(.+)(\\.[A-Za-z0-9]{1,6})");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|clock|com\\d|lpt\\d)(\\..*)?");
    /** Letters that no normal form takes apart. */
    private static final Map<String, String> LETTERS = Map.of("æ", "ae", "ø", "o", "ß", "ss", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "œ", "oe", "ı", "i");

    private final String root;
    private final Map<String, String> folders = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /** @param root the folder everything is placed in; a safe name */
    FileNames(String root) {
        this.root = root;
    }

    /**
     * A new place for a file. Files of the same folders stand together.
     *
     * @param name folders and, last, the file; any text
     */
    String place(List<String> name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A file has a name");
        }
        String folder = root;
        for (String part : name.subList(0, name.size() - 1)) {
            String parent = folder;
            // A safe name holds no line break, so no two pairs make one key.
            folder = folders.computeIfAbsent(parent + "\n" + part, _ -> take(parent + "/" + safe(part), ""));
        }
        var parts = ENDING.matcher(name.getLast());
        return parts.matches()
                ? take(folder + "/" + safe(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT))
                : take(folder + "/" + safe(name.getLast()), "");
    }

    private String take(String path, String ending) {
        String free = path + ending;
        while (!taken.add(free)) {
            free = path + "-" + next.merge(path + ending, 2, (number, _) -> number + 1) + ending;
        }
        return free;
    }

    static String safe(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        for (var letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String safe = trimmed(plain.replaceAll("[^a-z0-9._-]+", "-").replaceAll("[.]{2,}", "."));
        if (safe.isEmpty()) {
            return "unnamed";
        }
        return RESERVED.matcher(safe).matches() ? "x-" + safe : safe;
    }

    private static String trimmed(String name) {
        String begin = name.replaceAll("^[._-]+", "");
        String cut = begin.length() > LONGEST ? begin.substring(0, LONGEST) : begin;
        return cut.replaceAll("[._-]+$", "");
    }
}
