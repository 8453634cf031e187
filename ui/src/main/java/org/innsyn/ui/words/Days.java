package org.innsyn.ui.words;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;

/** Days chosen from a calendar, in the reader's language: the day before the month, weeks that begin on Monday. */
public final class Days {

    private Days() {}

    /** Makes the picker speak the language of the words, and read what is typed in it. */
    public static void in(Words words, DatePicker picker) {
        picker.setLocale(words.locale());
        picker.setI18n(i18n(words));
    }

    /** The same for a day with its time. */
    public static void in(Words words, DateTimePicker picker) {
        picker.setLocale(words.locale());
        picker.setDatePickerI18n(i18n(words));
        picker.setDateAriaLabel(words.say("date.day"));
        picker.setTimeAriaLabel(words.say("date.time"));
    }

    private static DatePickerI18n i18n(Words words) {
        var locale = words.locale();
        List<String> weekdays = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList();
        List<String> brief = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale)).toList();
        return new DatePickerI18n()
                .setDateFormats(words.say("date.typed"), words.say("date.typed.short"))
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setMonthNames(Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(weekdays)
                .setWeekdaysShort(brief)
                .setToday(words.say("date.pick-today"))
                .setCancel(words.say("date.pick-cancel"));
    }
}
