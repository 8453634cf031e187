package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a vCard or an iCalendar object says, whatever a server did to its form: lines are unfolded, and neither the order of properties nor that of components
 * means anything. The program that wrote it (PRODID) and when it was last written are no part of what it says.
 */
final class Meaning {

    private Meaning() {}

    /** Equal for what says the same. */
    static String of(byte[] object) {
        String unfolded = new String(object, UTF_8).replace("\r\n", "\n").replaceAll("\n[ \t]", "");
        var open = new ArrayDeque<List<String>>();
        open.push(new ArrayList<>());
        for (String line : unfolded.split("\n")) {
            String name = line.toUpperCase(Locale.ROOT);
            if (name.startsWith("BEGIN:")) {
                open.push(new ArrayList<>());
            } else if (name.startsWith("END:") && open.size() > 1) {
                var component = open.pop();
                open.peek().add(name.substring(4) + component.stream().sorted().toList());
            } else if (!line.isBlank() && !name.startsWith("PRODID") && !name.startsWith("REV:")) {
                open.peek().add(line);
            }
        }
        return open.stream().map(component -> component.stream().sorted().toList()).toList().toString();
    }
}
