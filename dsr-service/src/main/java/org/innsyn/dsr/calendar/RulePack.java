package org.innsyn.dsr.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the law says about answering in time, as data: a number, a unit or a list that may change stands here and in no {@code if}.
 *
 * @param id names the pack
 * @param version grows with every change; a released version is never edited
 * @param validFrom the first day a request received on falls under it
 * @param validUntil the last such day, or null while it is in force
 * @param zone where the controller is established: days begin and end there
 * @param holidayCalendar ISO 3166 code of the country whose public holidays count (Regulation 1182/71 Art. 2)
 * @param answerMonths how many months there are to answer
 * @param targetDaysBefore how many calendar days before the legal limit the company aims to be done
 * @param answerSource where the period stands
 * @param monthSource where it stands how a month is counted
 * @param shortMonthSource where it stands what happens when the month has no such day
 * @param nextWorkingDaySource where it stands that a period does not end on a free day
 */
public record RulePack(
        String id,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        ZoneId zone,
        String holidayCalendar,
        int answerMonths,
        int targetDaysBefore,
        String answerSource,
        String monthSource,
        String shortMonthSource,
        String nextWorkingDaySource) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Reads a pack that ships with this service.
     *
     * @param name its file name without ending ("gdpr-answer-no-1")
     * @throws IllegalArgumentException when there is none of that name
     */
    public static RulePack named(String name) {
        try (InputStream in = RulePack.class.getResourceAsStream("/rule-packs/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("No rule pack named " + name);
            }
            return YAML.readValue(in, RulePack.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the pack is cited: id and version. */
    public String citation() {
        return id + "/" + version;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
