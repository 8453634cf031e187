package org.innsyn.dsr.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
 * @param holidayRegion the part of the country the controller is established in, where its holidays differ ("by")
 * @param addedHolidays public holidays the calendar does not know yet
 * @param droppedHolidays days the calendar takes for public holidays and that are none any more
 * @param answerMonths how many months there are to answer
 * @param targetDaysBefore how many calendar days before the legal limit the company aims to be done
 * @param answerSource where the period stands
 * @param monthSource where it stands how a month is counted
 * @param shortMonthSource where it stands what happens when the month has no such day
 * @param nextWorkingDaySource where it stands that a period does not end on a free day
 * @param extension how the period can be made longer; null in a version that knows no extension
 * @param suspension when the clock stands still; null in a version in which it never does
 * @param refusal what a refusal owes; null in a version that does not say
 * @param breach the clock of a breach; null in a version that has none
 */
public record RulePack(
        String id,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        ZoneId zone,
        String holidayCalendar,
        @Nullable String holidayRegion,
        List<LocalDate> addedHolidays,
        List<LocalDate> droppedHolidays,
        int answerMonths,
        int targetDaysBefore,
        String answerSource,
        String monthSource,
        String shortMonthSource,
        String nextWorkingDaySource,
        RulePack.@Nullable Longer extension,
        RulePack.@Nullable StandingStill suspension,
        RulePack.@Nullable Refusal refusal,
        RulePack.@Nullable Breach breach) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public RulePack {
        addedHolidays = addedHolidays == null ? List.of() : List.copyOf(addedHolidays);
        droppedHolidays = droppedHolidays == null ? List.of() : List.copyOf(droppedHolidays);
    }

    /**
     * The extension (GDPR Art. 12(3)).
     *
     * @param months how many further months
     * @param grounds what it can be for; nothing else
     * @param source where it stands
     */
    public record Longer(int months, List<String> grounds, String source) {}

    /**
     * Waiting for the person.
     *
     * @param askWithinDays after how many days asking is no longer without undue delay
     * @param source where it stands
     */
    public record StandingStill(int askWithinDays, String source) {}

    /**
     * What a refusal owes the person.
     *
     * @param source where it stands that it is due within the first month, with reasons
     * @param proofSource where it stands that the controller proves a request manifestly unfounded or excessive
     * @param authority to whom they can complain
     * @param complaintSource where that right stands
     * @param courtSource where the right to go to court stands
     */
    public record Refusal(String source, String proofSource, String authority, String complaintSource, String courtSource) {}

    /**
     * The clock of a breach.
     *
     * @param hours plain hours from awareness
     * @param source where it stands
     * @param note what is disputed about it
     */
    public record Breach(int hours, String source, String note) {}

    /**
     * Reads a pack that ships with this service.
     *
     * @param name its file name without ending ("gdpr-answer-no-1")
     * @throws IllegalArgumentException when there is none of that name
     */
    public static RulePack named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No rule pack named " + name));
    }

    static Optional<RulePack> find(String name) {
        try (InputStream in = RulePack.class.getResourceAsStream("/rule-packs/" + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, RulePack.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the pack is cited: id and version. */
    @JsonIgnore
    public String citation() {
        return id + "/" + version;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
