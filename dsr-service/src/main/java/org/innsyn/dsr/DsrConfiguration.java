package org.innsyn.dsr;

import java.nio.file.Path;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.RulePacks;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.copykey.CopyKeys;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.export.CopyWriter;
import org.innsyn.dsr.export.Processing;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.dsr.register.RegisterReader;
import org.innsyn.dsr.hold.HoldEvent;
import org.innsyn.dsr.hold.HoldRules;
import org.innsyn.dsr.notice.NoticeEvent;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestUpcasters;
import org.innsyn.platform.PlatformConfiguration;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.PolicyApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the rooms that know nothing of Spring together. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
class DsrConfiguration {

    @Bean
    EventTypes eventTypes() {
        return new EventTypes(RequestEvent.class, HoldEvent.class, NoticeEvent.class);
    }

    @Bean
    RequestUpcasters requestUpcasters() {
        return new RequestUpcasters();
    }

    @Bean
    HoldRules holdRules() {
        return HoldRules.shipped();
    }

    @Bean
    LegalClock legalClock(@Value("${innsyn.rule-pack}") String rulePack) {
        return new LegalClock(RulePacks.shipped(rulePack));
    }

    @Bean
    CopyStore copyStore(@Value("${innsyn.exports.directory}") Path directory) {
        return new CopyStore(directory);
    }

    /** @param file the controller's register of processing; without one, copies say that it is missing */
    @Bean
    ProcessingRegister processingRegister(@Value("${innsyn.register.file:}") String file) {
        return file.isBlank() ? ProcessingRegister.EMPTY : new RegisterReader().read(Path.of(file));
    }

    @Bean
    CopyWriter copyWriter(
            Connectors connectors, LedgersApi ledgers, PolicyApi policy, ProcessingRegister register, @Value("${innsyn.exports.directory}") Path directory,
            CopyKeys signing, RandomSource random) {
        return new CopyWriter(connectors, ledgers, Processing.of(register, policy), directory.resolve("scratch"), random, signing::current);
    }
}
