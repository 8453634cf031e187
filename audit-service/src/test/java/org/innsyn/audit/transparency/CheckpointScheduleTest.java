package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.time.Duration;
import org.innsyn.audit.house.AuditHouse;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Checkpoints are due at least once a second while there is news: the schedule of the running service says so, no clock is asked. */
class CheckpointScheduleTest {

    @Test
    void news_is_signed_by_a_task_that_is_due_at_least_once_a_second() {
        var house = AuditHouse.shared();
        var schedule = new ScheduledTaskRegistrar();
        house.bean("checkpoints", SchedulingConfigurer.class).configureTasks(schedule);

        assertThat(schedule.getFixedDelayTaskList()).singleElement().satisfies(task -> {
            assertThat(task.getIntervalDuration()).isLessThanOrEqualTo(Duration.ofMillis(500));
            var account = newAccount();
            house.report(supportReads(account));
            house.completeLog(account);
            long size = house.bean(LogTables.class).size();
            task.getRunnable().run();
            assertThat(house.bean(LogTables.class).newest()).hasValueSatisfying(newest -> assertThat(newest.size()).isGreaterThanOrEqualTo(size));
        });
    }
}
