package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.FileSink.Added;
import org.innsyn.dsr.connector.FileSink.Growing;

/**
 * A calendar as one file (RFC 5545): every event as it is stored, every time zone once. An event whose time zone has the name of another
 * one goes into a further file, or it would move.
 */
final class CalendarFiles implements DavFiles.Whole {

    private final String name;
    private final FileSink sink;
    private final List<One> files = new ArrayList<>();

    CalendarFiles(String name, FileSink sink) throws IOException {
        this.name = name;
        this.sink = sink;
        files.add(new One());
    }

    @Override
    public void add(byte[] item) throws IOException {
        var object = CalendarObject.of(item);
        for (var file : files) {
            if (file.takes(object)) {
                file.add(object);
                return;
            }
        }
        var further = new One();
        files.add(further);
        further.add(object);
    }

    @Override
    public List<Added> end() throws IOException {
        var added = new ArrayList<Added>();
        for (var file : files) {
            added.add(file.end());
        }
        return added;
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.growing.close();
        }
    }

    private final class One {

        private final Growing growing;
        private final Map<String, String> zones = new HashMap<>();

        One() throws IOException {
            growing = sink.begin(List.of(name + ".ics"));
            text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Innsyn//Copy of a calendar//EN\r\n");
        }

        boolean takes(CalendarObject object) {
            return object.zones().entrySet().stream().allMatch(zone -> zone.getValue().equals(zones.getOrDefault(zone.getKey(), zone.getValue())));
        }

        void add(CalendarObject object) throws IOException {
            for (var zone : object.zones().entrySet()) {
                if (zones.put(zone.getKey(), zone.getValue()) == null) {
                    text(zone.getValue());
                }
            }
            for (String other : object.others()) {
                text(other);
            }
        }

        Added end() throws IOException {
            text("END:VCALENDAR\r\n");
            return growing.end();
        }

        private void text(String text) throws IOException {
            growing.out().write(text.getBytes(ISO_8859_1));
        }
    }
}
