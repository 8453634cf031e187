package org.innsyn.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house for the platform. */
@AnalyzeClasses(packages = "org.innsyn.platform", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule cryptography_stays_in_its_room = noClasses()
            .that().resideOutsideOfPackage("org.innsyn.platform.crypto")
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "java.security..", "com.google.crypto..")
            .because("one room touches cryptography, so that one room is reviewed; add what you need to platform.crypto");

    @ArchTest
    static final ArchRule the_platform_knows_nobody_who_stands_on_it = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("org.innsyn.audit..", "org.innsyn.dsr..", "org.innsyn.ui..", "org.innsyn.schemas..", "org.innsyn.engines..")
            .because("what both services stand on must not know what they are for; pass it in instead");
}
