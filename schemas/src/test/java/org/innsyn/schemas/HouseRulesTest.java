package org.innsyn.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house for the published language. */
@AnalyzeClasses(packages = "org.innsyn.schemas", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_language_stands_on_nothing_of_ours = classes()
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.innsyn.schemas..", "java..", "com.fasterxml.jackson.annotation..",
                    "org.springframework.web.bind.annotation..", "org.springframework.web.service.annotation..", "org.springframework.core.io..", "org.jspecify..")
            .because("whoever speaks it must not get our house with it; keep records, interfaces and annotations here and logic in the services");
}
