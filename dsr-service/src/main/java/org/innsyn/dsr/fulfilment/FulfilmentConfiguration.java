package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.innsyn.dsr.lifting.RestrictionLiftings;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.restorecheck.RestoreChecks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the runners stand on. */
@Configuration(proxyBeanMethods = false)
class FulfilmentConfiguration {

    @Bean
    Consumer<RestoreChecks.Place> restoreCheckWork(TaskQueue queue, Clock clock) {
        return place -> queue.add(place.request(), TaskKind.RECHECK, place.system(), clock.instant());
    }

    @Bean
    BiConsumer<RequestId, String> transferWork(TaskQueue queue, Clock clock) {
        return (request, system) -> queue.add(request, TaskKind.TRANSFER, system, clock.instant());
    }

    @Bean
    RestrictionLiftings.Work liftingWork(TaskQueue queue, Clock clock) {
        return new RestrictionLiftings.Work() {
            @Override
            public void tell(RequestId request, UUID notice) {
                queue.add(request, TaskKind.NOTICE, notice.toString(), clock.instant());
            }

            @Override
            public void lift(RequestId request, String system) {
                queue.add(request, TaskKind.LIFT, system, clock.instant());
            }
        };
    }

    @Bean
    Milestones milestones() {
        return (_, _, _) -> {};
    }
}
