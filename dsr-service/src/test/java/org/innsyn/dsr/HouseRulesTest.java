package org.innsyn.dsr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.innsyn.dsr", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_domain_is_free_of_machinery = noClasses()
            .that().resideInAnyPackage("..dsr.request..", "..dsr.calendar..", "..dsr.hold")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "org.apache.kafka..", "co.elastic..", "com.vaadin..")
            .because("rules of law are tested without a server: pass in what is needed, and let fulfilment or desk do the rest");

    @ArchTest
    static final ArchRule the_domain_never_looks_at_a_clock_or_rolls_dice = noClasses()
            .that().resideInAnyPackage("..dsr.request..", "..dsr.calendar..", "..dsr.hold")
            .should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.time.LocalDate.class, "now")
            .orShould().callMethod(java.util.UUID.class, "randomUUID")
            .because("time and ids come with the command, so that a test, and a replay, see the same");

    @ArchTest
    static final ArchRule only_the_platform_touches_cryptography = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "java.security..", "com.google.crypto.tink..")
            .because("org.innsyn.platform.crypto holds every algorithm: use SealingKey, SealedStream, KeyedHash, DigestingStream or RandomSource");

    @ArchTest
    static final ArchRule only_the_list_touches_elasticsearch = noClasses()
            .that().resideOutsideOfPackage("..dsr.worklist..")
            .should().dependOnClassesThat().resideInAPackage("co.elastic..")
            .because("PostgreSQL is the truth: ask RequestHistories, or the Worklist for lists");

    @ArchTest
    static final ArchRule only_the_sql_connector_reads_the_companys_databases = noClasses()
            .that().resideInAnyPackage("..dsr.desk..", "..dsr.export..", "..dsr.worklist..", "..dsr.history..", "..dsr.accessreport..")
            .should().dependOnClassesThat().resideInAPackage("..dsr.connector.sql..")
            .because("a system is reached through Connector, whatever kind it is");

    @ArchTest
    static final ArchRule only_the_link_opens_connections = noClasses()
            .that().resideInAPackage("..dsr.connector..").and().resideOutsideOfPackage("..dsr.connector.link..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .orShould().dependOnClassesThat().areAssignableTo(java.net.Socket.class)
            .because("connector.link demands TLS, keeps to one host and ends every answer: use GuardedHttp or GuardedSockets")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule services_do_not_know_each_other = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.innsyn.audit..", "org.innsyn.ui..", "org.innsyn.engines..")
            .because("services talk through the published language: org.innsyn.schemas");

    @ArchTest
    static final ArchRule rooms_form_no_circle = slices().matching("org.innsyn.dsr.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_prints = noClasses()
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("use a logger, and never log what identifies a person");

    @ArchTest
    static final ArchRule commands_and_events_are_records = classes()
            .that().implement(org.innsyn.dsr.request.RequestEvent.class).or().implement(org.innsyn.dsr.request.RequestCommand.class)
            .should().beRecords();
}
