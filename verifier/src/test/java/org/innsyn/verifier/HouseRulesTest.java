package org.innsyn.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.innsyn.verifier", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_verifier_stands_alone = classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.innsyn.verifier..")
            .because("a checker that shares code with what it checks shares its mistakes; write the little that is needed from the specification instead");

    @ArchTest
    static final ArchRule rooms_do_not_lean_on_each_other_in_circles = slices().matching("org.innsyn.verifier.(*)..").should().beFreeOfCycles()
            .because("each format is built on the simpler one below it; move what both need into the lower one instead");
}
