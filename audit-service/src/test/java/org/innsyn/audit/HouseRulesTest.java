package org.innsyn.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house for this service. */
@AnalyzeClasses(packages = "org.innsyn.audit", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_domain_is_free_of_machinery = noClasses()
            .that().resideInAnyPackage("org.innsyn.audit.ledger", "org.innsyn.audit.policy", "org.innsyn.audit.oversight", "org.innsyn.audit.breach", "org.innsyn.audit.disclosure")
            .and().haveSimpleNameNotEndingWith("Configuration")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.apache.kafka..", "co.elastic..", "com.vaadin..")
            .because("aggregates and policy are the law of the house; put storage and wiring in ledger.store or a *Configuration instead");

    @ArchTest
    static final ArchRule cryptography_stays_in_its_room = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "java.security..", "com.google.crypto..")
            .because("only platform.crypto touches cryptography; use SealingKey, KeyedHash, Sha256 or Commitment instead");

    @ArchTest
    static final ArchRule only_projections_speak_to_elasticsearch = noClasses()
            .that().resideOutsideOfPackage("org.innsyn.audit.accesslog")
            .should().dependOnClassesThat().resideInAnyPackage("co.elastic..")
            .because("the index is the access log's; ask AccessLogIndex instead");

    @ArchTest
    static final ArchRule services_never_import_each_other = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.innsyn.dsr..", "org.innsyn.ui..", "org.innsyn.local..", "org.innsyn.engines..")
            .because("services talk through schemas: HTTP interfaces and Kafka topics");

    @ArchTest
    static final ArchRule an_api_is_published_before_it_is_served = classes()
            .that().areAnnotatedWith(RestController.class).and().resideOutsideOfPackage("org.innsyn.audit.transparency")
            .should().implement(resideInAPackage("org.innsyn.schemas.."))
            .because("ui and tests call the same interface the controller implements; add it to schemas (the log's tiles are published by C2SP)");

    @ArchTest
    static final ArchRule time_and_randomness_are_passed_in = noClasses()
            .that().resideInAnyPackage("org.innsyn.audit.ledger..", "org.innsyn.audit.policy..", "org.innsyn.audit.oversight..", "org.innsyn.audit.breach..", "org.innsyn.audit.disclosure..", "org.innsyn.audit.identity")
            .should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.util.UUID.class, "randomUUID")
            .because("a domain that asks the clock or the dice cannot be tested; take a Clock or a RandomSource instead");
}
