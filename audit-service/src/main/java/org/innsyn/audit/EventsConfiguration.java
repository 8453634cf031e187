package org.innsyn.audit;

import org.innsyn.audit.breach.BreachEvent;
import org.innsyn.audit.disclosure.NameEvent;
import org.innsyn.audit.ledger.LedgerEvent;
import org.innsyn.audit.oversight.FindingEvent;
import org.innsyn.audit.policy.PolicyEvent;
import org.innsyn.platform.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All events this service stores. */
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {

    @Bean
    EventTypes eventTypes() {
        return new EventTypes(LedgerEvent.class, PolicyEvent.class, FindingEvent.class, BreachEvent.class, NameEvent.class);
    }
}
