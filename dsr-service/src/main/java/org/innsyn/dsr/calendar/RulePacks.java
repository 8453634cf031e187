package org.innsyn.dsr.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All versions of one rule pack. The newest that covers the day of receipt counts: a later version corrects an earlier one. */
public final class RulePacks {

    private final String id;
    private final List<RulePack> versions;

    private RulePacks(String id, List<RulePack> versions) {
        this.id = id;
        this.versions = versions.stream().sorted(Comparator.comparing(RulePack::version).reversed()).toList();
    }

    /**
     * The versions that ship with this service, counted from 1 without a gap.
     *
     * @param id the pack's id ("gdpr-answer-no")
     * @throws IllegalArgumentException when there is no pack of that id
     */
    public static RulePacks shipped(String id) {
        var versions = new ArrayList<RulePack>();
        for (var pack = RulePack.find(id + "-1"); pack.isPresent(); pack = RulePack.find(id + "-" + (versions.size() + 1))) {
            versions.add(pack.get());
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("No rule pack with the id " + id);
        }
        return new RulePacks(id, versions);
    }

    /** Just these versions of one pack. */
    public static RulePacks of(RulePack... versions) {
        return new RulePacks(versions[0].id(), List.of(versions));
    }

    /**
     * The rules for a request received on a day.
     *
     * @throws IllegalArgumentException when no version was in force then
     */
    RulePack on(LocalDate received) {
        return versions.stream()
                .filter(pack -> pack.covers(received))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version of rule pack " + id + " covers " + received
                        + "; the newest is " + newest().citation()));
    }

    /** The rules for what happened at an instant, whose day is that of the zone. */
    RulePack on(ZoneId zone, Instant at) {
        return on(at.atZone(zone).toLocalDate());
    }

    boolean covers(LocalDate day) {
        return versions.stream().anyMatch(pack -> pack.covers(day));
    }

    RulePack newest() {
        return versions.getFirst();
    }
}
