package org.innsyn.dsr;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.innsyn.dsr.hold.LegalHold;
import org.innsyn.dsr.request.DataSubjectRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** Tells Axon what it cannot find by itself. Makes no beans: Axon's own are being made while this runs. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    @Autowired
    void configure(Configurer axon) {
        axon.configureAggregate(AggregateConfigurer.defaultConfiguration(DataSubjectRequest.class));
        axon.configureAggregate(AggregateConfigurer.defaultConfiguration(LegalHold.class));
        // A handler that fails stops its processor, which tries again; Axon's default would log and skip the event.
        axon.eventProcessing().registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }
}
