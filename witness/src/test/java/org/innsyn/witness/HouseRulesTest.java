package org.innsyn.witness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.innsyn.witness", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule a_witness_shares_nothing_with_what_writes_the_log = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.sun.net.httpserver..", "org.innsyn.witness..", "org.innsyn.verifier..")
            .because("a witness that shares code with the log shares its mistakes; the verifier is written from the specifications, use that");
}
