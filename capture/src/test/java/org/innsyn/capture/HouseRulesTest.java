package org.innsyn.capture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.innsyn.capture", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule an_application_gets_nothing_with_us = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.innsyn.capture..")
            .because("it runs inside other people's applications, whose Spring, Jackson or logging must not meet ours; write the little that is needed, or put it into the starter");

    @ArchTest
    static final ArchRule cryptography_stays_in_its_two_rooms = noClasses()
            .that().doNotHaveSimpleName("Sealer").and().doNotHaveSimpleName("SpoolKey")
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "java.security..")
            .because("what seals is reviewed by itself; use Sealer instead");

    @ArchTest
    static final ArchRule nothing_writes_through_an_interruptible_channel_but_folders_and_keys = noClasses()
            .that().doNotHaveSimpleName("Folder").and().doNotHaveSimpleName("SpoolKey")
            .should().dependOnClassesThat().haveFullyQualifiedName("java.nio.channels.FileChannel")
            .because("an interrupt of the thread that happens to write closes a channel for everybody; use RandomAccessFile instead");

    @ArchTest
    static final ArchRule rooms_do_not_lean_on_each_other_in_circles = slices().matching("org.innsyn.capture.(*)..").should().beFreeOfCycles()
            .because("delivery reads the spool, the spool keeps events, events are JSON; move what both need into the lower one instead");
}
