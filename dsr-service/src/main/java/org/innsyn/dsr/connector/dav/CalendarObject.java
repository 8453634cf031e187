package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parts of a stored calendar object (RFC 5545 section 3.6), each as it was written, lines ending in CRLF.
 *
 * @param zones time zones by their names
 * @param others events, tasks and whatever else there is
 */
record CalendarObject(Map<String, String> zones, List<String> others) {

    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]");
    private static final Pattern ZONE_NAME = Pattern.compile("(?im)^TZID(?:;[^:\r\n]*)?:([^\r\n]*)");

    static CalendarObject of(byte[] stored) {
        var zones = new LinkedHashMap<String, String>();
        var others = new ArrayList<String>();
        int depth = 0;
        var part = new StringBuilder();
        // Bytes stay bytes: what is folded in the middle of a character comes out as it went in.
        for (String line : new String(stored, ISO_8859_1).split("\r?\n")) {
            if (begins(line, "BEGIN:")) {
                depth++;
            }
            if (depth >= 2) {
                part.append(line).append("\r\n");
            }
            if (begins(line, "END:") && --depth == 1) {
                sort(part.toString(), zones, others);
                part.setLength(0);
            }
        }
        return new CalendarObject(zones, others);
    }

    private static void sort(String part, Map<String, String> zones, List<String> others) {
        if (begins(part, "BEGIN:VTIMEZONE")) {
            var name = ZONE_NAME.matcher(FOLD.matcher(part).replaceAll(""));
            zones.put(name.find() ? new String(name.group(1).getBytes(ISO_8859_1), UTF_8) : "", part);
        } else {
            others.add(part);
        }
    }

    private static boolean begins(String line, String word) {
        return line.regionMatches(true, 0, word, 0, word.length());
    }
}
