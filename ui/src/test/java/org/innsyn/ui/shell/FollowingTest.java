package org.innsyn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final int PACE = 60_000;
    private static final int POLLS_UNTIL_LEFT_ALONE = Math.toIntExact(Following.LEFT_ALONE.toMillis() / PACE);

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final UI ui = new UI();
    private final Div page = new Div();
    private final AtomicInteger looks = new AtomicInteger();
    private final Following following = Following.of(page, looks::incrementAndGet, new SteppingClock());

    @Test
    void a_page_looks_as_often_as_it_says_while_it_is_open() {
        following.every(PACE);
        ui.add(page);
        assertThat(ui.getPollInterval()).isEqualTo(PACE);
        polled(3);
        assertThat(looks).hasValue(3);

        ui.remove(page);
        assertThat(ui.getPollInterval()).isNegative();
        polled(1);
        assertThat(looks).as("after it was left").hasValue(3);
    }

    @Test
    void a_page_that_nobody_touches_stops_asking_and_so_keeps_no_sign_in_alive() {
        following.every(PACE);
        ui.add(page);
        polled(POLLS_UNTIL_LEFT_ALONE);
        assertThat(looks).hasValue(POLLS_UNTIL_LEFT_ALONE - 1);
        assertThat(ui.getPollInterval()).isNegative();

        following.every(PACE / 2);
        assertThat(ui.getPollInterval()).as("another pace wakes nobody").isNegative();
    }

    @Test
    void a_touch_wakes_it_and_it_looks_at_once() {
        following.every(PACE);
        ui.add(page);
        polled(POLLS_UNTIL_LEFT_ALONE);
        touch();
        assertThat(looks).hasValue(POLLS_UNTIL_LEFT_ALONE);
        assertThat(ui.getPollInterval()).isEqualTo(PACE);
    }

    @Test
    void who_touches_it_now_and_then_is_there() {
        following.every(PACE);
        ui.add(page);
        polled(POLLS_UNTIL_LEFT_ALONE - 1);
        touch();
        polled(POLLS_UNTIL_LEFT_ALONE - 1);
        assertThat(ui.getPollInterval()).isEqualTo(PACE);
    }

    @Test
    void a_browser_that_asks_more_seldom_than_it_was_told_is_left_alone_after_the_same_time() {
        following.every(1_000);
        ui.add(page);
        polled(POLLS_UNTIL_LEFT_ALONE);
        assertThat(ui.getPollInterval()).isNegative();
    }

    @Test
    void a_page_that_never_asks_is_left_alone_too_and_a_touch_has_it_look() {
        ui.add(page);
        now = now.plus(Following.LEFT_ALONE);
        following.news();
        assertThat(looks).hasValue(0);
        touch();
        assertThat(looks).hasValue(1);
    }

    @Test
    void a_page_is_told_only_while_it_is_open() {
        var told = new ArrayList<Runnable>();
        following.toldBy(news -> {
            told.add(news);
            return () -> told.remove(news);
        });
        assertThat(told).isEmpty();
        ui.add(page);
        assertThat(told).hasSize(1);
        ui.remove(page);
        assertThat(told).isEmpty();
        ui.add(page);
        assertThat(told).as("when it is opened again").hasSize(1);
    }

    @Test
    void what_only_moves_when_somebody_acts_is_not_asked_for() {
        following.every(PACE);
        ui.add(page);
        following.onlyWhenTold();
        assertThat(ui.getPollInterval()).isNegative();
    }

    private void polled(int times) {
        for (int i = 0; i < times; i++) {
            now = now.plusMillis(PACE);
            ComponentUtil.fireEvent(ui, new PollEvent(ui, true));
        }
    }

    private void touch() {
        page.getElement().getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(page.getElement(), "keydown", JacksonUtils.createObjectNode()));
    }

    private final class SteppingClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
